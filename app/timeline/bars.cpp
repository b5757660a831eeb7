#include "app/timeline/bars.h"

#include "app/timeline/panelmodel.h"

#include <cmath>

namespace {

/// Less of a column than this comes from rounding.
constexpr double negligible = 1e-6;

/// The index, not before `from`, of the first part that ends after `t`. Only the last may be open.
std::size_t firstEndingAfter(const std::vector<PartRun>& parts, Nanoseconds t, std::size_t from)
{
    if (from >= parts.size())
        return parts.size();
    const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::partition_point(begin, parts.end() - 1,
                                            [t](const PartRun& part) { return part.end <= t; });
    return static_cast<std::size_t>(found - parts.begin());
}

void addNarrow(std::vector<Bar>& bars, int column)
{
    if (!bars.empty() && bars.back().task == TaskId::None && bars.back().last >= column)
        bars.back().last = column + 1;
    else
        bars.push_back({static_cast<double>(column), static_cast<double>(column) + 1});
}

Bar partBar(const Recording& recording, PartRef ref, const Columns& columns)
{
    const TimeRange range = rangeOf(recording, ref);
    const std::size_t task = number(recording.workers[ref.worker].parts[ref.part].task);
    if (task >= 1 && task <= recording.tasks.size())
        return barOf(recording.tasks[task - 1], range, columns);
    return {columns.positionOf(range.start), columns.positionOf(range.end)};
}

}  // namespace

int firstColumn(const Bar& bar) noexcept
{
    return static_cast<int>(bar.first + negligible);
}

int lastColumn(const Bar& bar) noexcept
{
    return static_cast<int>(std::ceil(bar.last - negligible));
}

Mark markOf(const Task& task)
{
    if (!task.stop || task.outcome == Outcome::Done)
        return Mark::None;
    return task.outcome == Outcome::Failed ? Mark::Failed : Mark::Cancelled;
}

bool isVisible(TimeRange range, TimeRange visible)
{
    return range.start < visible.end &&
           (range.end > visible.start || (range.isEmpty() && range.start == visible.start));
}

Bar barOf(const Task& task, TimeRange range, const Columns& columns)
{
    return {columns.positionOf(range.start), columns.positionOf(range.end), task.id, markOf(task),
            task.stop && *task.stop <= columns.visible().end};
}

std::vector<Bar> barsOf(const Recording& recording, std::size_t worker, const Columns& columns)
{
    const auto& parts = recording.workers[worker].parts;
    std::vector<Bar> bars;
    std::size_t index = firstEndingAfter(parts, columns.visible().start, 0);
    while (index < parts.size() && parts[index].start < columns.visible().end) {
        const Bar bar = partBar(recording, {worker, index}, columns);
        if (bar.last - bar.first >= 1) {
            bars.push_back(bar);
            ++index;
            continue;
        }
        const int column = std::min(static_cast<int>(bar.first), columns.count() - 1);
        addNarrow(bars, column);
        index = firstEndingAfter(parts, columns.startOf(column + 1), index + 1);
    }
    return bars;
}
