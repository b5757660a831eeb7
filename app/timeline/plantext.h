#pragma once

#include "core/model/recording.h"

#include <QString>

/// "Concurrent + parallel"; "Run" for no mode.
[[nodiscard]] QString titleOf(std::optional<Mode> mode);

/// The title of a run among others: repeats of one plan are numbered.
[[nodiscard]] QString titleOf(const Comparison& comparison, std::size_t run);

/// "4 workers", "1 core"
[[nodiscard]] QString workersText(int workers, WorkerKind kind);
[[nodiscard]] QString coresText(int cores);

/// "4 workers take turns on 1 core"
[[nodiscard]] QString sentenceOf(const Plan& plan);
