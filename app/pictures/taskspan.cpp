#include "app/pictures/taskspan.h"

#include <algorithm>

std::optional<TimeRange> spanOf(const Comparison& comparison, RunId run, TaskId task)
{
    const auto found =
        std::ranges::find(comparison.runs, run, [](const Recording& one) { return one.start.id; });
    const std::size_t index = number(task);
    if (found == comparison.runs.end() || index == 0 || index > found->tasks.size())
        return std::nullopt;
    const Task& one = found->tasks[index - 1];
    if (!one.start)
        return std::nullopt;
    const Nanoseconds origin = found->start.origin;
    return TimeRange{*one.start - origin, one.stop.value_or(found->knownUntil) - origin};
}
