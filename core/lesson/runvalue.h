#pragma once

#include "core/analysis/study.h"
#include "core/lesson/quantity.h"
#include "core/model/recording.h"

#include <optional>

namespace lesson {

/// What is known for certain.
[[nodiscard]] Estimate exactly(double value);
[[nodiscard]] Estimate exactly(Nanoseconds time);

/// A quantity of one run, in nanoseconds if it is a time, and what it may have been had nobody
/// hindered the run. Empty where it was not recorded, and of a speedup, which is made of two runs.
[[nodiscard]] std::optional<Estimate> valueOf(Quantity quantity, const Recording& run,
                                              int machineCores);

}  // namespace lesson
