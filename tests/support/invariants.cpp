#include "tests/support/invariants.h"

#include "core/model/limits.h"

#include <algorithm>

namespace {

template <typename Interval>
bool isInOrder(const std::vector<Interval>& intervals)
{
    Nanoseconds end = Nanoseconds::min();
    for (const Interval& interval : intervals) {
        if (interval.start < end || interval.end < interval.start)
            return false;
        end = interval.end;
    }
    return true;
}

/// Whether none of the one overlaps one of the others. Both are in order.
template <typename One, typename Other>
bool areApart(const std::vector<One>& ones, const std::vector<Other>& others)
{
    auto other = others.begin();
    for (const One& one : ones) {
        while (other != others.end() && other->end <= one.start)
            ++other;
        if (other != others.end() && other->start < one.end)
            return false;
    }
    return true;
}

template <typename Interval>
bool areTasksKnown(const std::vector<Interval>& intervals, std::size_t tasks)
{
    return std::ranges::all_of(
        intervals, [tasks](const Interval& interval) { return number(interval.task) <= tasks; });
}

std::string broken(const Worker& worker, std::size_t tasks)
{
    if (!isInOrder(worker.slices))
        return "slices out of order";
    if (!isInOrder(worker.waits))
        return "waits out of order";
    if (!isInOrder(worker.parts))
        return "parts out of order";
    if (!isInOrder(worker.unseen))
        return "unseen time out of order";
    if (!areApart(worker.slices, worker.waits))
        return "a slice overlaps a wait";
    if (!areApart(worker.slices, worker.unseen) || !areApart(worker.waits, worker.unseen))
        return "something seen overlaps unseen time";
    if (worker.stop && *worker.stop < worker.start)
        return "a worker stops before it starts";
    if (worker.cpuTime < Nanoseconds{} || worker.cpuTime > limits::longestRun)
        return "an impossible CPU time";
    if (!areTasksKnown(worker.slices, tasks) || !areTasksKnown(worker.waits, tasks) ||
        !areTasksKnown(worker.parts, tasks))
        return "an interval of a task that does not exist";
    return {};
}

std::string broken(const Recording& run)
{
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        const Task& task = run.tasks[i];
        if (number(task.id) != i + 1)
            return "a task with a wrong number";
        if (task.start && task.stop && *task.stop < *task.start)
            return "a task stops before it starts";
    }
    for (std::size_t i = 0; i < run.workers.size(); ++i) {
        if (number(run.workers[i].id) != i + 1)
            return "a worker with a wrong number";
        if (auto what = broken(run.workers[i], run.tasks.size()); !what.empty())
            return "worker " + std::to_string(i + 1) + ": " + what;
    }
    const TimeRange span = run.span();
    if (span.end < span.start || run.knownUntil < run.start.origin)
        return "a run that ends before its origin";
    return {};
}

}  // namespace

std::string brokenInvariant(const Comparison& comparison)
{
    if (comparison.bookmarks.size() > limits::maxBookmarks)
        return "more bookmarks than there may be";
    for (const Bookmark& bookmark : comparison.bookmarks) {
        if (bookmark.time < Nanoseconds{} || bookmark.time > limits::longestRun)
            return "a bookmark out of range";
    }
    for (const Recording& run : comparison.runs) {
        if (auto what = broken(run); !what.empty())
            return "run " + std::to_string(number(run.start.id)) + ": " + what;
    }
    return {};
}

std::string disagreement(const Recording& run, const Worker& worker, Nanoseconds accounted)
{
    constexpr int mostCores = 2;  // that a worker of a test is taken from at a time
    constexpr Nanoseconds step = std::chrono::milliseconds(10);
    Nanoseconds running{};
    for (const Slice& slice : worker.slices)
        running += slice.end - slice.start;
    const Nanoseconds tolerance = accounted / 200 + std::chrono::milliseconds(1);
    const Nanoseconds stolen =
        run.summary.stolenTime ? *run.summary.stolenTime + mostCores * step : Nanoseconds{};
    if (accounted - tolerance <= running && running <= accounted + tolerance + stolen)
        return {};
    return "the slices add up to " + std::to_string(running.count()) + " ns, the account says " +
           std::to_string(accounted.count()) + " ns";
}
