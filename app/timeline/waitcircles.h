#pragma once

#include "core/model/recording.h"

#include <vector>

/// A task that waits for a lock which another holds.
struct WaitLink {
    TaskId waiter = TaskId::None;
    TaskId holder = TaskId::None;
    WorkerId worker = WorkerId::None;  ///< of the waiter
    std::uint16_t lock = 0;
    bool operator==(const WaitLink&) const = default;
};

/// Tasks that wait for each other, each for the next and the last for the first: a deadlock.
struct WaitCircle {
    TimeRange range;  ///< from the wait that closed it to the end of the first of these waits
    std::vector<WaitLink> links;
    bool operator==(const WaitCircle&) const = default;
};

/// The circles of lock waits in a recording, in order of time: those that stand, and those that
/// ended because a task of theirs failed or was cancelled. Who holds a lock is known as of the
/// beginning of a wait; what ended because a lock was given back, or has hardly begun to stand, is
/// no deadlock. The global lock is none either: it is given up on request. Costs
/// O(workers + tasks), and O(log n) for each wait of a circle.
[[nodiscard]] std::vector<WaitCircle> waitCirclesOf(const Recording& recording);
