#pragma once

#include "app/timeline/paintruns.h"
#include "app/timeline/paintstate.h"

#include <QRectF>

/// Paints a row whose bars lie in `rect`, which is as wide as the plot.
void paintRow(QPainter& painter, const RowPicture& row, const QRectF& rect, const RowPaint& paint);

/// Where a bar lies in a row that is drawn in `rect`: on whole columns, and at least as wide as the
/// shortest allowed.
[[nodiscard]] QRectF barRect(const Bar& bar, const QRectF& rect, const RowPaint& paint);

/// A bar in progress in `rect`: its tint, then its outline.
void paintBarGround(QPainter& painter, const QRectF& rect, TaskId task, const RowPaint& paint);
void paintBarOutline(QPainter& painter, const QRectF& rect, const Bar& bar, const RowPaint& paint);

/// A line at `x` where a part, drawn in `lane`, goes on with `worker`, and that worker's number.
void paintWorkerChange(QPainter& painter, const QRectF& lane, double x, WorkerId worker,
                       const RowPaint& paint);

/// A cross for what failed, a stroke for what was cancelled; at the end of the bar `at`.
void paintMark(QPainter& painter, const QRectF& at, Mark mark, const RowPaint& paint);
