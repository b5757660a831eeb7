#include "core/analysis/sweep.h"

#include "core/model/workloadtraits.h"

#include <algorithm>

namespace {

bool isQueued(const Experiment& experiment) noexcept
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    return traits && traits->isQueued;
}

/// Whether all workers share in every task; otherwise each takes whole tasks.
bool sharesTasks(const Experiment& experiment) noexcept
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const bool canSplit = !traits || traits->canSplit;
    return canSplit && !isQueued(experiment) && experiment.with != WorkerKind::EventLoop;
}

/// How many workers can do something at once.
int activeWorkers(const Experiment& experiment, int workers, int machineCores)
{
    const Plan plan = planWith(experiment, workers, machineCores);
    const int active = isQueued(experiment) ? workers : plan.cores;
    return sharesTasks(experiment) ? active : std::min(active, experiment.tasks);
}

}  // namespace

Plan planWith(const Experiment& experiment, int workers, int machineCores)
{
    const bool isLoop = experiment.with == WorkerKind::EventLoop;
    const int cores = isLoop ? 1 : std::min(workers, machineCores);
    return sharesTasks(experiment) ? Plan{1, workers, cores, experiment.with}
                                   : Plan{workers, 1, cores, experiment.with};
}

std::optional<int> workersInStudy(const Plan& plan, const Experiment& experiment, int machineCores)
{
    Experiment same = experiment;
    same.with = plan.with;
    const int workers = plan.partsInProgress();
    return planWith(same, workers, machineCores) == plan ? std::optional(workers) : std::nullopt;
}

EfficiencyPer efficiencyPer(const Experiment& experiment) noexcept
{
    return isQueued(experiment) ? EfficiencyPer::Worker : EfficiencyPer::Core;
}

double idealSpeedup(const Experiment& experiment, int workers, int machineCores)
{
    return activeWorkers(experiment, workers, machineCores);
}

double usableWorkers(const Experiment& experiment, int workers, int machineCores)
{
    const int active = activeWorkers(experiment, workers, machineCores);
    if (sharesTasks(experiment))
        return active;
    const int rounds = (experiment.tasks + active - 1) / active;
    return static_cast<double>(experiment.tasks) / rounds;
}
