#pragma once

#include "app/study/studyplot.h"
#include "app/theme/theme.h"

#include <QChartView>

class QPen;
class QValueAxis;
class QXYSeries;

/// One figure of a study over the number of workers: what was measured with its intervals, what
/// Amdahl's law fits, and the ideal. StudyLegend tells what is what, and StudyModel is its twin
///  for those who cannot see it.
class StudyChart : public QChartView {
    Q_OBJECT

public:
    explicit StudyChart(StudyFigure figure, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setStudy(const Study& study);
    /// The height of its letters in pixels; all else follows.
    void setLetters(int pixels);

    [[nodiscard]] const StudyPlot& plot() const noexcept { return m_plot; }

protected:
    /// The whiskers, which Qt's charts do not have.
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void createAxes();
    void rebuild();
    void addCurve(const PlotCurve& curve);
    void addLine(const QList<QPointF>& points, const QPen& pen);
    void addMarkers(const PlotCurve& curve);
    void attach(QXYSeries* series);
    void scale();
    void colourAxis(QValueAxis* axis) const;
    [[nodiscard]] double unit() const noexcept;  ///< what was one pixel in usual letters
    [[nodiscard]] QFont letters() const;

    const StudyFigure m_figure;
    StudyPlot m_plot;
    Theme m_theme;
    int m_letters;  ///< pixels
    QValueAxis* m_workers = nullptr;
    QValueAxis* m_values = nullptr;
};
