#pragma once

#include "core/model/recording.h"

#include <string>

/// The first promise of recording.h that the comparison breaks, in one sentence; empty if none.
[[nodiscard]] std::string brokenInvariant(const Comparison& comparison);

/// How the slices of `worker` contradict `accounted`, the CPU time that the system itself gives it;
/// empty where they agree within 0.5 % and 1 ms. What the hypervisor takes from a core is in a
/// slice, but not in the account; the system reports it in steps of 10 ms for each core.
[[nodiscard]] std::string disagreement(const Recording& run, const Worker& worker,
                                       Nanoseconds accounted);
