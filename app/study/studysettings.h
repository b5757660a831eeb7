#pragma once

#include "core/model/plan.h"

#include <QString>
#include <QStringList>

#include <vector>

class QSettings;

/// What the Study place is set to. Plain data.
struct StudySettings {
    Experiment experiment;          ///< its kind and workers say nothing: the next two do
    std::vector<WorkerKind> kinds;  ///< each once, in the order of allWorkerKinds
    int maxWorkers = 2;             ///< leastMaxWorkers to limits::maxWorkersAsked
    int repeats = 5;                ///< 1 to mostRepeats

    bool operator==(const StudySettings&) const = default;
};

inline constexpr int leastMaxWorkers = 2;
inline constexpr int mostRepeats = 100;

/// Computing on threads, with up to twice as many workers as there are cores.
[[nodiscard]] StudySettings initialStudy(int machineCores);

/// The same for another workload, with the number of tasks that suits it.
[[nodiscard]] StudySettings withWorkload(StudySettings settings, std::string_view workload);

/// Why this cannot be run, in words for the user; empty if it can.
[[nodiscard]] QString problemOf(const StudySettings& settings);

/// How many runs that makes.
[[nodiscard]] int runsOf(const StudySettings& settings) noexcept;

/// Arguments of coreogram-run that run it and stream what happens.
[[nodiscard]] QStringList studyArguments(const StudySettings& settings);

void remember(const StudySettings& settings, QSettings& memory);

/// What was remembered, where it is valid.
[[nodiscard]] StudySettings recallStudy(const QSettings& memory, int machineCores);
