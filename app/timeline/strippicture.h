#pragma once

#include "app/timeline/columns.h"
#include "core/analysis/profile.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;
struct Theme;
struct TimelineStyle;

/// A count that stays the same in the columns [first, last).
struct StripStep {
    int first = 0;
    int last = 0;
    float count = 0;
    bool operator==(const StripStep&) const = default;
};

/// A count over time, as a step area.
struct StripPicture {
    enum class Kind { InProgress, Running };
    Kind kind = Kind::InProgress;
    QString label;
    std::vector<StripStep> steps;
    double top = 1;  ///< the count that fills the height
    int line = 0;    ///< a count to mark with a line; 0 for none
    bool operator==(const StripPicture&) const = default;
};

/// The mean of `profile` in each column.
[[nodiscard]] std::vector<float> columnMeans(const Profile& profile, const Columns& columns);

/// Equal neighbours together; nothing where the count is 0.
[[nodiscard]] std::vector<StripStep> stepsOf(const std::vector<float>& counts);

void paintStrip(QPainter& painter, const StripPicture& strip, const QRectF& rect,
                double pixelsPerColumn, const Theme& theme, const TimelineStyle& style);
