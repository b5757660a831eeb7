#include "core/analysis/sweep.h"
#include "core/lesson/measurement.h"
#include "core/model/findings.h"

#include <algorithm>

namespace lesson {

namespace {

/// "threads-4": all that a study runs.
std::vector<PlannedRun> plansOf(const Experiment& experiment, const StudyOf& study,
                                const Machine& machine)
{
    const int most = study.maxWorkers > 0 ? study.maxWorkers : 2 * machine.cores;
    std::vector<PlannedRun> runs;
    for (const WorkerKind kind : study.kinds) {
        ::Experiment work = experiment.work;
        work.with = kind;
        for (int workers = 1; workers <= std::min(most, ::limits::maxInProgress); ++workers)
            runs.push_back({std::string(nameOf(kind)) + "-" + std::to_string(workers), std::nullopt,
                            planWith(work, workers, machine.cores)});
    }
    return runs;
}

/// A run that ended in a deadlock went as its program must go, and is as much a measurement as one
/// that did all its tasks.
bool isMeasurement(const RunSummary& summary)
{
    return summary.end == RunEnd::Done ||
           (summary.end == RunEnd::Failed &&
            std::ranges::find(summary.findings, finding::deadlocks, &Finding::name) !=
                summary.findings.end());
}

}  // namespace

std::string lackOf(const Needs& needs, const Equipment& equipment)
{
    if (equipment.machine.cores < needs.cores)
        return "it needs " + std::to_string(needs.cores) + " cores, and there " +
               (equipment.machine.cores == 1
                    ? "is 1."
                    : "are " + std::to_string(equipment.machine.cores) + ".");
    if (needs.binding && !equipment.machine.canBind)
        return "workers cannot be bound to chosen cores here.";
    if (needs.exactEvidence && !equipment.hasExactEvidence)
        return "the kernel's scheduling record cannot be read here.";
    if (needs.python && !equipment.hasPython)
        return "no Python was found.";
    if (needs.interpreterLock && *needs.interpreterLock != equipment.hasInterpreterLock)
        return *needs.interpreterLock ? "this Python has no interpreter lock."
                                      : "this Python has the interpreter lock.";
    return {};
}

Needs needsOf(const Experiment& experiment)
{
    const auto* const program = std::get_if<ObservedProgram>(&experiment.how);
    return {.python = program && program->file.ends_with(".py")};
}

std::vector<PlannedRun> plannedRuns(const Experiment& experiment, const Machine& machine)
{
    if (const auto* const study = std::get_if<StudyOf>(&experiment.how))
        return plansOf(experiment, *study, machine);
    std::vector<PlannedRun> planned;
    if (const auto* const runs = std::get_if<std::vector<Run>>(&experiment.how)) {
        for (const Run& run : *runs) {
            const Plan plan =
                run.mode ? planFor(*run.mode, experiment.work, machine.cores) : *run.plan;
            if (validate(plan, experiment.work, machine.cores))
                planned.push_back({run.name, run.mode, plan});
        }
    }
    return planned;
}

std::vector<const Recording*> repeatsOf(const Experiment& experiment, std::string_view run,
                                        const ::Comparison& comparison)
{
    const auto planned = plannedRuns(experiment, comparison.machine);
    const auto wanted = std::ranges::find(planned, run, &PlannedRun::name);
    const bool isProgram = std::holds_alternative<ObservedProgram>(experiment.how);
    std::vector<const Recording*> repeats;
    for (const Recording& recording : comparison.runs) {
        const bool isWanted = isProgram ? recording.start.isObserved()
                                        : wanted != planned.end() &&
                                              recording.start.mode == wanted->mode &&
                                              recording.start.plan == wanted->plan;
        if (isWanted && isMeasurement(recording.summary))
            repeats.push_back(&recording);
    }
    return repeats;
}

}  // namespace lesson
