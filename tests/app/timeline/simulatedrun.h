#pragma once

#include "core/model/recording.h"

/// How a made-up scheduler shares the cores out.
struct Simulation {
    Mode mode = Mode::Sequential;
    int machineCores = 2;
    Experiment experiment{};
    Nanoseconds slice = std::chrono::milliseconds(4);  ///< how long a worker keeps its core
    Nanoseconds until = Nanoseconds::max();  ///< where the recording is cut off, from the origin
};

/// The recording of a run on a machine that takes no time for anything but the work: workers take
/// turns in a fixed order. Cut off where `until` says; then the run has not ended.
[[nodiscard]] Recording simulatedRun(const Simulation& simulation);

/// The four modes with whole tasks and the one with split tasks, of the same experiment.
[[nodiscard]] Comparison simulatedComparison(const Experiment& experiment, int machineCores = 2,
                                             Nanoseconds slice = std::chrono::milliseconds(4));

/// `workers` workers with `slices` slices each and ready waits between them, one task to each.
[[nodiscard]] Recording recordingOfSlices(int workers, int slices);
