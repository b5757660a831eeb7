#pragma once

#include "core/analysis/times.h"

#include <optional>

/// One figure of two runs.
struct Change {
    Nanoseconds before{};
    Nanoseconds now{};

    /// Below zero where it has become less.
    [[nodiscard]] constexpr Nanoseconds difference() const noexcept { return now - before; }
    /// Now ÷ before. Empty where there was nothing before.
    [[nodiscard]] std::optional<double> ratio() const noexcept;
    bool operator==(const Change&) const = default;
};

/// Two runs in figures: the wall times, and what all workers together did with theirs. Each figure
/// was measured once in each run, so that it says nothing of how much such runs vary.
struct Difference {
    Change wall;
    Change running;
    Change ready;
    Change blocked;
    Change unknown;  ///< records were lost: it may belong to any of the other three

    bool operator==(const Difference&) const = default;
};

/// What a run took: its workers' times added up.
[[nodiscard]] WorkerTimes timesOf(const Recording& run);

/// What has become of `before`. Where either goes on, it is what both took until now.
[[nodiscard]] Difference differenceOf(const Recording& before, const Recording& now);

/// The one of running, ready and blocked that has changed most the way the wall time has: a
/// figure to name beside it, which need not be its cause. Null where none has changed that way.
[[nodiscard]] const Change* largestWith(const Difference& difference) noexcept;
