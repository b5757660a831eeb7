#pragma once

#include "app/timeline/workersums.h"

#include <vector>

/// What one part of a task did, on its worker and on none: its suspensions stand among its waits,
/// as if it had a worker to itself.
struct TaskLane {
    PartId part{};
    Worker track;  ///< of its worker: the id, slices and waits in order of time, without overlap
    WorkerSums sums;
};

/// The parts of tasks that an event loop runs: a stretch of one, a stretch of another. Grows with
/// the recording at the cost of what is new, plus O(workers + tasks). Empty for other runs, where
/// a part has its worker to itself.
class TaskLanes {
public:
    /// Takes in what is new in a recording that extends the one last seen.
    void update(const Recording& recording);

    /// Whether `recording` can extend the one last seen.
    [[nodiscard]] bool fits(const Recording& recording) const;

    [[nodiscard]] bool isEmpty() const noexcept { return m_tasks.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_tasks.size(); }
    /// The parts of `task` that did anything, by number. Requires that there is such a task.
    [[nodiscard]] const std::vector<TaskLane>& of(std::size_t task) const { return m_tasks[task]; }

private:
    /// How much of a worker's lists is taken in, for good.
    struct Taken {
        std::size_t slices = 0;
        std::size_t waits = 0;
    };
    /// An interval that may still change: it is taken out, and in again, with each update.
    struct Open {
        std::size_t task = 0;
        PartId part{};
        Nanoseconds start{};
    };

    void dropOpen();
    void takeIn(const Worker& worker, Taken& taken);
    void takeIn(const Recording& recording, std::size_t task);
    /// The lane of that part, made if there is none; null for work of no task.
    TaskLane* laneOf(TaskId task, PartId part);
    void add(const Worker& worker, const Slice& slice, bool isSettled);
    void add(const Worker& worker, const Wait& wait, bool isSettled);
    void add(std::size_t task, const Suspension& suspension, Nanoseconds end, bool isSettled);

    std::vector<std::vector<TaskLane>> m_tasks;
    std::vector<Taken> m_workers;
    std::vector<std::size_t> m_suspensions;  ///< of each task: so many are taken in for good
    std::vector<Open> m_openSlices;
    std::vector<Open> m_openWaits;
};
