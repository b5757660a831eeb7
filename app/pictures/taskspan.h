#pragma once

#include "core/model/recording.h"

#include <optional>

/// When the task was in progress, counted from the origin of its run; up to what is known of it
/// while it goes on. Empty where it has not started, or where there is no such run or task.
[[nodiscard]] std::optional<TimeRange> spanOf(const Comparison& comparison, RunId run, TaskId task);
