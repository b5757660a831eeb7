#pragma once

#include "core/model/recording.h"

#include <optional>

// The times (CLOCK_MONOTONIC) at which something begins or stops in a recording: a slice, a wait, a
// suspension, a task, a worker, or time that nobody knows of. Costs O(log n) in the intervals of
// each worker, and O(log n) in the suspensions of each task.

/// The first after `t`; empty where there is none.
[[nodiscard]] std::optional<Nanoseconds> changeAfter(const Recording& recording, Nanoseconds t);

/// The last before `t`; empty where there is none.
[[nodiscard]] std::optional<Nanoseconds> changeBefore(const Recording& recording, Nanoseconds t);
