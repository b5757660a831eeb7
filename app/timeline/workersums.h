#pragma once

#include "app/timeline/timesums.h"

/// The sums that make one worker's intervals cheap to draw at any zoom.
struct WorkerSums {
    TimeSums<Slice, 2> slices;              ///< 0: of tasks; 1: between tasks
    TimeSums<Wait, waitReasonCount> waits;  ///< by WaitReason
    TimeSums<TimeRange, 1> unseen;
    std::size_t partsSeen = 0;
};
