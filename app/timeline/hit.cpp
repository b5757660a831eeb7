#include "app/timeline/hit.h"

#include <algorithm>

namespace {

using SliceSums = TimeSums<Slice, 2>;
using WaitSums = TimeSums<Wait, waitReasonCount>;

/// The slice nearest to `t` within `tolerance`, or none.
const Slice* sliceNear(const Worker& worker, Nanoseconds t, Nanoseconds tolerance)
{
    const std::size_t at = SliceSums::firstEndingAfter(worker.slices, t, 0);
    if (at < worker.slices.size() && worker.slices[at].start <= t + tolerance)
        return &worker.slices[at];
    if (at > 0 && worker.slices[at - 1].end > t - tolerance)
        return &worker.slices[at - 1];
    return nullptr;
}

/// The wait at `t`, or none.
const Wait* waitAt(const Worker& worker, Nanoseconds t)
{
    const std::size_t at = WaitSums::firstEndingAfter(worker.waits, t, 0);
    const bool found = at < worker.waits.size() && worker.waits[at].start <= t;
    return found ? &worker.waits[at] : nullptr;
}

/// What `worker` does at `t`, as far as it is known.
void describeWorker(Hit& hit, const Worker& worker, Nanoseconds t, Nanoseconds tolerance)
{
    hit.worker = worker.id;
    if (const Slice* slice = sliceNear(worker, t, tolerance)) {
        hit.state = WorkState::Running;
        hit.core = slice->core;
        hit.task = slice->task;
        hit.interval = {slice->start, slice->end};
    } else if (const Wait* wait = waitAt(worker, t)) {
        hit.state = stateOf(wait->reason);
        hit.task = wait->task;
        hit.interval = {wait->start, wait->end};
    }
}

/// The part of a task that is drawn `depth` into its bar and goes on at `t`.
std::optional<PartRef> partAt(const RowSource& source, std::size_t task, Nanoseconds t,
                              double depth)
{
    const int lanes = std::max(1, source.recording.start.plan.split);
    const int wanted = std::clamp(static_cast<int>(depth * lanes), 0, lanes - 1);
    for (const PartRef ref : source.model.partsOf(task)) {
        const Worker& worker = source.recording.workers[ref.worker];
        const TimeRange range = rangeOf(source.recording, ref);
        if (number(worker.parts[ref.part].part) == wanted && range.start <= t && t <= range.end)
            return ref;
    }
    return {};
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
    if (const auto part = partAt(source, group.first, t, depth))
        describeWorker(hit, source.recording.workers[part->worker], t, tolerance);
    hit.task = task.id;
    return hit;
}

/// Calls `visit` with each time in the row at which something begins or ends near `t`.
template <typename Visit>
void visitWorkerEdges(const Worker& worker, Nanoseconds t, Visit visit)
{
    const auto visitAround = [&](const auto& intervals, std::size_t at) {
        const std::size_t first = at > 1 ? at - 2 : 0;
        for (std::size_t i = first; i < std::min(intervals.size(), at + 2); ++i) {
            visit(intervals[i].start);
            visit(intervals[i].end);
        }
    };
    visitAround(worker.slices, SliceSums::firstEndingAfter(worker.slices, t, 0));
    visitAround(worker.waits, WaitSums::firstEndingAfter(worker.waits, t, 0));
}

template <typename Visit>
void visitTaskEdges(const RowSource& source, std::size_t task, Nanoseconds t, Visit visit)
{
    const Task& of = source.recording.tasks[task];
    if (of.start)
        visit(*of.start);
    if (of.stop)
        visit(*of.stop);
    for (const PartRef ref : source.model.partsOf(task)) {
        const TimeRange range = rangeOf(source.recording, ref);
        const auto inside = std::clamp(t, range.start, range.end);
        visitWorkerEdges(source.recording.workers[ref.worker], inside, [&](Nanoseconds edge) {
            if (range.start <= edge && edge <= range.end)
                visit(edge);
        });
    }
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
    describeWorker(hit, source.recording.workers[group.first], t, tolerance);
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
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        if (source.rows == RowsBy::Tasks)
            visitTaskEdges(source, i, t, consider);
        else
            visitWorkerEdges(source.recording.workers[i], t, consider);
    }
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
