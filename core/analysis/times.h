#pragma once

#include "core/model/recording.h"

#include <cstddef>
#include <optional>
#include <vector>

/// What a worker did with its lifetime. The four add up to it exactly, but for inferred evidence,
/// where time in which records were lost is in none.
struct WorkerTimes {
    Nanoseconds running{};
    Nanoseconds ready{};
    Nanoseconds blocked{};
    Nanoseconds unknown{};  ///< records were lost
    std::size_t slices = 0;
    bool operator==(const WorkerTimes&) const = default;
};

[[nodiscard]] WorkerTimes timesOf(const Worker& worker);

/// Wall time of the sequential run: the median where the comparison repeats it. Empty where no
/// sequential run is done.
[[nodiscard]] std::optional<Nanoseconds> sequentialWall(const Comparison& comparison);

/// Sequential wall time ÷ this wall time. Where no run is of the sequential mode, as in a study,
/// the runs of one worker of the same kind are what others are compared with. Empty where either is
/// unknown.
[[nodiscard]] std::optional<double> speedup(const Comparison& comparison, const Recording& run);

/// Speedup ÷ cores used. Empty where the speedup is.
[[nodiscard]] std::optional<double> efficiency(const Comparison& comparison, const Recording& run);

/// CPU time of Coreogram itself during the run, or all of them, ÷ what all cores had. Runs that
/// have not ended are left out; empty where no run took any time.
[[nodiscard]] std::optional<double> observerShare(const Comparison& comparison,
                                                  const Recording& run);
[[nodiscard]] std::optional<double> observerShare(const Comparison& comparison);

/// The same of the time that the hypervisor took.
[[nodiscard]] std::optional<double> stolenShare(const Comparison& comparison);

/// The median: the mean of the middle two of an even number. Requires at least one value.
[[nodiscard]] Nanoseconds median(std::vector<Nanoseconds> values);
