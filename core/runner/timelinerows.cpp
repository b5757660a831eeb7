#include "core/runner/timelinerows.h"

#include <algorithm>
#include <array>
#include <map>

namespace {

using Lengths = std::vector<Nanoseconds>;  ///< per column

/// The states of a row in their order of precedence: running, the reasons to wait, not seen.
constexpr std::size_t stateCount = 2 + waitReasonCount;
constexpr std::size_t runningState = 0;
constexpr std::size_t unseenState = stateCount - 1;

constexpr std::array<RowCell, stateCount> cellOfState{
    RowCell::Running, RowCell::Ready, RowCell::Io,      RowCell::Lock,  RowCell::Queue,
    RowCell::Sleep,   RowCell::Join,  RowCell::Unknown, RowCell::Unseen};

constexpr std::size_t stateOf(WaitReason reason) noexcept
{
    return 1 + static_cast<std::size_t>(reason);
}

/// Everything known of the tasks of one row, as ranges in no order.
struct RowRanges {
    std::vector<TimeRange> inProgress;
    std::array<std::vector<TimeRange>, stateCount> states;
};

/// Sorts the ranges and joins those that touch or overlap.
void unite(std::vector<TimeRange>& ranges)
{
    std::ranges::sort(ranges, {}, &TimeRange::start);
    std::size_t kept = 0;
    for (const TimeRange range : ranges) {
        if (range.isEmpty())
            continue;
        if (kept > 0 && range.start <= ranges[kept - 1].end)
            ranges[kept - 1].end = std::max(ranges[kept - 1].end, range.end);
        else
            ranges[kept++] = range;
    }
    ranges.resize(kept);
}

TimeRange intersection(TimeRange a, TimeRange b) noexcept
{
    return {std::max(a.start, b.start), std::min(a.end, b.end)};
}

/// Calls `visit(column, length)` for each column that `range` covers a part of.
template <typename Visit>
void forEachColumn(TimeRange range, const TimeColumns& columns, Visit visit)
{
    const TimeRange visible = intersection(range, columns.range());
    if (visible.isEmpty())
        return;
    for (int i = columns.columnAt(visible.start); i < columns.count(); ++i) {
        const TimeRange column = columns.column(i);
        if (column.start >= visible.end)
            return;
        visit(i, std::max(intersection(visible, column).length(), Nanoseconds{}));
    }
}

/// How much of each column ranges that do not overlap cover.
Lengths coverage(const std::vector<TimeRange>& ranges, const TimeColumns& columns)
{
    Lengths lengths(static_cast<std::size_t>(columns.count()));
    for (const TimeRange range : ranges) {
        forEachColumn(range, columns, [&](int column, Nanoseconds length) {
            lengths[static_cast<std::size_t>(column)] += length;
        });
    }
    return lengths;
}

/// How long the row is in each state, per column. What no interval accounts for is Unseen.
std::array<Lengths, stateCount> timesInStates(RowRanges& row, const Lengths& inProgress,
                                              const TimeColumns& columns)
{
    std::array<Lengths, stateCount> times;
    std::vector<TimeRange> covered;
    Lengths before(inProgress.size());
    for (std::size_t state = 0; state < stateCount; ++state) {
        times[state].resize(inProgress.size());
        const bool isRest = state == unseenState;
        if (row.states[state].empty() && !isRest)
            continue;
        covered.insert(covered.end(), row.states[state].begin(), row.states[state].end());
        unite(covered);
        const Lengths now = isRest ? inProgress : coverage(covered, columns);
        for (std::size_t i = 0; i < now.size(); ++i)
            times[state][i] = std::max(now[i] - before[i], Nanoseconds{});
        before = now;
    }
    return times;
}

/// The state of a column that is in progress, from the time in each.
RowCell cellFor(const std::array<Lengths, stateCount>& times, std::size_t column)
{
    Nanoseconds total{};
    std::size_t longestWait = stateOf(WaitReason::Ready);
    for (std::size_t state = 0; state < stateCount; ++state) {
        total += times[state][column];
        if (state != runningState && times[state][column] > times[longestWait][column])
            longestWait = state;
    }
    const Nanoseconds running = times[runningState][column];
    if (running * 8 >= total * 7)
        return RowCell::Running;
    if (running * 2 >= total)
        return RowCell::RunningMuch;
    // A blocked row shows why it waits; between ready and running, how often it had its turn.
    const bool isReady = longestWait == stateOf(WaitReason::Ready);
    if (running * 8 >= total && (isReady || running >= times[longestWait][column]))
        return RowCell::RunningLittle;
    return cellOfState[longestWait];
}

std::vector<RowCell> cellsOf(RowRanges& row, const TimeColumns& columns)
{
    std::vector<RowCell> cells(static_cast<std::size_t>(columns.count()), RowCell::Nothing);
    unite(row.inProgress);
    const Lengths inProgress = coverage(row.inProgress, columns);
    const auto times = timesInStates(row, inProgress, columns);
    const auto longest = std::ranges::max_element(inProgress);
    const auto shortestBar = static_cast<std::size_t>(longest - inProgress.begin());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Nanoseconds column = columns.column(static_cast<int>(i)).length();
        const bool isSeen = inProgress[i] * 2 > column || i == shortestBar;
        if (isSeen && inProgress[i] > Nanoseconds{})
            cells[i] = cellFor(times, i);
    }
    return cells;
}

/// How many tasks share a row: the least of 1, 2, 5, 10, 20, … with which the rows suffice.
std::size_t tasksPerRow(std::size_t tasks, std::size_t mostRows) noexcept
{
    for (std::size_t decade = 1;; decade *= 10) {
        for (const std::size_t size : {decade, 2 * decade, 5 * decade}) {
            if ((tasks + size - 1) / size <= mostRows)
                return size;
        }
    }
}

/// Sorts everything that is known of tasks into the rows.
std::vector<RowRanges> rangesByRow(const Recording& run, const std::vector<TaskGroup>& groups)
{
    std::vector<RowRanges> ranges(groups.size());
    const auto rowOf = [&](TaskId task) -> RowRanges* {
        if (task == TaskId::None || number(task) > run.tasks.size())
            return nullptr;
        return &ranges[(number(task) - 1) / number(groups.front().last)];
    };
    for (const Task& task : run.tasks) {
        if (task.start)
            rowOf(task.id)->inProgress.push_back({*task.start, task.stop.value_or(run.knownUntil)});
        for (const Suspension& suspension : task.suspensions)
            rowOf(task.id)->states[stateOf(suspension.reason)].push_back(
                {suspension.start, suspension.end.value_or(run.knownUntil)});
    }
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices) {
            if (RowRanges* const row = rowOf(slice.task))
                row->states[runningState].push_back({slice.start, slice.end});
        }
        for (const Wait& wait : worker.waits) {
            if (RowRanges* const row = rowOf(wait.task))
                row->states[stateOf(wait.reason)].push_back({wait.start, wait.end});
        }
    }
    return ranges;
}

RowEnd endOf(const Task& task) noexcept
{
    if (!task.start)
        return RowEnd::Done;
    if (task.stop && task.outcome == Outcome::Failed)
        return RowEnd::Failed;
    return task.stop && task.outcome == Outcome::Done ? RowEnd::Done : RowEnd::Unfinished;
}

RowEnd endOf(const Recording& run, TaskGroup group) noexcept
{
    RowEnd worst = RowEnd::Done;
    for (auto task = number(group.first); task <= number(group.last); ++task) {
        const RowEnd end = endOf(run.tasks[task - 1]);
        if (end == RowEnd::Failed)
            return end;
        if (end == RowEnd::Unfinished)
            worst = end;
    }
    return worst;
}

/// An observed program as if the life of each thread were a task.
Recording withThreadsAsTasks(Recording run)
{
    for (Worker& worker : run.workers) {
        const auto id = static_cast<TaskId>(number(worker.id));
        Task task;
        task.id = id;
        task.start = worker.start;
        task.stop = worker.stop;
        task.outcome = Outcome::Done;
        run.tasks.push_back(std::move(task));
        for (Slice& slice : worker.slices)
            slice.task = id;
        for (Wait& wait : worker.waits)
            wait.task = id;
    }
    return run;
}

}  // namespace

Nanoseconds TimeColumns::edge(int column) const noexcept
{
    // Whole columns and the remainder apart, so that long ranges do not overflow.
    const Nanoseconds length = m_range.length();
    return m_range.start + length / m_count * column + length % m_count * column / m_count;
}

TimeRange TimeColumns::column(int column) const noexcept
{
    return {edge(column), edge(column + 1)};
}

int TimeColumns::columnAt(Nanoseconds t) const noexcept
{
    const double share = static_cast<double>((t - m_range.start).count()) /
                         static_cast<double>(m_range.length().count());
    int column = std::clamp(static_cast<int>(share * m_count), 0, m_count - 1);
    while (column > 0 && t < edge(column))
        --column;
    while (column < m_count - 1 && t >= edge(column + 1))
        ++column;
    return column;
}

std::vector<TaskGroup> groupTasks(std::size_t tasks, int mostRows)
{
    const std::size_t size = tasksPerRow(tasks, static_cast<std::size_t>(mostRows));
    std::vector<TaskGroup> groups;
    for (std::size_t first = 1; first <= tasks; first += size)
        groups.push_back({TaskId(first), TaskId(std::min(first + size - 1, tasks))});
    return groups;
}

std::size_t rowCount(const Recording& run) noexcept
{
    return run.start.isObserved() ? run.workers.size() : run.tasks.size();
}

std::vector<TimelineRow> timelineRows(const Recording& run, const TimeColumns& columns,
                                      int mostRows)
{
    if (run.start.isObserved() && run.tasks.empty())
        return timelineRows(withThreadsAsTasks(run), columns, mostRows);
    const auto groups = groupTasks(run.tasks.size(), mostRows);
    auto ranges = rangesByRow(run, groups);
    std::vector<TimelineRow> rows;
    for (std::size_t i = 0; i < groups.size(); ++i)
        rows.push_back({groups[i], endOf(run, groups[i]), cellsOf(ranges[i], columns)});
    return rows;
}

std::vector<int> countsOf(const Profile& profile, TimeRange within, const TimeColumns& columns)
{
    std::vector<std::map<int, Nanoseconds>> lasted(static_cast<std::size_t>(columns.count()));
    const auto add = [&](TimeRange range, int count) {
        forEachColumn(intersection(range, within), columns, [&](int column, Nanoseconds length) {
            lasted[static_cast<std::size_t>(column)][count] += length;
        });
    };
    add({within.start, profile.empty() ? within.end : profile.front().time}, 0);
    for (std::size_t i = 0; i < profile.size(); ++i)
        add({profile[i].time, i + 1 < profile.size() ? profile[i + 1].time : within.end},
            profile[i].count);

    std::vector<int> counts(lasted.size(), -1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const TimeRange column = columns.column(static_cast<int>(i));
        if (intersection(column, within).length() * 2 <= column.length() && i > 0)
            continue;
        Nanoseconds longest{};
        for (const auto& [count, length] : lasted[i]) {
            if (length > Nanoseconds{} && length >= longest) {
                counts[i] = count;
                longest = length;
            }
        }
    }
    return counts;
}
