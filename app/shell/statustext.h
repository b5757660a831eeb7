#pragma once

#include "core/model/recording.h"

#include <QString>

#include <optional>

/// Where what is shown comes from: "inferred: each worker noticed its own gaps". Empty where
/// nothing was recorded.
[[nodiscard]] QString evidenceText(const Comparison& comparison);

/// What recording cost, as shares of the machine over all runs that have ended: "observer 1.4 % of
/// CPU"; with `windowShare`, that of the window too. Empty where it is not known.
[[nodiscard]] QString observerText(const Comparison& comparison, std::optional<double> windowShare);

/// How far a run of `expectedRuns` runs is.
struct RunProgress {
    double share = 0;  ///< 0 to 1
    QString text;      ///< "Run 2 of 5: Concurrent, 3 of 4 tasks done"
};
[[nodiscard]] RunProgress progressOf(const Comparison& comparison, int expectedRuns);
