#pragma once

#include "app/table/intervallist.h"

#include <optional>

/// Which of a timeline's intervals the table holds.
struct IntervalScope {
    std::optional<std::size_t> row;   ///< only what this task, worker or core did
    std::optional<TimeRange> within;  ///< only what lies in it; CLOCK_MONOTONIC
    bool operator==(const IntervalScope&) const = default;
};

/// The tasks of `scope` that have started: indices in Recording::tasks, in order of their start.
/// Only rows by task show tasks.
[[nodiscard]] std::vector<std::uint32_t> tasksIn(const RowSource& source,
                                                 const IntervalScope& scope);

/// The lists that hold all intervals of `scope`, none of them empty. `tasks` are those of above.
/// Costs O(log n) in the intervals of each worker, task of an event loop, or core.
[[nodiscard]] std::vector<IntervalList> listsIn(const RowSource& source, const IntervalScope& scope,
                                                const std::vector<std::uint32_t>& tasks);
