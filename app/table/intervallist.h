#pragma once

#include "app/timeline/rowsource.h"

/// What an interval of a recording is.
enum class IntervalKind { Task, Slice, Wait, Unseen };

/// An interval as the table tells it.
struct IntervalRow {
    IntervalKind kind = IntervalKind::Slice;
    TimeRange range{};                        ///< CLOCK_MONOTONIC
    TaskId task = TaskId::None;               ///< None too between tasks
    WorkerId worker = WorkerId::None;         ///< None for a task, and while one is suspended
    int core = -1;                            ///< -1 if not known
    WaitReason reason = WaitReason::Unknown;  ///< of a wait
    HeldLock held{};                          ///< of a wait for a lock
    bool goesOn = false;                      ///< a task that has not stopped
    bool operator==(const IntervalRow&) const = default;
};

/// A stretch of one of the lists of a recording: elements [first, last), in order of their start.
/// It names the list and does not point to it, since recordings grow and move.
struct IntervalList {
    enum class Of { Worker, Lane, Core, Tasks };
    IntervalKind kind = IntervalKind::Slice;
    Of of = Of::Worker;
    std::size_t owner = 0;  ///< the worker, the task or the core
    std::size_t lane = 0;   ///< of an event loop's task
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] std::size_t size() const noexcept { return last - first; }
    bool operator==(const IntervalList&) const = default;
};

/// Reads the lists of a recording, as long as it does not change.
class IntervalReader {
public:
    /// Both are borrowed. `tasks` are indices in Recording::tasks, in order of their start.
    IntervalReader(const RowSource& source, const std::vector<std::uint32_t>& tasks) noexcept
        : m_source(source),
          m_tasks(tasks)
    {}

    /// All of a list: last is how long it is. Nothing of an owner that there is not.
    [[nodiscard]] IntervalList whole(IntervalList list) const;
    /// What of `list` lies in `range`, in part or as a whole. Not for tasks, which overlap.
    [[nodiscard]] IntervalList within(IntervalList list, TimeRange range) const;

    /// Require that `list` is long enough.
    [[nodiscard]] Nanoseconds startOf(const IntervalList& list, std::size_t index) const;
    [[nodiscard]] IntervalRow rowOf(const IntervalList& list, std::size_t index) const;

private:
    [[nodiscard]] bool isThere(const IntervalList& list) const;
    [[nodiscard]] const Worker& trackOf(const IntervalList& list) const;
    /// Calls `use` with the list itself, which is not of tasks.
    template <typename Use>
    [[nodiscard]] auto visit(const IntervalList& list, Use use) const;
    [[nodiscard]] IntervalRow rowOfTask(std::size_t task) const;
    [[nodiscard]] IntervalRow rowOfCore(std::size_t core, std::size_t index) const;

    const RowSource& m_source;
    const std::vector<std::uint32_t>& m_tasks;
};
