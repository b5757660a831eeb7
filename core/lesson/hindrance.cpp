#include "core/lesson/hindrance.h"

#include <algorithm>
#include <vector>

namespace lesson {

namespace {

/// From `time` on, so many more workers run, and so many more are ready.
struct Change {
    Nanoseconds time{};
    int running = 0;
    int ready = 0;
};

/// Between tasks a worker of ours does nothing for the run; an observed program has no tasks.
bool counts(TaskId task, const Recording& run)
{
    return task != TaskId::None || run.start.isObserved();
}

std::vector<Change> changesOf(const Recording& run)
{
    std::vector<Change> changes;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices) {
            if (!counts(slice.task, run))
                continue;
            changes.push_back({slice.start, 1, 0});
            changes.push_back({slice.end, -1, 0});
        }
        for (const Wait& wait : worker.waits) {
            if (wait.reason != WaitReason::Ready || !counts(wait.task, run))
                continue;
            changes.push_back({wait.start, 0, 1});
            changes.push_back({wait.end, 0, -1});
        }
    }
    std::ranges::sort(changes, {}, &Change::time);
    return changes;
}

/// Time with one and with two or more.
struct Times {
    Nanoseconds one{};
    Nanoseconds two{};

    void add(int count, Nanoseconds time)
    {
        if (count >= 1)
            one += time;
        if (count >= 2)
            two += time;
    }

    /// Had `moved` of what ran alone run beside something else.
    [[nodiscard]] double share(Nanoseconds moved = {}) const
    {
        if (two + moved >= one - moved)
            return one > Nanoseconds{} ? 1 : 0;
        return static_cast<double>((two + moved).count()) /
               static_cast<double>((one - moved).count());
    }
};

}  // namespace

Hindrance hindranceOf(const Recording& run, int machineCores)
{
    const int cores = run.start.isObserved() ? machineCores : run.start.plan.cores;
    const TimeRange span = run.span();
    Hindrance hindrance;
    Times seen;
    Nanoseconds keptApart{};
    int running = 0;
    int ready = 0;
    Nanoseconds since = span.start;
    for (const Change& change : changesOf(run)) {
        const Nanoseconds now = std::clamp(change.time, span.start, span.end);
        const int could = std::max(running, std::min(cores, running + ready));
        seen.add(running, now - since);
        if (could > running)
            hindrance.delay += now - since;
        if (could > running && could >= 2)
            keptApart += now - since;
        since = now;
        running += change.running;
        ready += change.ready;
    }
    const Nanoseconds stolen = run.summary.stolenTime.value_or(Nanoseconds{});
    hindrance.delay += stolen;
    hindrance.parallelismShare = seen.share();
    hindrance.possibleParallelismShare =
        seen.share(cores >= 2 ? keptApart + stolen : Nanoseconds{});
    return hindrance;
}

}  // namespace lesson
