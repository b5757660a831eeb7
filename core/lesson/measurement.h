#pragma once

#include "core/analysis/study.h"
#include "core/lesson/condition.h"
#include "core/lesson/lesson.h"
#include "core/model/recording.h"

#include <map>
#include <string>
#include <vector>

namespace lesson {

/// What this machine has, as far as lessons need to know.
struct Equipment {
    Machine machine;
    bool hasExactEvidence = false;
    bool hasPython = false;
    bool hasInterpreterLock = true;  ///< of that Python
};

/// Why this machine cannot show what needs this, to follow "skipped: "; empty if it can.
[[nodiscard]] std::string lackOf(const Needs& needs, const Equipment& equipment);

/// What a machine must have to run this experiment itself.
[[nodiscard]] Needs needsOf(const Experiment& experiment);

/// One run of an experiment as this machine does it.
struct PlannedRun {
    std::string name;
    std::optional<Mode> mode{};
    Plan plan{};
};

/// The runs of an experiment in their order, without repeats; none of an observed program. Plans
/// that this machine is too small for are left out.
[[nodiscard]] std::vector<PlannedRun> plannedRuns(const Experiment& experiment,
                                                  const Machine& machine);

/// Recordings of a lesson's experiments, by name of the experiment. A comparison may hold any
/// number of repeats; only runs that are done count, or ended in a deadlock.
using Measurements = std::map<std::string, ::Comparison, std::less<>>;

/// The runs that are done of one plan of an experiment, in order; also those that ended in a
/// deadlock.
[[nodiscard]] std::vector<const Recording*>
repeatsOf(const Experiment& experiment, std::string_view run, const ::Comparison& comparison);

/// A value, or why there is none.
struct Measured {
    Estimate estimate{};
    std::string doubt;  ///< to follow "inconclusive: "; empty where the estimate is one
};

/// Fewer repeats do not tell how much a figure varies.
inline constexpr std::size_t fewestRepeats = 5;

/// The median over the repeats, with an interval: that of medianInterval() of what each repeat was,
/// and of what it may have been had nobody hindered it. The lowest and the highest of what was
/// measured are facts and have none.
[[nodiscard]] Measured measure(const Measure& wanted, const Lesson& lesson,
                               const Measurements& measurements, const Equipment& equipment);

}  // namespace lesson
