#pragma once

#include "app/timeline/bars.h"
#include "app/timeline/lanespans.h"
#include "app/timeline/rowgroups.h"

#include <vector>

/// A lane, and which share of the bar's height it takes.
struct Band {
    double top = 0;
    double height = 1;
    LaneSpans spans;
};

/// What is drawn in one row of a panel.
struct RowPicture {
    RowsBy rows = RowsBy::Tasks;
    RowGroup group;
    std::vector<Bar> bars;
    std::vector<Band> bands;
    double notStartedUntil = 0;  ///< columns; 0 where there is nothing to show
};

/// What rows are made from; borrowed.
struct RowSource {
    const Recording& recording;
    const PanelModel& model;
    RowsBy rows = RowsBy::Tasks;

    /// How many tasks or workers there are.
    [[nodiscard]] std::size_t count() const;
};

/// The picture of one row whose bars are `barHeight` columns' worth of pixels high. Adds how many
/// workers run for its tasks to `running`, one value for each column. `columns` count in
/// CLOCK_MONOTONIC time.
[[nodiscard]] RowPicture pictureOfRow(const RowSource& source, RowGroup group,
                                      const Columns& columns, double barHeight,
                                      std::vector<float>& running);
