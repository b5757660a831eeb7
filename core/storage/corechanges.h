#pragma once

#include "core/model/recording.h"

#include <functional>

class TraceRows;
struct CoreChange;

/// Visits, in order of time, who gets and leaves which core, over all runs. A core has one worker
/// at a time: where inferred slices of two overlap on a core, the later one takes it and the
/// earlier one leaves it then. Slices whose core is not known are left out. Needs memory for each
/// worker, not for each slice; what is visited lives as long as the call.
void forEachCoreChange(const Comparison& comparison, const TraceRows& rows,
                       const std::function<void(const CoreChange&)>& visit);
