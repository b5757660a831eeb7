#pragma once

#include "app/timeline/panellayout.h"
#include "core/model/time.h"

#include <QString>

#include <optional>
#include <vector>

class QPainter;
struct Theme;

/// One line of the grid with its label.
struct AxisTick {
    double x = 0;
    QString text;
    bool operator==(const AxisTick&) const = default;
};

/// The ticks of the axis that all panels share. `labelWidth` is that of a usual label.
[[nodiscard]] std::vector<AxisTick> axisTicks(TimeRange visible, PlotSpan span,
                                              const TimelineStyle& style);

/// The labels in `rect`, and the time of the cursor over them where there is one.
void paintAxis(QPainter& painter, const QRectF& rect, PlotSpan span, TimeRange visible,
               std::optional<Nanoseconds> cursor, const Theme& theme, const TimelineStyle& style);
