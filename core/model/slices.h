#pragma once

#include "core/model/recording.h"

#include <vector>

/// Adds the newest slice to a worker's list: grows the last one where nothing has changed between
/// the two and it did not pause. An empty one adds nothing.
void addRunning(std::vector<Slice>& slices, const Slice& slice);
