#pragma once

#include "app/charts/timesrows.h"

#include <QChartView>

class QAbstractAxis;
class QBarCategoryAxis;
class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;
struct Theme;

/// Real, user and sys of each run as horizontal bars. TimesModel is its twin for those who cannot
/// see it.
class TimesChart : public QChartView {
    Q_OBJECT

public:
    explicit TimesChart(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setRows(const std::vector<TimesRow>& rows);

private:
    void createSeries();
    void createAxes();
    void colourAxis(QAbstractAxis* axis, const Theme& theme);
    void scaleTo(Nanoseconds longest);
    void fitHeight(const QStringList& labels);

    QHorizontalBarSeries* m_series = nullptr;
    QBarSet* m_real = nullptr;
    QBarSet* m_user = nullptr;
    QBarSet* m_system = nullptr;
    QBarCategoryAxis* m_runs = nullptr;
    QValueAxis* m_milliseconds = nullptr;
};
