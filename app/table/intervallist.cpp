#include "app/table/intervallist.h"

#include <algorithm>

namespace {

template <typename Interval>
TimeRange rangeOf(const Interval& interval)
{
    return {interval.start, interval.end};
}

template <typename Interval>
std::size_t countBefore(const std::vector<Interval>& list, const IntervalList& stretch,
                        auto isBefore)
{
    const auto begin = list.begin();
    return static_cast<std::size_t>(
        std::partition_point(begin + static_cast<std::ptrdiff_t>(stretch.first),
                             begin + static_cast<std::ptrdiff_t>(stretch.last), isBefore) -
        begin);
}

}  // namespace

const Worker& IntervalReader::trackOf(const IntervalList& list) const
{
    return list.of == IntervalList::Of::Lane
               ? m_source.model.taskLanes().of(list.owner)[list.lane].track
               : m_source.recording.workers[list.owner];
}

template <typename Use>
auto IntervalReader::visit(const IntervalList& list, Use use) const
{
    if (list.of == IntervalList::Of::Core)
        return use(m_source.model.cores().slicesOf(list.owner));
    if (list.kind == IntervalKind::Slice)
        return use(trackOf(list).slices);
    if (list.kind == IntervalKind::Wait)
        return use(trackOf(list).waits);
    return use(trackOf(list).unseen);
}

bool IntervalReader::isThere(const IntervalList& list) const
{
    switch (list.of) {
    case IntervalList::Of::Worker:
        return list.owner < m_source.recording.workers.size();
    case IntervalList::Of::Lane:
        return list.owner < m_source.model.taskLanes().size() &&
               list.lane < m_source.model.taskLanes().of(list.owner).size();
    default:
        return true;
    }
}

IntervalList IntervalReader::whole(IntervalList list) const
{
    list.first = 0;
    list.last = 0;
    if (isThere(list))
        list.last = list.of == IntervalList::Of::Tasks
                        ? m_tasks.size()
                        : visit(list, [](const auto& intervals) { return intervals.size(); });
    return list;
}

IntervalList IntervalReader::within(IntervalList list, TimeRange range) const
{
    return visit(list, [&](const auto& intervals) {
        IntervalList part = list;
        part.first =
            countBefore(intervals, list, [&](const auto& each) { return each.end <= range.start; });
        part.last = std::max(part.first, countBefore(intervals, list, [&](const auto& each) {
                                 return each.start < range.end;
                             }));
        return part;
    });
}

Nanoseconds IntervalReader::startOf(const IntervalList& list, std::size_t index) const
{
    if (list.of == IntervalList::Of::Tasks)
        return *m_source.recording.tasks[m_tasks[index]].start;
    return visit(list, [&](const auto& intervals) { return intervals[index].start; });
}

IntervalRow IntervalReader::rowOf(const IntervalList& list, std::size_t index) const
{
    if (list.of == IntervalList::Of::Tasks)
        return rowOfTask(m_tasks[index]);
    if (list.of == IntervalList::Of::Core)
        return rowOfCore(list.owner, index);
    const Worker& track = trackOf(list);
    IntervalRow row{.kind = list.kind, .worker = track.id};
    if (list.kind == IntervalKind::Slice) {
        const Slice& slice = track.slices[index];
        row.range = rangeOf(slice);
        row.task = slice.task;
        row.core = slice.core;
    } else if (list.kind == IntervalKind::Wait) {
        const Wait& wait = track.waits[index];
        row.range = rangeOf(wait);
        row.task = wait.task;
        row.reason = wait.reason;
        row.held = wait.held;
    } else {
        row.range = track.unseen[index];
    }
    return row;
}

IntervalRow IntervalReader::rowOfTask(std::size_t task) const
{
    const Task& of = m_source.recording.tasks[task];
    return {.kind = IntervalKind::Task,
            .range = ::rangeOf(m_source.recording, of),
            .task = of.id,
            .goesOn = !of.stop};
}

IntervalRow IntervalReader::rowOfCore(std::size_t core, std::size_t index) const
{
    const CoreSlice& slice = m_source.model.cores().slicesOf(core)[index];
    return {.kind = IntervalKind::Slice,
            .range = rangeOf(slice),
            .task = m_source.hasTasks() ? slice.task : TaskId::None,
            .worker = m_source.recording.workers[slice.worker].id,
            .core = static_cast<int>(core)};
}
