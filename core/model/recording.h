#pragma once

#include "core/model/event.h"
#include "core/model/ids.h"
#include "core/model/machine.h"
#include "core/model/plan.h"
#include "core/model/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Where the slices come from.
enum class Evidence {
    Exact,     ///< the kernel's scheduling record
    Inferred,  ///< each worker noticed its own gaps
    Sampled,   ///< the process table, polled
};

/// Whether the slices come from switches that were observed from outside, not from the worker.
[[nodiscard]] constexpr bool comesFromSwitches(Evidence evidence) noexcept
{
    return evidence != Evidence::Inferred;
}

/// An unbroken interval of one worker running on one core.
struct Slice {
    Nanoseconds start{};
    Nanoseconds end{};
    TaskId task = TaskId::None;  ///< None while the worker runs between tasks
    PartId part{};
    std::int16_t core = -1;  ///< -1 if not known

    bool operator==(const Slice&) const = default;
};

/// An unbroken interval in which a worker did not run.
struct Wait {
    Nanoseconds start{};
    Nanoseconds end{};
    TaskId task = TaskId::None;  ///< None while the worker waits between tasks
    PartId part{};
    WaitReason reason = WaitReason::Unknown;
    HeldLock held{};  ///< where it waits for a lock of ours: which, and who held it

    bool operator==(const Wait&) const = default;
};

/// An interval in which a part of a task was in progress on no worker: an event loop did something
/// else meanwhile.
struct Suspension {
    Nanoseconds start{};
    std::optional<Nanoseconds> end{};  ///< empty while it goes on
    PartId part{};
    WaitReason reason = WaitReason::Unknown;

    bool operator==(const Suspension&) const = default;
};

/// One worker's execution of one part of one task.
struct PartRun {
    Nanoseconds start{};
    Nanoseconds end{};
    TaskId task = TaskId::None;
    PartId part{};

    bool operator==(const PartRun&) const = default;
};

/// A task and what became of it.
struct Task {
    TaskId id = TaskId::None;
    std::optional<Nanoseconds> start;
    std::optional<Nanoseconds> stop;
    std::vector<WorkerId> workers;  ///< that executed a part of it, in order of their first part
    Outcome outcome = Outcome::Cancelled;  ///< meaningful once it has stopped
    std::string error;                     ///< why it failed; empty otherwise
    std::vector<Suspension> suspensions;   ///< in order of time, part by part

    [[nodiscard]] bool isInProgress() const noexcept { return start && !stop; }
    bool operator==(const Task&) const = default;
};

/// A thread or process that executes tasks, and what it did. Each list is in order of time;
/// slices, waits and unseen never overlap. While the worker lives, its last interval still grows.
struct Worker {
    WorkerId id = WorkerId::None;
    std::string name;
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    Nanoseconds start{};
    std::optional<Nanoseconds> stop;
    Nanoseconds cpuTime{};  ///< the operating system's own account; known once it has stopped
    std::vector<Slice> slices;
    std::vector<Wait> waits;
    std::vector<PartRun> parts;
    std::vector<TimeRange> unseen;  ///< when nobody knows what it did, since records were lost

    bool operator==(const Worker&) const = default;
};

/// How a run ended.
enum class RunEnd {
    NotYet,       ///< it goes on, or the recording was cut off
    Done,         ///< every task is done
    Failed,       ///< at least one task failed, or the run could not go on
    Interrupted,  ///< the user stopped it
};

/// What is known of a run before it begins.
struct RunStart {
    RunId id{};
    std::optional<Mode> mode{};  ///< empty where no named mode was asked for
    Plan plan{};
    Experiment experiment{};
    Evidence evidence = Evidence::Inferred;
    std::string evidenceNote{};  ///< why it is not exact, and what would enable it; may be empty
    Nanoseconds origin{};        ///< when the workers were let go
    Nanoseconds startUp{};       ///< what it took to create the workers, before the origin

    /// The program that was observed, with its arguments: its threads are the workers, and there
    /// are no tasks, no plan and no experiment. Empty for runs of our own.
    std::vector<std::string> command{};

    [[nodiscard]] bool isObserved() const noexcept { return !command.empty(); }
    bool operator==(const RunStart&) const = default;
};

/// A figure that the work of a run came to, such as the final value of a shared counter.
struct Finding {
    std::string name;  ///< one of those that findings.h lists; others are shown as they are
    std::int64_t value = 0;
    std::optional<std::int64_t> expected{};

    bool operator==(const Finding&) const = default;
};

/// A picture that a task has brought.
struct LandedPicture {
    TaskId task = TaskId::None;
    Nanoseconds time{};    ///< when it was there
    std::string source;    ///< where it came from
    std::int64_t bytes{};  ///< as it came
    int width = 0;         ///< in pixels
    int height = 0;
    std::vector<std::byte> thumbnail;  ///< a small JPEG, at most limits::maxThumbnail

    bool operator==(const LandedPicture&) const = default;
};

/// What is known of a run when it has ended.
struct RunSummary {
    RunEnd end = RunEnd::NotYet;
    Nanoseconds userTime{};      ///< of the workers, from the origin on
    Nanoseconds systemTime{};    ///< of the workers, from the origin on
    Nanoseconds observerTime{};  ///< CPU time of Coreogram itself during the run
    std::uint64_t lostRecords = 0;
    std::optional<Nanoseconds> stolenTime{};  ///< of all cores, that the hypervisor took; if known
    std::optional<Nanoseconds> busyTime{};    ///< of all cores, for all programs; if known
    std::optional<int> exitStatus{};  ///< of an observed program; 128 + signal if one killed it
    std::vector<Finding> findings{};
    std::string message{};  ///< what went wrong, if anything did

    bool operator==(const RunSummary&) const = default;
};

/// Everything measured of one run.
struct Recording {
    RunStart start;
    RunSummary summary;
    std::vector<Task> tasks;              ///< by number: tasks[i].id is i + 1
    std::vector<Worker> workers;          ///< by number: workers[i].id is i + 1
    std::vector<LandedPicture> pictures;  ///< in order of arrival
    Nanoseconds knownUntil{};             ///< what happened before this time has been recorded

    /// From the origin to the stop of the last task, or of the last worker of an observed program;
    /// up to `knownUntil` while any goes on.
    [[nodiscard]] TimeRange span() const noexcept;
    [[nodiscard]] Nanoseconds wall() const noexcept { return span().length(); }
    [[nodiscard]] bool hasEnded() const noexcept { return summary.end != RunEnd::NotYet; }
};

/// A place in a recording that somebody marked, with what there is to say about it.
struct Bookmark {
    RunId run{};
    Nanoseconds time{};  ///< from the run's origin, 0 to limits::longestRun
    std::string note{};  ///< may be empty; at most limits::maxBookmarkNote UTF-16 units

    bool operator==(const Bookmark&) const = default;
};

/// Recordings of the same experiment under several plans.
struct Comparison {
    Machine machine;
    std::string producer;  ///< the program and version that recorded it
    std::vector<Recording> runs;
    std::vector<Bookmark> bookmarks;  ///< may name runs that a cut-off recording does not have
    bool isComplete = false;          ///< whether the stream's own end was seen
    /// What whoever shows the runs calls the first of them, as a lesson does; empty: by its plan.
    /// Not recorded.
    std::vector<std::string> names{};
};

/// As in JSON: `exact`, `inferred`, `sampled`.
[[nodiscard]] std::string_view nameOf(Evidence evidence) noexcept;
[[nodiscard]] std::optional<Evidence> evidenceNamed(std::string_view name) noexcept;
