#pragma once

#include "app/timeline/rowsource.h"

#include <optional>

// Which row, by index before rows are grouped, shows something. Nothing by core, where no row
// stands for a task or a worker.

/// The row of a task, or by workers that of the worker that first had a part of it.
[[nodiscard]] std::optional<std::size_t> rowOfTask(const RowSource& source, std::size_t task);

/// The row of a worker, or by tasks that of the task that it had last at `t`.
[[nodiscard]] std::optional<std::size_t> rowOfWorker(const RowSource& source, std::size_t worker,
                                                     Nanoseconds t);
