#pragma once

#include "app/timeline/columns.h"
#include "core/model/recording.h"

#include <vector>

/// How a bar is marked besides its colour.
enum class Mark { None, Failed, Cancelled };

/// A task in progress, or part of one; in columns, cut to the plot.
struct Bar {
    double first = 0;
    double last = 0;
    TaskId task = TaskId::None;  ///< None where several share the bar
    Mark mark = Mark::None;
    bool ends = false;  ///< the task's stop lies within the plot
    bool operator==(const Bar&) const = default;
};

[[nodiscard]] Mark markOf(const Task& task);

/// The columns [first, last) that a bar touches.
[[nodiscard]] int firstColumn(const Bar& bar) noexcept;
[[nodiscard]] int lastColumn(const Bar& bar) noexcept;

/// Whether any of `range` lies within `visible`; an empty range counts as an instant.
[[nodiscard]] bool isVisible(TimeRange range, TimeRange visible);

/// The bar of `task`, or of a part of it, that is in progress in `range`.
[[nodiscard]] Bar barOf(const Task& task, TimeRange range, const Columns& columns);

/// The parts that a worker executes, in order. Parts narrower than a column share bars without a
/// task. Costs O(log n) for each bar or column, whichever are fewer.
[[nodiscard]] std::vector<Bar> barsOf(const Recording& recording, std::size_t worker,
                                      const Columns& columns);
