#pragma once

#include "core/analysis/verdict.h"
#include "core/model/recording.h"

#include <string>

// What a run is called and how it went, in words; those of the window too.

/// "Sequential", "Concurrent + parallel", …; "Run" for a plan without a name.
[[nodiscard]] std::string wordsOf(std::optional<Mode> mode);

/// That of the mode; of an observed program, its name.
[[nodiscard]] std::string titleOf(const RunStart& start);

/// What the plan does; of an observed program, "2 processes with 5 threads on 2 cores".
[[nodiscard]] std::string sentenceOf(const Recording& run, const Machine& machine);

/// The command that was observed, as one would type it.
[[nodiscard]] std::string commandText(const RunStart& start);

/// "xz 4711"
[[nodiscard]] std::string labelOf(const Worker& worker);

/// What the plan does: "4 workers take turns on 1 core".
[[nodiscard]] std::string wordsOf(const Plan& plan);

/// What executes the tasks: "threads", "threads under one global lock (a model of CPython's)", …
[[nodiscard]] std::string wordsOf(WorkerKind kind);

/// "concurrent, not parallel", …
[[nodiscard]] std::string wordsOf(Verdict verdict);

/// What was seen: "4 in progress, 1 running"; why it is inconclusive, where it is.
[[nodiscard]] std::string detailOf(const Judgement& judgement);

/// What went wrong with the run, of text that a terminal can show; empty if nothing did.
[[nodiscard]] std::string problemOf(const Recording& run);

/// "inferred, from gaps that the workers noticed", …
[[nodiscard]] std::string wordsOf(Evidence evidence);
