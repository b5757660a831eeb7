#pragma once

#include "app/timeline/panellayout.h"

#include <QWidget>

class Viewport;
struct TimelineSettings;

/// The time axis that all panels share.
class AxisWidget : public QWidget {
    Q_OBJECT

public:
    /// Settings and viewport are borrowed.
    AxisWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent);

    /// Where the plots of the panels lie, in its coordinates.
    void setSpan(PlotSpan span);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    PlotSpan m_span;
};
