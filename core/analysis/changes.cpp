#include "core/analysis/changes.h"

#include <algorithm>
#include <iterator>

namespace {

Nanoseconds endOf(const Suspension& suspension)
{
    return suspension.end.value_or(suspension.start);
}

template <typename Interval>
Nanoseconds endOf(const Interval& interval)
{
    return interval.end;
}

/// Calls `visit` with the edges that are nearest to `t` in a list in order of time, and few others.
template <typename Interval, typename Visit>
void visitEdges(const std::vector<Interval>& intervals, Nanoseconds t, Visit visit)
{
    const auto visitAt = [&](auto at) {
        visit(at->start);
        visit(endOf(*at));
    };
    const auto after = std::ranges::upper_bound(intervals, t, {}, &Interval::start);
    if (after != intervals.end())
        visitAt(after);
    if (after != intervals.begin())
        visitAt(std::prev(after));
    const auto from = std::ranges::lower_bound(intervals, t, {}, &Interval::start);
    if (from != intervals.begin())
        visitAt(std::prev(from));
}

template <typename Visit>
void visitEdges(const Worker& worker, Nanoseconds t, Visit visit)
{
    visit(worker.start);
    if (worker.stop)
        visit(*worker.stop);
    visitEdges(worker.slices, t, visit);
    visitEdges(worker.waits, t, visit);
    visitEdges(worker.unseen, t, visit);
}

template <typename Visit>
void visitEdges(const Task& task, Nanoseconds t, Visit visit)
{
    if (task.start)
        visit(*task.start);
    if (task.stop)
        visit(*task.stop);
    visitEdges(task.suspensions, t, visit);
}

template <typename Visit>
void visitEdges(const Recording& recording, Nanoseconds t, Visit visit)
{
    for (const Worker& worker : recording.workers)
        visitEdges(worker, t, visit);
    for (const Task& task : recording.tasks)
        visitEdges(task, t, visit);
}

}  // namespace

std::optional<Nanoseconds> changeAfter(const Recording& recording, Nanoseconds t)
{
    std::optional<Nanoseconds> found;
    visitEdges(recording, t, [&](Nanoseconds edge) {
        if (edge > t && (!found || edge < *found))
            found = edge;
    });
    return found;
}

std::optional<Nanoseconds> changeBefore(const Recording& recording, Nanoseconds t)
{
    std::optional<Nanoseconds> found;
    visitEdges(recording, t, [&](Nanoseconds edge) {
        if (edge < t && (!found || edge > *found))
            found = edge;
    });
    return found;
}
