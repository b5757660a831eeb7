#pragma once

#include "core/model/recording.h"

#include <QString>

#include <optional>

/// Where what is shown comes from: "inferred: each worker noticed its own gaps". Empty where
/// nothing was recorded.
[[nodiscard]] QString evidenceText(const Comparison& comparison);

/// Why it is not exact, and the one line that would enable it. Empty where there is nothing to say.
[[nodiscard]] QString evidenceNote(const Comparison& comparison);

/// The line in `note` that can be given to a shell; empty where there is none.
[[nodiscard]] QString commandIn(const QString& note);

/// What recording cost, as shares of the machine over all runs that have ended: "observer 1.4 % of
/// CPU". Empty where it is not known.
[[nodiscard]] QString observerText(const Comparison& comparison);

/// How far a run of `expectedRuns` runs is.
struct RunProgress {
    std::optional<double> share;  ///< 0 to 1; empty where nobody knows, as of a foreign program
    QString text;                 ///< "Run 2 of 5: Concurrent, 3 of 4 tasks done"
};
[[nodiscard]] RunProgress progressOf(const Comparison& comparison, int expectedRuns);
