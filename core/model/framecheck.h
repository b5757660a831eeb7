#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <cstddef>
#include <vector>

// What can be told of a frame from outside without knowing the frames before it.

[[nodiscard]] Result<void> check(const Machine& machine);

/// How many there are, and when. The lengths of their notes are up to who reads or writes them.
[[nodiscard]] Result<void> check(const std::vector<Bookmark>& bookmarks);

/// `tasksBefore` is the number of tasks of the runs before, which share a limit with this one's.
[[nodiscard]] Result<void> check(const RunStart& start, std::size_t tasksBefore);
