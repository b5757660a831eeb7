#pragma once

#include "core/model/recording.h"

#include <optional>
#include <vector>

/// A part of a task at an instant, and the worker that has it. Of an observed program, which has no
/// tasks, the worker alone; of a part that an event loop has laid aside, the task alone.
struct WorkAt {
    TaskId task = TaskId::None;
    PartId part{};
    WorkerId worker = WorkerId::None;
    bool operator==(const WorkAt&) const = default;
};

/// What a core does at an instant.
enum class CoreUse {
    NotKnown,  ///< someone may run on it, and nobody recorded who
    Idle,      ///< no worker of the run runs on it; other programs may
    Running,
};

struct CoreAt {
    int core = 0;
    CoreUse use = CoreUse::NotKnown;
    WorkAt work;  ///< what runs there; no task while a worker runs between tasks
    bool operator==(const CoreAt&) const = default;
};

/// Work that is ready or blocked, since when and why.
struct WaitingAt {
    WorkAt work;
    Nanoseconds since{};
    WaitReason reason = WaitReason::Unknown;
    HeldLock held{};  ///< where it waits for a lock of ours
    bool operator==(const WaitingAt&) const = default;
};

/// What a run does at one instant. Work between tasks appears only where it runs on a core.
struct Instant {
    std::vector<CoreAt> cores;       ///< by number, all of the machine's
    std::vector<WorkAt> running;     ///< on a core that is not known
    std::vector<WaitingAt> ready;    ///< who has been ready for longest comes first
    std::vector<WaitingAt> blocked;  ///< who has been blocked for longest comes first
    std::vector<WorkAt> notKnown;    ///< in progress; nothing says what it does
    std::vector<TaskId> notStarted;
    std::vector<TaskId> stopped;  ///< done, failed or cancelled
    bool hasEnded = false;        ///< the run is over by then

    bool operator==(const Instant&) const = default;
};

/// What `recording` does at `t` (CLOCK_MONOTONIC) on a machine with `machineCores` cores. Costs
/// O(log n) in the intervals of each worker, and O(1) for each task.
[[nodiscard]] Instant instantOf(const Recording& recording, Nanoseconds t, int machineCores);
