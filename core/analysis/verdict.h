#pragma once

#include "core/model/recording.h"

#include <string>
#include <string_view>

enum class Verdict { Neither, Concurrent, Parallel, Both, Inconclusive };

/// How much of the time a count was at least two, with its mean and its maximum.
struct Share {
    double share = 0;  ///< 0 to 1
    double mean = 0;   ///< of tasks in progress over the wall time, or of workers running over the
                       ///< time in which any runs
    int max = 0;       ///< of workers running: only what is held long enough to be sure of
    bool operator==(const Share&) const = default;
};

/// Parallelism shares apart from the one that the slices show, where the evidence does not tell
/// when exactly a worker ran.
struct ParallelismBounds {
    double sure = 0;      ///< without the overlaps that the evidence may have made up
    double possible = 0;  ///< with those that it may have missed
    bool operator==(const ParallelismBounds&) const = default;
};

struct Judgement {
    Share concurrency;  ///< time with two or more tasks in progress ÷ wall time
    Share parallelism;  ///< time with two or more workers running ÷ time with one or more
    ParallelismBounds bounds;
    Verdict verdict = Verdict::Inconclusive;
    std::string reason;  ///< why it is inconclusive, in one sentence; empty otherwise
    bool operator==(const Judgement&) const = default;
};

/// Judges a run by what was recorded of it, never by its plan (terms.md, "Judging a run").
[[nodiscard]] Judgement judge(const Recording& recording);

/// The verdict that two shares give: 5 % decides, from 2 % to 10 % nothing does.
[[nodiscard]] Verdict verdictFor(double concurrencyShare, double parallelismShare) noexcept;

/// As in JSON: `neither`, `concurrent`, `parallel`, `both`, `inconclusive`.
[[nodiscard]] std::string_view nameOf(Verdict verdict) noexcept;
