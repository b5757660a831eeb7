#pragma once

#include "core/model/plan.h"

#include <optional>

// A study runs one experiment with 1, 2, … workers. What "n workers" means depends on the work.

/// What efficiency is counted by.
enum class EfficiencyPer {
    Core,    ///< of those that the workers may use: work that computes
    Worker,  ///< work that waits needs no core for it
};

/// The plan of `experiment` with `workers` workers: work that computes and can be split is done one
/// task at a time, each split among them all; of other work, so many tasks are in progress. They
/// have a core each as long as there are any; an event loop has one. Requires 1 to
/// limits::maxInProgress workers.
[[nodiscard]] Plan planWith(const Experiment& experiment, int workers, int machineCores);

/// The number of workers that `plan` has in a study of `experiment`; empty if it is not one of its
/// plans.
[[nodiscard]] std::optional<int> workersInStudy(const Plan& plan, const Experiment& experiment,
                                                int machineCores);

/// Waiting work is judged by its workers: cores are not what limits it.
[[nodiscard]] EfficiencyPer efficiencyPer(const Experiment& experiment) noexcept;

/// The speedup that `workers` workers cannot exceed: so many as can do something at once. Those
/// that compute are limited by the cores that they may use, those that take whole tasks by the
/// number of tasks.
[[nodiscard]] double idealSpeedup(const Experiment& experiment, int workers, int machineCores);

/// The same if all tasks take equally long: where workers take whole tasks, ten tasks take four
/// workers three rounds, as they take five that finish at once. The n of Amdahl's law.
[[nodiscard]] double usableWorkers(const Experiment& experiment, int workers, int machineCores);
