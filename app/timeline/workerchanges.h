#pragma once

#include "app/timeline/columns.h"
#include "app/timeline/rowsource.h"

#include <vector>

/// A part of a task goes on with another worker than before.
struct WorkerChange {
    double column = 0;
    PartId part{};
    WorkerId worker = WorkerId::None;  ///< the new one
    bool operator==(const WorkerChange&) const = default;
};

/// The changes of worker of the parts of `task` that are visible, in order of time, part by part.
/// Costs O(n log n) in the number of stretches of a task that has several, else O(1).
[[nodiscard]] std::vector<WorkerChange> workerChangesOf(const RowSource& source, std::size_t task,
                                                        const Columns& columns);
