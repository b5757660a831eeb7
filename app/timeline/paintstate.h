#pragma once

#include "app/timeline/paintruns.h"
#include "app/timeline/statestrip.h"

#include <QRectF>

/// Whether a state of so many columns is drawn as the shade that its pattern has from afar.
[[nodiscard]] bool isNarrow(double columns, const RowPaint& paint);

/// That shade. Requires a state that is drawn, other than running.
[[nodiscard]] QColor narrowShade(WorkState state, TaskId task, const RowPaint& paint);

/// What a wide state looks like, coloured as work of `task`.
[[nodiscard]] StateShade shadeOf(WorkState state, TaskId task, const RowPaint& paint);

/// A state other than running in `rect`, coloured as work of `task`.
void paintState(QPainter& painter, const QRectF& rect, WorkState state, TaskId task,
                const RowPaint& paint);

/// The padlock of a wait for a lock, where there is room for one.
void paintPadlockOf(QPainter& painter, const QRectF& rect, WorkState state, TaskId task,
                    const RowPaint& paint);
