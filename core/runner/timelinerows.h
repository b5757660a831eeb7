#pragma once

#include "core/analysis/profile.h"
#include "core/model/recording.h"

#include <cstdint>
#include <vector>

// The geometry of a text timeline: what each column of each row shows.

/// Divides `range`, which is not empty, into `count` columns of equal length.
class TimeColumns {
public:
    /// Requires count ≥ 1.
    TimeColumns(TimeRange range, int count) noexcept : m_range(range), m_count(count) {}

    [[nodiscard]] int count() const noexcept { return m_count; }
    [[nodiscard]] TimeRange range() const noexcept { return m_range; }

    /// The part of the range that a column covers; 0 ≤ column < count().
    [[nodiscard]] TimeRange column(int column) const noexcept;

    /// The column that `t` falls in; the first or the last where it is outside.
    [[nodiscard]] int columnAt(Nanoseconds t) const noexcept;

private:
    [[nodiscard]] Nanoseconds edge(int column) const noexcept;

    TimeRange m_range;
    int m_count;
};

/// What a row shows in one column: the state that lasted longest while in progress. Where tasks
/// take turns within a column, how much of the time they ran.
enum class RowCell : std::uint8_t {
    Nothing,  ///< not in progress for most of the column
    Running,  ///< nearly all of the time
    RunningMuch,
    RunningLittle,
    Ready,
    Io,
    Lock,
    Queue,
    Sleep,
    Join,
    Unknown,
    Unseen,  ///< nothing was recorded
};

/// How many tasks a run has, or threads where a program was observed.
[[nodiscard]] std::size_t rowCount(const Recording& run) noexcept;

/// Tasks that share a row: those from `first` to `last`.
struct TaskGroup {
    TaskId first{};
    TaskId last{};
    bool operator==(const TaskGroup&) const = default;
};

/// `tasks` tasks one by one, or in groups of a round number where there are more than `mostRows`,
/// which is at least 1.
[[nodiscard]] std::vector<TaskGroup> groupTasks(std::size_t tasks, int mostRows);

/// How the tasks of a row ended.
enum class RowEnd { Done, Failed, Unfinished };

/// One or more tasks, one after another by number. The row runs where any of its tasks does, else
/// it is ready where any is, else it waits.
struct TimelineRow {
    TaskGroup tasks;
    RowEnd end = RowEnd::Done;  ///< Failed if any failed, else Unfinished if any did not stop
    std::vector<RowCell> cells;
};

/// The rows of a run, one per group of tasks; of an observed program, per group of threads, by the
/// numbers of their workers.
[[nodiscard]] std::vector<TimelineRow> timelineRows(const Recording& run,
                                                    const TimeColumns& columns, int mostRows);

/// Per column, the count that lasted longest, of equals the higher; -1 where most of the column is
/// outside `within`.
[[nodiscard]] std::vector<int> countsOf(const Profile& profile, TimeRange within,
                                        const TimeColumns& columns);
