#pragma once

#include "app/timeline/legend.h"
#include "app/timeline/rowgroups.h"
#include "core/model/time.h"

#include <vector>

struct Comparison;
struct Recording;

/// What of a comparison is looked at, and how.
struct ComparisonSight {
    std::vector<std::size_t> runs;  ///< in their order from above
    TimeRange visible;              ///< from the origin of each run
    RowsBy rows = RowsBy::Tasks;
    ColourBy colourBy = ColourBy::Task;           ///< of runs with tasks
    ColourBy observedColourBy = ColourBy::State;  ///< of observed programs

    [[nodiscard]] ColourBy colourByOf(const Recording& recording) const noexcept;
};

/// All runs over all of their time, as they are shown at first.
[[nodiscard]] ComparisonSight wholeOf(const Comparison& comparison);
