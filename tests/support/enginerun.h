#pragma once

#include "core/engine/executor.h"
#include "core/model/comparisonbuilder.h"
#include "core/model/findings.h"
#include "core/model/workloadtraits.h"
#include "core/observe/cores.h"

#include <QString>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

// Runs of the engine for tests, with real workers and a real image server.

/// What a test changes of how a run is made.
struct EngineOptions {
    std::vector<std::string> addresses{};
    std::function<bool(const Comparison&)> stopWhen{};
    bool useSchedulingRecord = true;
};

inline const Cores& machineCores()
{
    static const Cores detected = Cores::detect().value();
    return detected;
}

/// Runs `experiment` under `plan` to its end.
inline Recording recorded(const Experiment& experiment, Plan plan,
                          const EngineOptions& options = {})
{
    plan.with = experiment.with;
    ComparisonBuilder builder;
    const FrameSink sink = [&](const Frame& frame) {
        if (const auto added = builder.add(frame); !added)
            throw std::runtime_error(added.error().message);
    };
    ExecutorSettings settings;
    settings.workerProgram = COREOGRAM_RUN;
    settings.collectEvery = std::chrono::milliseconds(5);
    settings.addresses = options.addresses;
    settings.useSchedulingRecord = options.useSchedulingRecord;
    if (options.stopWhen)
        settings.stopRequested = [&] { return options.stopWhen(builder.comparison()); };
    Executor(machineCores(), sink, settings)
        .run({.id = RunId{0}, .plan = plan, .experiment = experiment},
             calibratedAmount(experiment, machineCores()));
    return builder.comparison().runs.at(0);
}

inline Experiment experimentOf(const char* workload, WorkerKind with, int tasks)
{
    Experiment experiment;
    experiment.workload = workload;
    experiment.with = with;
    experiment.tasks = tasks;
    experiment.taskLength = std::chrono::milliseconds(3);
    experiment.settings[Setting::Items] = 5'000;
    experiment.settings[Setting::Delay] = 5;
    return experiment;
}

inline std::optional<Finding> findingOf(const Recording& run, const char* name)
{
    for (const Finding& finding : run.summary.findings) {
        if (finding.name == name)
            return finding;
    }
    return std::nullopt;
}

inline int countOf(const Recording& run, Outcome outcome)
{
    int count = 0;
    for (const Task& task : run.tasks)
        count += task.stop && task.outcome == outcome ? 1 : 0;
    return count;
}

/// "task 3: why"
inline QString errorsOf(const Recording& run)
{
    QString errors;
    for (const Task& task : run.tasks) {
        if (!task.error.empty())
            errors += QStringLiteral("task %1: %2\n")
                          .arg(number(task.id))
                          .arg(QString::fromStdString(task.error));
    }
    return errors;
}
