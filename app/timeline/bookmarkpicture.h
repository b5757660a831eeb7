#pragma once

#include <QString>

#include <vector>

class QPainter;
class QRectF;
struct PanelLayout;
struct Theme;
struct TimelineStyle;

/// A bookmark as it is drawn: `x` in the widget's coordinates.
struct BookmarkFlag {
    double x = 0;
    QString note;
};

/// A flag at the upper edge of the axis in `rect`.
void paintFlag(QPainter& painter, const QRectF& rect, double x, const Theme& theme,
               const TimelineStyle& style);

/// Where on the axis a flag is taken hold of.
[[nodiscard]] QRectF flagRect(const QRectF& rect, double x, const TimelineStyle& style);

/// A line over the plot for each flag, from left to right, with its note at the top where that
/// does not cover the note before it.
void paintBookmarks(QPainter& painter, const PanelLayout& layout,
                    const std::vector<BookmarkFlag>& flags, const Theme& theme,
                    const TimelineStyle& style);
