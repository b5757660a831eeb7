#pragma once

#include "app/theme/workstate.h"
#include "app/timeline/rowsource.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What lies at a point of a panel.
struct Hit {
    RowGroup group;
    std::optional<WorkState> state;    ///< empty where there is nothing, and for groups
    TaskId task = TaskId::None;        ///< whose row, part or slice it is
    WorkerId worker = WorkerId::None;  ///< None too for a task that is suspended
    int core = -1;                     ///< -1 if not known
    HeldLock held;                     ///< which lock it waits for, and who held it
    TimeRange interval;                ///< CLOCK_MONOTONIC; of a core, also one in which it is idle
    bool operator==(const Hit&) const = default;
};

/// What a row shows at time `t` (CLOCK_MONOTONIC), `depth` (0 to 1) into its bar. An interval that
/// runs within `tolerance` of `t` is found before a longer one that does not.
[[nodiscard]] Hit hitAt(const RowSource& source, RowGroup group, Nanoseconds t, double depth,
                        Nanoseconds tolerance);

/// The edge of an interval or a task of the row that is nearest to `t`: at or after it if
/// `forward`, else before it, never `t` itself. Empty where there is none.
enum class Direction { Back, Forward };
[[nodiscard]] std::optional<Nanoseconds> nextEdge(const RowSource& source, RowGroup group,
                                                  Nanoseconds t, Direction direction);

/// `t`, or the edge of the row that is nearest to it within `tolerance`.
[[nodiscard]] Nanoseconds snapped(const RowSource& source, RowGroup group, Nanoseconds t,
                                  Nanoseconds tolerance);
