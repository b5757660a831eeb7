#pragma once

#include "core/analysis/amdahl.h"
#include "core/analysis/sweep.h"
#include "core/model/recording.h"

#include <optional>
#include <string>
#include <vector>

/// A figure with the interval that is believed to hold it.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;

    [[nodiscard]] double width() const noexcept { return high - low; }
    bool operator==(const Estimate&) const = default;
};

/// What was measured with one kind and number of workers.
struct StudyPoint {
    WorkerKind with = WorkerKind::Threads;
    int workers = 1;
    int cores = 1;  ///< that they may use
    std::vector<double>
        repeats{};     ///< wall times of the runs that are done, in ns, as they were run
    Estimate wall{};   ///< their median, in ns
    double level = 0;  ///< the confidence of its interval, 0 to 1

    /// Median wall time of one worker of this kind ÷ this one; and that ÷ cores or workers. Their
    /// intervals are those of the wall times divided, low by high and high by low, so they hold the
    /// figure at least when both of those do. Empty where one worker was not measured.
    std::optional<Estimate> speedup{};
    std::optional<Estimate> efficiency{};

    double ideal = 1;  ///< the speedup that so many workers cannot exceed
    std::optional<double>
        fitted{};  ///< the speedup that Amdahl's law with the fitted fraction gives
};

/// One kind of worker in a study.
struct StudyCurve {
    WorkerKind with = WorkerKind::Threads;
    std::vector<StudyPoint> points{};  ///< by number of workers; at least one

    /// Fitted to the points with no more workers than can do something at once: what too many do to
    /// each other is no serial work. Beyond them the law's n stays what can be used.
    std::optional<SerialFraction> serial{};

    /// The number of workers from which more bring nothing; empty unless the intervals support it,
    /// and of an inconclusive study.
    std::optional<int> knee{};
};

/// What others than the workers and Coreogram took of all cores while the runs went on.
struct Disturbance {
    double taken = 0;   ///< by other programs and the hypervisor, 0 to 1
    double stolen = 0;  ///< of that, by the hypervisor
    double own = 0;     ///< what the workers had, for comparison
};

/// How an experiment scales with its workers: a summary of many runs. Plain data.
struct Study {
    Machine machine;
    Experiment experiment;
    EfficiencyPer efficiencyPer = EfficiencyPer::Core;
    std::vector<StudyCurve> curves;          ///< in order of the first run of each
    std::optional<Disturbance> disturbance;  ///< empty where the system does not tell
    std::string reason;  ///< why it is inconclusive, to follow "inconclusive: "; empty otherwise

    [[nodiscard]] bool isInconclusive() const noexcept { return !reason.empty(); }
};

/// Studies the runs of `comparison` whose plans are those of planWith() and that are done: the
/// repeats of a plan make up a point. A run of a named mode was made for something else.
[[nodiscard]] Study studyOf(const Comparison& comparison);

/// The point with so many workers; null if there is none.
[[nodiscard]] const StudyPoint* pointWith(const StudyCurve& curve, int workers) noexcept;

/// The point with the greatest speedup; null if none is known.
[[nodiscard]] const StudyPoint* fastestOf(const StudyCurve& curve) noexcept;
