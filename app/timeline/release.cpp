#include "app/timeline/release.h"

#include "app/timeline/rowofitem.h"

#include <algorithm>

namespace {

using namespace std::chrono_literals;

/// Who wakes another goes on for at least as long before its own record shows it, and the other
/// takes up to this long to get on a core.
constexpr Nanoseconds longestWakeUp = 5ms;

/// So many waits of each worker are looked at.
constexpr int mostWaits = 100;

const Wait* waitOf(const Worker& worker, TimeRange interval)
{
    const auto at = std::ranges::lower_bound(worker.waits, interval.start, {}, &Wait::start);
    const bool found = at != worker.waits.end() && at->start == interval.start;
    return found ? &*at : nullptr;
}

/// Whether the wait broke off without a release, to look around: it is taken up again at once.
bool isTakenUpAgain(const Worker& worker, const Wait& wait)
{
    const auto next = static_cast<std::size_t>(&wait - worker.waits.data()) + 1;
    return next < worker.waits.size() && worker.waits[next].reason == wait.reason &&
           worker.waits[next].held == wait.held &&
           worker.waits[next].start - wait.end < longestWakeUp;
}

/// Whether the worker ran again: it may wait still, or have died of it.
bool goesOnAfter(const Worker& worker, const Wait& wait)
{
    return !worker.slices.empty() && worker.slices.back().start >= wait.end;
}

bool runsShortlyBefore(const Worker& worker, Nanoseconds t)
{
    const auto after = std::ranges::lower_bound(worker.slices, t, {}, &Slice::start);
    return after != worker.slices.begin() && std::prev(after)->end >= t - longestWakeUp;
}

/// The worker of `task` that ran just before `t`.
std::optional<WorkerId> runnerOf(const Recording& recording, TaskId task, Nanoseconds t)
{
    if (task == TaskId::None || number(task) > recording.tasks.size())
        return {};
    for (const WorkerId id : recording.tasks[number(task) - 1].workers) {
        const Worker& worker = recording.workers[number(id) - 1];
        const auto part = std::ranges::upper_bound(worker.parts, t, {}, &PartRun::start);
        const bool hasTask = part != worker.parts.begin() && std::prev(part)->task == task;
        if (hasTask && runsShortlyBefore(worker, t))
            return id;
    }
    return {};
}

/// Another worker's wait for the one global lock that ended last within `wait`: who waited so had
/// the lock then. Sets `isSure` to false where there are too many to look at.
const Wait* lastTurnIn(const Recording& recording, WorkerId waiter, const Wait& wait, bool& isSure)
{
    const Wait* last = nullptr;
    for (const Worker& other : recording.workers) {
        if (other.id == waiter)
            continue;
        auto at = std::ranges::lower_bound(other.waits, wait.end, {}, &Wait::end);
        for (int looked = 0; at != other.waits.begin() && std::prev(at)->end > wait.start;) {
            --at;
            if (++looked > mostWaits) {
                isSure = false;
                break;
            }
            if (at->reason != WaitReason::Lock || at->held.lock != 0)
                continue;
            if (!last || at->end > last->end)
                last = &*at;
            break;
        }
    }
    return last;
}

/// Of a lock with a number, all that wait wake up with each release and wait anew for the next
/// holder: so the holder at the beginning of a wait is who ended it. The global lock goes round
/// meanwhile.
std::optional<WorkerId> whoUnlocked(const Recording& recording, WorkerId waiter, const Wait& wait)
{
    if (wait.held.holder == TaskId::None)
        return {};
    TaskId holder = wait.held.holder;
    if (wait.held.lock == 0) {
        bool isSure = true;
        if (const Wait* const turn = lastTurnIn(recording, waiter, wait, isSure))
            holder = turn->task;
        if (!isSure)
            return {};
    }
    return runnerOf(recording, holder, wait.end);
}

/// Who finished the last other part of the task whose own part the worker had finished.
std::optional<WorkerId> whoFinished(const RowSource& source, const Worker& waiter, const Wait& wait)
{
    const auto after = std::ranges::upper_bound(waiter.parts, wait.start, {}, &PartRun::start);
    if (after == waiter.parts.begin())
        return {};
    const std::size_t task = number(std::prev(after)->task);
    if (task == 0 || task > source.model.tasks())
        return {};
    std::optional<WorkerId> last;
    Nanoseconds end = wait.start;
    for (const PartRef ref : source.model.partsOf(task - 1)) {
        const Worker& worker = source.recording.workers[ref.worker];
        const Nanoseconds finished = worker.parts[ref.part].end;
        if (worker.id == waiter.id || finished < end || finished > wait.end)
            continue;
        last = worker.id;
        end = finished;
    }
    return last;
}

}  // namespace

std::optional<Release> releaseOf(const RowSource& source, const Hit& hit)
{
    if (hit.worker == WorkerId::None || hit.group.count > 1 || source.rows == RowsBy::Cores)
        return {};
    const Worker& worker = source.recording.workers[number(hit.worker) - 1];
    const Wait* const wait = waitOf(worker, hit.interval);
    if (!wait || !goesOnAfter(worker, *wait) || isTakenUpAgain(worker, *wait))
        return {};
    std::optional<WorkerId> from;
    if (wait->reason == WaitReason::Lock)
        from = whoUnlocked(source.recording, worker.id, *wait);
    else if (wait->reason == WaitReason::Join)
        from = whoFinished(source, worker, *wait);
    if (!from)
        return {};
    const auto row = rowOfWorker(source, number(*from) - 1, wait->end);
    if (!row || *row == hit.group.first)
        return {};
    return Release{*row, hit.group.first, wait->end};
}
