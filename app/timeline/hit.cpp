#include "app/timeline/hit.h"

#include "app/timeline/partlanes.h"

#include <algorithm>

namespace {

using SliceSums = TimeSums<Slice, 2>;
using WaitSums = TimeSums<Wait, waitReasonCount>;
using UnseenSums = TimeSums<TimeRange, 1>;

/// The interval nearest to `t` within `tolerance`, or none.
template <typename Sums, typename Interval>
const Interval* nearest(const std::vector<Interval>& intervals, Nanoseconds t,
                        Nanoseconds tolerance)
{
    const std::size_t at = Sums::firstEndingAfter(intervals, t, 0);
    if (at < intervals.size() && intervals[at].start <= t + tolerance)
        return &intervals[at];
    if (at > 0 && intervals[at - 1].end > t - tolerance)
        return &intervals[at - 1];
    return nullptr;
}

/// The interval at `t`, or none.
template <typename Sums, typename Interval>
const Interval* intervalAt(const std::vector<Interval>& intervals, Nanoseconds t)
{
    const std::size_t at = Sums::firstEndingAfter(intervals, t, 0);
    const bool found = at < intervals.size() && intervals[at].start <= t;
    return found ? &intervals[at] : nullptr;
}

/// What `worker` does at `t`, as far as it is known.
void describeWorker(Hit& hit, const Worker& worker, Nanoseconds t, Nanoseconds tolerance)
{
    hit.worker = worker.id;
    if (const Slice* slice = nearest<SliceSums>(worker.slices, t, tolerance)) {
        hit.state = WorkState::Running;
        hit.core = slice->core;
        hit.task = slice->task;
        hit.interval = {slice->start, slice->end};
    } else if (const Wait* wait = intervalAt<WaitSums>(worker.waits, t)) {
        hit.state = stateOf(wait->reason);
        hit.task = wait->task;
        hit.held = wait->held;
        hit.interval = {wait->start, wait->end};
    } else if (const TimeRange* unseen = intervalAt<UnseenSums>(worker.unseen, t)) {
        hit.state = WorkState::Unseen;
        hit.interval = *unseen;
    }
}

/// The part of a task that is drawn `depth` into its bar and goes on at `t`.
std::optional<Lane> laneAt(const RowSource& source, std::size_t task, Nanoseconds t, double depth)
{
    const int lanes = std::max(1, source.recording.start.plan.split);
    const int wanted = std::clamp(static_cast<int>(depth * lanes), 0, lanes - 1);
    std::optional<Lane> found;
    forEachLane(source, task, [&](PartId part, const Lane& lane) {
        if (!found && number(part) == wanted && lane.clip.start <= t && t <= lane.clip.end)
            found = lane;
    });
    return found;
}

/// Whether a worker has `task` at `t`, which need not be so where an event loop does others too.
bool isOnWorker(const Recording& recording, WorkerId worker, TaskId task, Nanoseconds t)
{
    const auto& parts = recording.workers[number(worker) - 1].parts;
    const auto after = std::ranges::upper_bound(parts, t, {}, &PartRun::start);
    return after != parts.begin() && std::prev(after)->task == task && t < std::prev(after)->end;
}

void describeLane(Hit& hit, const RowSource& source, const Lane& lane, Nanoseconds t,
                  Nanoseconds tolerance)
{
    describeWorker(hit, *lane.worker, t, tolerance);
    const bool mayBeOnNone = !source.model.taskLanes().isEmpty() && hit.state != WorkState::Running;
    if (mayBeOnNone &&
        (hit.worker == WorkerId::None || !isOnWorker(source.recording, hit.worker, hit.task, t)))
        hit.worker = WorkerId::None;
}

Hit hitTask(const RowSource& source, RowGroup group, Nanoseconds t, double depth,
            Nanoseconds tolerance)
{
    const Task& task = source.recording.tasks[group.first];
    Hit hit;
    hit.group = group;
    hit.task = task.id;
    if (!task.start || t + tolerance < *task.start) {
        hit.state = WorkState::NotStarted;
        return hit;
    }
    const TimeRange range = rangeOf(source.recording, task);
    if (t > range.end + tolerance)
        return hit;
    hit.state = WorkState::NotKnown;
    hit.interval = range;
    t = std::clamp(t, range.start, std::max(range.start, range.end - Nanoseconds(1)));
    if (const auto lane = laneAt(source, group.first, t, depth))
        describeLane(hit, source, *lane, t, tolerance);
    hit.task = task.id;
    return hit;
}

/// The time around `t` in which no worker runs on the core whose slices these are.
TimeRange idleAround(const std::vector<CoreSlice>& slices, Nanoseconds t, TimeRange span)
{
    const std::size_t next = CoreIndex::Sums::firstEndingAfter(slices, t, 0);
    return {next > 0 ? slices[next - 1].end : span.start,
            next < slices.size() ? slices[next].start : span.end};
}

Hit hitCore(const RowSource& source, RowGroup group, Nanoseconds t, Nanoseconds tolerance)
{
    const auto& slices = source.model.cores().slicesOf(group.first);
    Hit hit;
    hit.group = group;
    hit.core = static_cast<int>(group.first);
    if (const CoreSlice* slice = nearest<CoreIndex::Sums>(slices, t, tolerance)) {
        t = std::clamp(t, slice->start, slice->end - Nanoseconds(1));
        describeWorker(hit, source.recording.workers[slice->worker], t, Nanoseconds{});
    } else if (const TimeRange span = source.recording.span(); span.contains(t)) {
        hit.interval = idleAround(slices, t, span);
    }
    return hit;
}

/// Calls `visit` with each edge of the few intervals around the one at `at`.
template <typename Interval, typename Visit>
void visitAround(const std::vector<Interval>& intervals, std::size_t at, Visit visit)
{
    const std::size_t first = at > 1 ? at - 2 : 0;
    for (std::size_t i = first; i < std::min(intervals.size(), at + 2); ++i) {
        visit(intervals[i].start);
        visit(intervals[i].end);
    }
}

/// Calls `visit` with each time in the row at which something begins or ends near `t`.
template <typename Visit>
void visitWorkerEdges(const Worker& worker, Nanoseconds t, Visit visit)
{
    visitAround(worker.slices, SliceSums::firstEndingAfter(worker.slices, t, 0), visit);
    visitAround(worker.waits, WaitSums::firstEndingAfter(worker.waits, t, 0), visit);
    visitAround(worker.unseen, UnseenSums::firstEndingAfter(worker.unseen, t, 0), visit);
}

template <typename Visit>
void visitTaskEdges(const RowSource& source, std::size_t task, Nanoseconds t, Visit visit)
{
    const Task& of = source.recording.tasks[task];
    if (of.start)
        visit(*of.start);
    if (of.stop)
        visit(*of.stop);
    forEachLane(source, task, [&](PartId, const Lane& lane) {
        const TimeRange range = lane.clip;
        const auto inside = std::clamp(t, range.start, range.end);
        visitWorkerEdges(*lane.worker, inside, [&](Nanoseconds edge) {
            if (range.start <= edge && edge <= range.end)
                visit(edge);
        });
    });
}

template <typename Visit>
void visitEdges(const RowSource& source, std::size_t row, Nanoseconds t, Visit visit)
{
    if (source.rows == RowsBy::Tasks)
        return visitTaskEdges(source, row, t, visit);
    if (source.rows == RowsBy::Workers)
        return visitWorkerEdges(source.recording.workers[source.workerOfRow(row)], t, visit);
    const auto& slices = source.model.cores().slicesOf(row);
    visitAround(slices, CoreIndex::Sums::firstEndingAfter(slices, t, 0), visit);
}

}  // namespace

Hit hitAt(const RowSource& source, RowGroup group, Nanoseconds t, double depth,
          Nanoseconds tolerance)
{
    Hit hit;
    hit.group = group;
    if (group.count > 1)
        return hit;
    if (source.rows == RowsBy::Tasks)
        return hitTask(source, group, t, depth, tolerance);
    if (source.rows == RowsBy::Cores)
        return hitCore(source, group, t, tolerance);
    describeWorker(hit, source.recording.workers[source.workerOfRow(group.first)], t, tolerance);
    return hit;
}

std::optional<Nanoseconds> nextEdge(const RowSource& source, RowGroup group, Nanoseconds t,
                                    Direction direction)
{
    std::optional<Nanoseconds> best;
    const auto consider = [&](Nanoseconds edge) {
        const bool forward = direction == Direction::Forward;
        if (forward ? edge <= t : edge >= t)
            return;
        if (!best || (forward ? edge < *best : edge > *best))
            best = edge;
    };
    for (std::size_t row = group.first; row < group.first + group.count; ++row)
        visitEdges(source, row, t, consider);
    return best;
}

Nanoseconds snapped(const RowSource& source, RowGroup group, Nanoseconds t, Nanoseconds tolerance)
{
    const auto before = nextEdge(source, group, t + Nanoseconds(1), Direction::Back);
    const auto after = nextEdge(source, group, t - Nanoseconds(1), Direction::Forward);
    Nanoseconds best = t;
    Nanoseconds distance = tolerance;
    for (const auto& edge : {before, after}) {
        if (edge && std::chrono::abs(*edge - t) <= distance) {
            distance = std::chrono::abs(*edge - t);
            best = *edge;
        }
    }
    return best;
}
