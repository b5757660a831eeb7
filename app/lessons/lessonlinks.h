#pragma once

#include "core/lesson/measurement.h"
#include "core/lesson/timelinelink.h"
#include "core/model/recording.h"

#include <optional>
#include <vector>

// How what a lesson shows fits the runs of its experiments.

/// The first run of each of the experiment's plans, by the lesson's names: what is shown of it.
/// Later ones are repeats.
[[nodiscard]] Comparison shownRuns(const lesson::Experiment& experiment, const Comparison& all);

/// How many runs these are on that machine.
[[nodiscard]] int shownRunCount(const lesson::Experiment& experiment, const Machine& machine);

/// Those of them that are not hidden at first: of a study the first run and those that the lesson
/// speaks of, as its curve tells of the others; of anything else all.
[[nodiscard]] std::vector<std::size_t> runsInSight(const lesson::Experiment& experiment,
                                                   const lesson::Lesson& lesson,
                                                   const Machine& machine);

/// Where a link leads: an experiment and one of its shown runs.
struct LinkTarget {
    const lesson::Experiment* experiment = nullptr;
    std::size_t run = 0;  ///< index among those shown
};

/// Nothing where the lesson has no such run on that machine. A link that names none is about the
/// first run of `usual`.
[[nodiscard]] std::optional<LinkTarget> targetOf(const lesson::TimelineLink& link,
                                                 const lesson::Lesson& lesson,
                                                 const lesson::Experiment* usual,
                                                 const Machine& machine);
