#pragma once

#include <optional>
#include <vector>

/// Wall times with one number of workers.
struct AmdahlSample {
    double usableWorkers = 1;   ///< how many can do something at once, at least 1
    std::vector<double> walls;  ///< at least one, in any unit, each greater than 0
};

/// The share of the work that one worker alone must do, 0 to 1, with its interval of 95 %.
struct SerialFraction {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// What `usableWorkers` workers gain at most where `serialFraction` of the work is serial (Amdahl,
/// Validity of the single processor approach, AFIPS 1967).
[[nodiscard]] double amdahlSpeedup(double serialFraction, double usableWorkers) noexcept;

/// The serial fraction s by which T(n) = T(1) · (s + (1 − s)/n) fits the medians best: least
/// squares of the relative error, T(1) being the median of the first sample, which is one worker's.
/// The interval is that of 2.5 to 97.5 % of fits to samples drawn anew from the same repeats (the
/// bootstrap of Efron, 1979), by a fixed seed: the same repeats give the same interval. Fits below
/// 0 or above 1, which no share can be, count as 0 and 1. Empty where no sample has more than one
/// worker.
[[nodiscard]] std::optional<SerialFraction> fitAmdahl(const std::vector<AmdahlSample>& samples);
