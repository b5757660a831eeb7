#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <cstddef>

// What can be told of a frame from outside without knowing the frames before it.

[[nodiscard]] Result<void> check(const Machine& machine);

/// `tasksBefore` is the number of tasks of the runs before, which share a limit with this one's.
[[nodiscard]] Result<void> check(const RunStart& start, std::size_t tasksBefore);
