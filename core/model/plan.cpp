#include "core/model/plan.h"

#include "core/model/workloadtraits.h"

#include <algorithm>

namespace {

Result<void> inRange(std::string_view what, long long value, long long low, long long high)
{
    if (low <= value && value <= high)
        return {};
    return failure(std::string(what) + " is " + std::to_string(value) + "; expected " +
                   std::to_string(low) + " to " + std::to_string(high));
}

Result<void> validate(const Settings& settings)
{
    for (std::size_t i = 0; i < settingCount; ++i) {
        const SettingTraits& traits = traitsOf(static_cast<Setting>(i));
        if (auto ok =
                inRange(traits.name, settings[static_cast<Setting>(i)], traits.low, traits.high);
            !ok)
            return ok;
    }
    return {};
}

bool canSplit(const Experiment& experiment)
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    return !traits || traits->canSplit;
}

/// How many tasks may be in progress where a mode says "all".
int allOf(const Experiment& experiment, int machineCores)
{
    const int all = std::min(experiment.tasks, limits::maxInProgress);
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const bool isBounded =
        traits && traits->isQueued && (experiment.workers > 0 || traits->workers > 0);
    return isBounded ? std::min(all, workersOf(experiment, machineCores)) : all;
}

}  // namespace

int workersOf(const Experiment& experiment, int machineCores) noexcept
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const int own = traits && traits->workers > 0 ? traits->workers : machineCores;
    return std::min(experiment.workers > 0 ? experiment.workers : own, limits::maxWorkersAsked);
}

std::vector<Mode> modesOf(const Experiment& experiment)
{
    if (canSplit(experiment))
        return {allModes.begin(), allModes.end()};
    return {Mode::Sequential, Mode::Concurrent, Mode::Both};
}

Plan planFor(Mode mode, const Experiment& experiment, int machineCores)
{
    const int asked = workersOf(experiment, machineCores);
    const int all = allOf(experiment, machineCores);
    const int cores = std::min(asked, machineCores);
    switch (mode) {
    case Mode::Sequential:
        return {1, 1, 1, experiment.with};
    case Mode::Concurrent:
        return {all, 1, 1, experiment.with};
    case Mode::Parallel:
        return {1, asked, cores, experiment.with};
    case Mode::Both:
        return {all, 1, cores, experiment.with};
    case Mode::BothSplit:
        return {std::min(all, limits::maxWorkers / asked), asked, cores, experiment.with};
    }
    return {};
}

std::optional<Mode> modeOf(const Plan& plan, const Experiment& experiment, int machineCores)
{
    const auto names = [&](Mode mode) { return planFor(mode, experiment, machineCores) == plan; };
    const auto found = std::ranges::find_if(allModes, names);
    return found == allModes.end() ? std::nullopt : std::optional(*found);
}

Result<void> validate(const Experiment& experiment)
{
    if (auto ok = inRange("the number of tasks", experiment.tasks, 1, limits::maxTasks); !ok)
        return ok;
    if (experiment.workers != 0) {
        if (auto ok =
                inRange("the number of workers", experiment.workers, 1, limits::maxWorkersAsked);
            !ok)
            return ok;
    }
    if (experiment.taskLength < limits::minTaskLength ||
        experiment.taskLength > limits::maxTaskLength)
        return failure("the task length is " +
                       std::to_string(toMilliseconds(experiment.taskLength)) +
                       " ms; expected 0.01 to 600000 ms");
    return validate(experiment.settings);
}

Result<void> validate(const Plan& plan, int machineCores)
{
    if (auto ok =
            inRange("the number of tasks in progress", plan.inProgress, 1, limits::maxInProgress);
        !ok)
        return ok;
    if (auto ok = inRange("the number of parts a task is split into", plan.split, 1,
                          limits::maxWorkersAsked);
        !ok)
        return ok;
    if (auto ok = inRange("the number of cores", plan.cores, 1, machineCores); !ok)
        return ok;
    return inRange("the number of workers (in progress × split)", plan.partsInProgress(), 1,
                   limits::maxWorkers);
}

Result<void> validate(const Plan& plan, const Experiment& experiment, int machineCores)
{
    if (plan.split > 1 && !canSplit(experiment))
        return failure("the number of parts a task is split into is " + std::to_string(plan.split) +
                       "; expected 1, since a task of the workload " + experiment.workload +
                       " cannot be split");
    return validate(plan, machineCores);
}

std::string_view nameOf(Mode mode) noexcept
{
    switch (mode) {
    case Mode::Sequential:
        return "sequential";
    case Mode::Concurrent:
        return "concurrent";
    case Mode::Parallel:
        return "parallel";
    case Mode::Both:
        return "both";
    case Mode::BothSplit:
        return "both-split";
    }
    return {};
}

std::optional<Mode> modeNamed(std::string_view name) noexcept
{
    const auto found = std::ranges::find(allModes, name, [](Mode mode) { return nameOf(mode); });
    return found == allModes.end() ? std::nullopt : std::optional(*found);
}

std::string_view nameOf(WorkerKind kind) noexcept
{
    static constexpr std::array<std::string_view, allWorkerKinds.size()> names{
        "threads", "processes", "global-lock", "event-loop"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<WorkerKind> workerKindNamed(std::string_view name) noexcept
{
    const auto found =
        std::ranges::find(allWorkerKinds, name, [](WorkerKind kind) { return nameOf(kind); });
    return found == allWorkerKinds.end() ? std::nullopt : std::optional(*found);
}
