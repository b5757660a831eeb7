#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

class TraceWriter;

/// Writes all that happened in `comparison`: for each run a process with its tasks in progress, a
/// thread for each worker with the parts that it executed and when it ran or waited within them,
/// and for each core who was on it. Times are CLOCK_MONOTONIC, as they were: the runs of a
/// comparison follow each other as they did, and no core has two of them at once. What had not
/// ended when the recording did ends there. The same recording gives the same calls. The error is
/// the writer's.
[[nodiscard]] Result<void> writeTrace(const Comparison& comparison, TraceWriter& writer);
