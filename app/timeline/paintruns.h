#pragma once

#include "app/timeline/legend.h"
#include "app/timeline/rowpicture.h"

#include <QRectF>
#include <QRgb>

#include <vector>

class QColor;
class QPainter;
struct Theme;
struct TimelineStyle;

/// What painting a row needs besides its picture; borrowed.
struct RowPaint {
    const Theme& theme;
    const TimelineStyle& style;
    ColourBy colourBy = ColourBy::Task;
    double pixelsPerColumn = 1;
    bool isMoving = false;  ///< the view moves: no patterns in what is short
};

/// Where the columns from `first` to `last` lie in a row that is drawn in `rect`, as far as they
/// do.
[[nodiscard]] QRectF spanRect(double first, double last, const QRectF& rect, const RowPaint& paint);

/// The task whose row or part a span belongs to.
[[nodiscard]] TaskId taskOf(const RowPicture& row, TaskId task);

/// The colour of running work of `task`; `None` for work that belongs to no single task.
[[nodiscard]] QColor runningColour(TaskId task, bool isGroup, const RowPaint& paint);

/// What each of `runs` from index `from` on is drawn with, premultiplied; transparent where it is
/// not seen.
[[nodiscard]] std::vector<QRgb> runColours(const RowPicture& row, const std::vector<RunSpan>& runs,
                                           const RowPaint& paint, std::size_t from = 0);

/// Paints what runs over what waits. Where columns are mixed, colours by task are as strong as the
/// share of running; colours by state show the longest state alone, so that no colour is seen that
/// is not in the legend. What runs for less than a column, apart from others, is always seen.
void paintRuns(QPainter& painter, const RowPicture& row, const std::vector<RunSpan>& runs,
               const QRectF& rect, const RowPaint& paint);
