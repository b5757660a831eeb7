#pragma once

#include "app/timeline/panelmodel.h"
#include "app/timeline/rowgroups.h"

class LaneCache;
class RunningColumns;

/// What the rows of a panel are made from; borrowed.
struct RowSource {
    const Recording& recording;
    const PanelModel& model;
    RowsBy rows = RowsBy::Tasks;
    int machineCores = 0;               ///< so many have rows, at least
    LaneCache* lanes = nullptr;         ///< what was drawn before; may be null
    RunningColumns* running = nullptr;  ///< and counted; may be null
    RowLimits limits{};
    std::optional<RowGroup> opened{};  ///< a group whose members have rows

    /// How many tasks, workers or cores there are.
    [[nodiscard]] std::size_t count() const;
    /// Those that share a row each.
    [[nodiscard]] std::vector<RowGroup> groups() const;
    [[nodiscard]] bool isGrouped() const { return count() > limits.singleRows; }
    /// An observed program has no tasks: its threads are workers, and processes are numbered in the
    /// place of tasks.
    [[nodiscard]] bool hasTasks() const noexcept { return !recording.start.isObserved(); }
    /// The index in Recording::workers of the worker that has row `row` to itself, by workers.
    [[nodiscard]] std::size_t workerOfRow(std::size_t row) const;
    /// The number of an observed worker's process.
    [[nodiscard]] TaskId processOf(std::size_t worker) const;
    /// How many workers can run at once: on the plan's cores, or on all where there is no plan.
    [[nodiscard]] int usableCores() const;
};

/// What the rows of `recording` stand for where `rows` are asked for: one without tasks has none.
[[nodiscard]] RowsBy rowsFor(const Recording& recording, RowsBy rows) noexcept;

/// "Task 3", "Workers 1–40", "xz 4711", "xz 4711: 4 threads", …
[[nodiscard]] QString labelOf(const RowSource& source, RowGroup group);

/// "xz 4711": the name of an observed thread, with its own number where it has one.
[[nodiscard]] QString nameOfThread(const Worker& worker);

/// "xz 4711": the name of process number `process`, that of its main thread.
[[nodiscard]] QString nameOfProcess(const RowSource& source, TaskId process);

/// Rows [first, last] of one process, each of a thread or of several.
struct ProcessRows {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const ProcessRows&) const = default;
};

/// The processes that have several rows, from top to bottom.
[[nodiscard]] std::vector<ProcessRows> processRowsOf(const RowSource& source);
