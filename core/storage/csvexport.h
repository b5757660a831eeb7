#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

class QIODevice;

/// Writes a line per interval, `kind,worker,pid,tid,core,task,start_ns,stop_ns,reason`, with
/// absolute CLOCK_MONOTONIC times: for each run its tasks, then slices and waits, worker by worker
/// in order of time. A task that was suspended, in progress on no worker, has a wait without a
/// worker for each time, after its own line. What is not known is empty; time that nobody saw has
/// no line. The same recording gives the same bytes. The error is the device's.
[[nodiscard]] Result<void> writeCsv(const Comparison& comparison, QIODevice& device);
