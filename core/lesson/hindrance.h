#pragma once

#include "core/model/recording.h"

namespace lesson {

/// How far what others did can have changed a run: for every instant, how many of its workers ran,
/// and how many would have, had each that was ready had a core, of those that the plan allows.
struct Hindrance {
    /// The time in which fewer ran than could have, and what the hypervisor took: the run may have
    /// been so much shorter.
    Nanoseconds delay{};

    double parallelismShare = 0;  ///< as judge() has it

    /// At most, had nobody kept workers apart: what then ran later may have run beside the others.
    double possibleParallelismShare = 0;
};

[[nodiscard]] Hindrance hindranceOf(const Recording& run, int machineCores);

}  // namespace lesson
