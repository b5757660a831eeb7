#pragma once

#include "app/timeline/legend.h"
#include "app/timeline/rowgroups.h"
#include "core/model/recording.h"

#include <QString>

#include <optional>
#include <vector>

/// A run that is drawn below another; a copy, since it may be of a recording that is closed before
/// it is drawn.
struct SeenGhost {
    Recording recording;
    int machineCores = 1;
    QString name;  ///< "before: morning.coreogram"
};

/// What of a comparison is looked at, and how.
struct ComparisonSight {
    std::vector<std::size_t> runs;  ///< in their order from above
    TimeRange visible;              ///< from the origin of each run
    RowsBy rows = RowsBy::Tasks;
    ColourBy colourBy = ColourBy::Task;              ///< of runs with tasks
    ColourBy observedColourBy = ColourBy::State;     ///< of observed programs
    std::vector<std::optional<SeenGhost>> ghosts{};  ///< below each of the runs; or none at all
    std::vector<std::optional<RowGroup>> opened{};   ///< in each of the runs; or none at all
    std::vector<Bookmark> bookmarks{};               ///< of any runs

    [[nodiscard]] ColourBy colourByOf(const Recording& recording) const noexcept;
};

/// All runs over all of their time, as they are shown at first.
[[nodiscard]] ComparisonSight wholeOf(const Comparison& comparison);
