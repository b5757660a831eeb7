#pragma once

#include "core/observe/cores.h"
#include "core/runner/options.h"
#include "core/runner/recordingsink.h"

/// Runs what is asked for, in its order, and hands it to `sink`; what went wrong is said as it
/// happens. Ends with the run that is interrupted. Returns the exit status.
[[nodiscard]] int executeRuns(const RunRequest& request, const Cores& cores, RecordingSink& sink);
