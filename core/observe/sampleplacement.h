#pragma once

#include "core/model/time.h"

#include <vector>

/// How long a thread ran within a period, of which nothing else is known.
struct RunLength {
    Nanoseconds running{};
    bool ranBefore = false;  ///< it was on a core when the period began
};

/// Where in the period [0, `length`) each thread is taken to have run: next to where it ran before
/// and where it goes on, and at the same time as another only as far as the lengths leave no other
/// way. So threads that take turns are never shown side by side, however seldom one looks. One or
/// two ranges for each thread, in order of time; a thread that did not run has an empty one.
///
/// The rule that fills one core after another and wraps around is McNaughton's (“Scheduling with
/// deadlines and loss functions”, 1959). Requires lengths from 0 to `length`.
[[nodiscard]] std::vector<std::vector<TimeRange>> placeRuns(const std::vector<RunLength>& threads,
                                                            Nanoseconds length);
