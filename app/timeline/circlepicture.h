#pragma once

#include "app/timeline/columns.h"
#include "app/timeline/rowsource.h"

#include <QColor>
#include <QPointF>
#include <QPolygonF>

#include <vector>

class QPainter;
struct PanelLayout;
struct Theme;
struct TimelineStyle;

/// From the row of what waits to the row of what it waits for.
struct CircleArrow {
    std::size_t from = 0;
    std::size_t to = 0;
    int track = 0;  ///< arrows that would lie upon each other are drawn side by side
    bool operator==(const CircleArrow&) const = default;
};

/// A deadlock: arrows between rows, at the time when the circle closed.
struct CirclePicture {
    double column = 0;
    std::vector<CircleArrow> arrows;
    bool operator==(const CirclePicture&) const = default;
};

/// The circles that stand at any time in `columns`. None by core, nor where rows are groups.
[[nodiscard]] std::vector<CirclePicture> circlesOf(const RowSource& source, const Columns& columns);

/// The line of an arrow in a card; it ends at the dot in its last row.
[[nodiscard]] QPolygonF lineOf(const CirclePicture& circle, const CircleArrow& arrow,
                               const PanelLayout& layout, double pixelsPerColumn,
                               const TimelineStyle& style);

void paintCircle(QPainter& painter, const CirclePicture& circle, const PanelLayout& layout,
                 double pixelsPerColumn, const Theme& theme, const TimelineStyle& style);

/// An arrow along `line`, from a dot to a head, that stands out from what lies below it. In the
/// colour of what failed unless `ink` is another.
void paintArrow(QPainter& painter, const QPolygonF& line, const Theme& theme,
                const TimelineStyle& style, const QColor& ink = {});
