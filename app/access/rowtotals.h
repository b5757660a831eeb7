#pragma once

#include "app/timeline/rowsource.h"

#include <optional>

/// What a row of a timeline did, all of its lanes together.
struct RowTotals {
    std::optional<TimeRange> span;  ///< CLOCK_MONOTONIC; empty for what has not started
    Nanoseconds running{};
    Nanoseconds ready{};
    Nanoseconds blocked{};
    Nanoseconds unseen{};  ///< records were lost
    bool operator==(const RowTotals&) const = default;
};

/// Those of the tasks, workers or cores of `group`. Costs O(log n) in the intervals of each.
[[nodiscard]] RowTotals totalsOfRows(const RowSource& source, RowGroup group);

/// "0 ns to 804 ms: running 200 ms, ready 604 ms, blocked 0 ns"
[[nodiscard]] QString sentenceOf(const RowTotals& totals, const RowSource& source);
