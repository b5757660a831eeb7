#pragma once

#include "core/model/recording.h"

#include <QString>

/// "Concurrent + parallel"; "Run" for no mode.
[[nodiscard]] QString titleOf(std::optional<Mode> mode);

/// The title of a run by itself: that of its mode, or the observed program with the first of its
/// arguments: "xz -T2 …".
[[nodiscard]] QString titleOf(const RunStart& start);

/// Whether both are runs of one plan, or of one program.
[[nodiscard]] bool isRepeatOf(const RunStart& run, const RunStart& other);

/// What all repeats of a run among others are called: by the name that was given to it, or
/// else without a mode by its workers and, if need be, its cores.
[[nodiscard]] QString nameOfPlan(const Comparison& comparison, const RunStart& start);

/// The title of a run among others: the name that was given to it, or else repeats are numbered.
[[nodiscard]] QString titleOf(const Comparison& comparison, std::size_t run);

/// "4 workers", "5 threads under one global lock (a model of CPython's)", "an event loop"; "1 core"
[[nodiscard]] QString workersText(int workers, WorkerKind kind);
[[nodiscard]] QString coresText(int cores);

/// "1 thread", "5 threads"
[[nodiscard]] QString threadsText(int threads);

/// "4 workers take turns on 1 core", "an event loop, up to 5 tasks in progress"
[[nodiscard]] QString sentenceOf(const Plan& plan);

/// "2 processes, 5 threads on 2 cores · exact evidence": what an observed program consists of.
[[nodiscard]] QString sentenceOf(const Recording& observed, int machineCores);

/// The whole command line, cut to `longest` characters.
[[nodiscard]] QString commandText(const std::vector<std::string>& command, qsizetype longest);
