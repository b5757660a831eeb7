#include "app/timeline/waitcircles.h"

#include <algorithm>
#include <optional>

namespace {

using namespace std::chrono_literals;

/// What has stood for less is not called a deadlock yet.
constexpr Nanoseconds leastStanding = 50ms;

/// A waiting worker wakes up now and then to see whether it shall stop, for less time than this.
constexpr Nanoseconds longestWakeUp = 5ms;

/// A task whose wait was broken off has ended after less time than this.
constexpr Nanoseconds longestEnding = 100ms;

/// So many waits at most for other reasons follow the last for a lock.
constexpr std::ptrdiff_t mostOthers = 8;

/// One wait for a lock, which the recording has in pieces.
struct LockWait {
    WaitLink link;
    TimeRange range;
};

bool isForLock(const Wait& wait)
{
    return wait.reason == WaitReason::Lock && wait.held.lock > 0 &&
           wait.held.holder != TaskId::None && wait.task != TaskId::None;
}

/// All of the wait of which `worker.waits[last]` is the last piece known.
LockWait wholeWait(const Worker& worker, std::size_t last, Nanoseconds knownUntil)
{
    const Wait& wait = worker.waits[last];
    std::size_t first = last;
    while (first > 0) {
        const Wait& before = worker.waits[first - 1];
        const bool goesOn = before.task == wait.task && before.reason == wait.reason &&
                            before.held == wait.held &&
                            worker.waits[first].start - before.end < longestWakeUp;
        if (!goesOn)
            break;
        --first;
    }
    const bool isOpen =
        !worker.stop && last + 1 == worker.waits.size() && knownUntil - wait.end < longestWakeUp;
    return {{wait.task, wait.held.holder, worker.id, wait.held.lock},
            {worker.waits[first].start, isOpen ? std::max(knownUntil, wait.end) : wait.end}};
}

/// What `task` waits for at `t`, if it is a lock.
std::optional<LockWait> lockWaitAt(const Recording& recording, TaskId task, Nanoseconds t)
{
    if (number(task) > recording.tasks.size())
        return {};
    for (const WorkerId id : recording.tasks[number(task) - 1].workers) {
        const Worker& worker = recording.workers[number(id) - 1];
        const auto after = std::ranges::upper_bound(worker.waits, t, {}, &Wait::start);
        if (after == worker.waits.begin())
            continue;
        const Wait& wait = *std::prev(after);
        if (wait.task != task || !isForLock(wait) || t - wait.end >= longestWakeUp)
            continue;
        return wholeWait(worker, static_cast<std::size_t>(after - worker.waits.begin()) - 1,
                         recording.knownUntil);
    }
    return {};
}

/// Whether a wait that ended at `end` could be what its task ended with, or goes on.
bool isLastOf(const Task& task, Nanoseconds end, Nanoseconds knownUntil)
{
    return task.stop ? *task.stop - end < longestEnding : end >= knownUntil;
}

/// The last wait of `task` on `worker`, if it is one for a lock.
std::optional<LockWait> lastLockWait(const Recording& recording, const Task& task,
                                     const Worker& worker)
{
    const Nanoseconds until = task.stop.value_or(Nanoseconds::max());
    auto at = std::ranges::upper_bound(worker.waits, until, {}, &Wait::start);
    for (auto left = mostOthers; left > 0 && at != worker.waits.begin(); --left) {
        --at;
        if (at->task != task.id || !isForLock(*at))
            continue;
        const auto wait = wholeWait(worker, static_cast<std::size_t>(at - worker.waits.begin()),
                                    recording.knownUntil);
        return isLastOf(task, wait.range.end, recording.knownUntil) ? std::optional(wait)
                                                                    : std::nullopt;
    }
    return {};
}

/// The circle that `first` is in at its end; empty if there is none.
std::optional<WaitCircle> circleFrom(const Recording& recording, const LockWait& first)
{
    const Nanoseconds t = first.range.end - Nanoseconds(1);
    WaitCircle circle{first.range, {first.link}};
    while (circle.links.size() <= recording.tasks.size()) {
        const TaskId next = circle.links.back().holder;
        if (next == first.link.waiter)
            return circle.range.length() >= leastStanding ? std::optional(circle) : std::nullopt;
        const auto wait = lockWaitAt(recording, next, t);
        if (!wait)
            return {};
        circle.links.push_back(wait->link);
        circle.range = {std::max(circle.range.start, wait->range.start),
                        std::min(circle.range.end, std::max(wait->range.end, t))};
    }
    return {};
}

bool isPartOf(const WaitCircle& circle, const LockWait& wait)
{
    return std::ranges::find(circle.links, wait.link) != circle.links.end() &&
           wait.range.end > circle.range.start && wait.range.start <= circle.range.start;
}

}  // namespace

std::vector<WaitCircle> waitCirclesOf(const Recording& recording)
{
    std::vector<WaitCircle> circles;
    for (const Task& task : recording.tasks) {
        if (!task.start || (task.stop && task.outcome == Outcome::Done))
            continue;
        for (const WorkerId id : task.workers) {
            const auto wait = lastLockWait(recording, task, recording.workers[number(id) - 1]);
            const auto isKnown = [&](const WaitCircle& circle) { return isPartOf(circle, *wait); };
            if (!wait || std::ranges::any_of(circles, isKnown))
                continue;
            if (auto circle = circleFrom(recording, *wait))
                circles.push_back(std::move(*circle));
        }
    }
    std::ranges::sort(circles, {}, [](const WaitCircle& circle) { return circle.range.start; });
    return circles;
}
