#pragma once

#include "app/timeline/bars.h"
#include "app/timeline/lanecache.h"
#include "app/timeline/rowsource.h"
#include "app/timeline/workerchanges.h"

#include <vector>

class RunningColumns;

/// A lane, and which share of the bar's height it takes.
struct Band : DrawnLane {
    double top = 0;
    double height = 1;
};

/// What is drawn in one row of a panel.
struct RowPicture {
    RowsBy rows = RowsBy::Tasks;
    RowGroup group;
    std::vector<Bar> bars;
    std::vector<Band> bands;
    std::vector<Bar> marked{};  ///< what failed or was cancelled in a group
    std::vector<WorkerChange> changes{};
    double notStartedUntil = 0;  ///< columns; 0 where there is nothing to show
    bool hasTasks = true;        ///< else processes are numbered in the place of tasks
    bool isOfEventLoop = false;  ///< a task that an event loop runs
};

/// The picture of one row whose bars are `barHeight` columns' worth of pixels high. Adds how many
/// workers run for its tasks, or at all in an observed program, to `running`; rows by core add
/// nothing, see `addRunningOfWorkers`. `columns` count in CLOCK_MONOTONIC time.
[[nodiscard]] RowPicture pictureOfRow(const RowSource& source, RowGroup group,
                                      const Columns& columns, double barHeight,
                                      RunningColumns& running);

/// Adds how many workers run to `running`: where cores have the rows, some slices may be in none.
void addRunningOfWorkers(const RowSource& source, const Columns& columns, RunningColumns& running);
