#pragma once

#include "app/table/intervallist.h"
#include "app/timeline/timetext.h"

#include <QString>

/// What the table says of an interval, a column each.
enum class IntervalColumn { Kind, Task, Worker, Core, State, Reason, Start, Stop, Length };
inline constexpr int intervalColumns = static_cast<int>(IntervalColumn::Length) + 1;

[[nodiscard]] QString titleOf(IntervalColumn column);

/// What the column means, in one sentence.
[[nodiscard]] QString meaningOf(IntervalColumn column);

/// Times count from the origin of the run. Empty for what does not apply.
[[nodiscard]] QString textOf(const IntervalRow& row, IntervalColumn column, const RowSource& source,
                             TimeFormat format);

/// That of a table: all of its times are written alike.
[[nodiscard]] TimeFormat tableFormat(const RowSource& source);
