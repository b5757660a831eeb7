#pragma once

#include "app/timeline/coreindex.h"
#include "app/timeline/lanespans.h"

/// Where core `core` is used by workers, column by column, and for which tasks. Of a column that
/// several workers share, the one that runs for the longest gives the task. Costs O(log n) for each
/// slice or column drawn, whichever are fewer.
[[nodiscard]] std::vector<RunSpan> spansOf(const CoreIndex& index, std::size_t core,
                                           const Columns& columns);
