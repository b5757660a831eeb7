#pragma once

#include "core/model/plan.h"
#include "core/model/workloadtraits.h"

#include <QString>

// What the tables of the model say, in the user's language.

/// "Download"
[[nodiscard]] QString titleOf(const WorkloadTraits& workload);

/// One sentence.
[[nodiscard]] QString summaryOf(const WorkloadTraits& workload);

/// "Time-out"
[[nodiscard]] QString titleOf(Setting setting);

/// One sentence, and for a number what it may be: "… From 0 to 60,000 ms."
[[nodiscard]] QString sentenceOf(Setting setting);

/// " ms", as it follows a number; empty where there is none.
[[nodiscard]] QString unitOf(Setting setting);

/// One of the values of a setting that is a choice: "One shared lock".
[[nodiscard]] QString choiceText(Setting setting, std::int64_t value);

/// "Event loop", and one sentence on it.
[[nodiscard]] QString titleOf(WorkerKind kind);
[[nodiscard]] QString sentenceOf(WorkerKind kind);

/// What W stands for with this workload.
[[nodiscard]] QString workersSentence(const WorkloadTraits& workload);
