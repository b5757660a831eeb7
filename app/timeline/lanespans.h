#pragma once

#include "app/theme/workstate.h"
#include "app/timeline/columns.h"
#include "app/timeline/workersums.h"

#include <vector>

/// What a lane does in the columns [first, last) while it does not run.
struct StateSpan {
    int first = 0;
    int last = 0;
    WorkState state = WorkState::NotKnown;
    TaskId task = TaskId::None;
    bool operator==(const StateSpan&) const = default;
};

/// A lane runs in the columns [first, last), for `share` of each.
struct RunSpan {
    int first = 0;
    int last = 0;
    float share = 1;  ///< above 0, at most 1
    TaskId task = TaskId::None;
    bool isLongest = true;  ///< it runs for longer than it does anything else
    bool operator==(const RunSpan&) const = default;
};

/// Adds `run` behind `runs`, or makes the last of them longer where it goes on in the same way.
inline void append(std::vector<RunSpan>& runs, const RunSpan& run)
{
    if (!runs.empty()) {
        RunSpan& before = runs.back();
        if (before.last == run.first && before.share == run.share && before.task == run.task &&
            before.isLongest == run.isLongest) {
            before.last = run.last;
            return;
        }
    }
    runs.push_back(run);
}

/// A lane as it is drawn: running over what it waits for. Each list is in order, without overlap.
struct LaneSpans {
    std::vector<StateSpan> states;
    std::vector<RunSpan> runs;
    bool operator==(const LaneSpans&) const = default;
};

/// A stretch of a worker's recording.
struct Lane {
    const Worker* worker = nullptr;    ///< borrowed
    const WorkerSums* sums = nullptr;  ///< borrowed
    TimeRange clip;
};

/// What `lane` does in each column of its stretch. Intervals wider than a column are found one by
/// one; narrower ones are summed up column by column: the longest wait is the column's state, and
/// the share of running is exact, or nearly where a column holds some dozens of them. Costs
/// O(log n) for each interval or column drawn, whichever are fewer.
[[nodiscard]] LaneSpans spansOf(const Lane& lane, const Columns& columns);

/// The same, where what `drawn` holds before column `from` has been found already. Its memory is
/// used again.
void drawFrom(int from, const Lane& lane, const Columns& columns, LaneSpans& drawn);
