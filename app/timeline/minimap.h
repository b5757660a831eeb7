#pragma once

#include "app/timeline/minimappicture.h"
#include "app/timeline/panellayout.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

class PanelStack;
class Viewport;
struct TimelineSettings;

/// All runs of a comparison from beginning to end in one strip, with a box around what the panels
/// show: drag it to move, drag its edges to zoom, click beside it to go there. While the panels
/// show everything, a drag across it zooms to what was dragged over.
class Minimap : public QWidget {
    Q_OBJECT

public:
    /// All are borrowed.
    Minimap(const TimelineSettings& settings, Viewport& viewport, const PanelStack& stack,
            QWidget* parent);

    /// Where the plots of the panels lie, in its coordinates.
    void setSpan(PlotSpan span);
    /// The runs have grown or changed: it is drawn anew, a little later while they go on.
    void refresh();
    /// Times that are marked in it, from the origins.
    void setMarks(std::vector<Nanoseconds> marks);

    /// In pixels; none on a wall.
    [[nodiscard]] static int heightIn(const TimelineStyle& style);
    /// The box around what is visible.
    [[nodiscard]] QRectF box() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Part { None, Box, Start, End, Whole };

    [[nodiscard]] QRectF strip() const;
    [[nodiscard]] TimeRange whole() const;
    [[nodiscard]] bool showsAll() const;
    [[nodiscard]] Nanoseconds timeAt(double x) const;
    [[nodiscard]] double pixelOf(Nanoseconds t) const;
    [[nodiscard]] Part partAt(QPointF position) const;
    void drag(double x);
    void pointAt(QPointF position);
    void updateDescription();
    void refreshNow();
    void updateLanes();
    void paintMarks(QPainter& painter) const;

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const PanelStack& m_stack;
    PlotSpan m_span;
    std::vector<MinimapLane> m_lanes;
    std::vector<Nanoseconds> m_marks;
    TimeRange m_lanesOf;
    bool m_isStale = true;
    QTimer m_pause;  ///< before it is drawn anew
    Part m_held = Part::None;
    Nanoseconds m_last{};    ///< where the drag was last
    Nanoseconds m_anchor{};  ///< where it began
};
