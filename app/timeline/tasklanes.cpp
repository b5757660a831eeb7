#include "app/timeline/tasklanes.h"

#include <algorithm>

namespace {

/// Puts an interval where it belongs in time, nearly always at the end.
template <typename Interval, typename Sums>
void insert(std::vector<Interval>& list, Sums& sums, const Interval& each)
{
    const auto at = std::ranges::upper_bound(list, each.start, {}, &Interval::start);
    sums.forgetFrom(static_cast<std::size_t>(at - list.begin()));
    list.insert(at, each);
}

/// Takes the interval that starts at `start` out again.
template <typename Interval, typename Sums>
void remove(std::vector<Interval>& list, Sums& sums, Nanoseconds start)
{
    const auto at = std::ranges::lower_bound(list, start, {}, &Interval::start);
    sums.forgetFrom(static_cast<std::size_t>(at - list.begin()));
    list.erase(at);
}

}  // namespace

bool TaskLanes::fits(const Recording& recording) const
{
    if (recording.workers.size() < m_workers.size() || recording.tasks.size() < m_tasks.size())
        return false;
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        if (recording.workers[i].slices.size() < m_workers[i].slices ||
            recording.workers[i].waits.size() < m_workers[i].waits)
            return false;
    }
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        if (recording.tasks[i].suspensions.size() < m_suspensions[i])
            return false;
    }
    return true;
}

void TaskLanes::update(const Recording& recording)
{
    if (recording.start.plan.with != WorkerKind::EventLoop)
        return;
    m_tasks.resize(recording.tasks.size());
    m_suspensions.resize(recording.tasks.size());
    m_workers.resize(recording.workers.size());
    dropOpen();
    for (std::size_t i = 0; i < m_workers.size(); ++i)
        takeIn(recording.workers[i], m_workers[i]);
    for (std::size_t i = 0; i < m_tasks.size(); ++i)
        takeIn(recording, i);
    for (auto& lanes : m_tasks) {
        for (TaskLane& lane : lanes) {
            lane.sums.slices.extend(lane.track.slices);
            lane.sums.waits.extend(lane.track.waits);
        }
    }
}

void TaskLanes::dropOpen()
{
    const auto laneOfOpen = [&](const Open& open) -> TaskLane& {
        return *std::ranges::lower_bound(m_tasks[open.task], open.part, {}, &TaskLane::part);
    };
    for (const Open& open : m_openSlices) {
        TaskLane& lane = laneOfOpen(open);
        remove(lane.track.slices, lane.sums.slices, open.start);
    }
    for (const Open& open : m_openWaits) {
        TaskLane& lane = laneOfOpen(open);
        remove(lane.track.waits, lane.sums.waits, open.start);
    }
    m_openSlices.clear();
    m_openWaits.clear();
}

void TaskLanes::takeIn(const Worker& worker, Taken& taken)
{
    for (; taken.slices + 1 < worker.slices.size(); ++taken.slices)
        add(worker, worker.slices[taken.slices], true);
    for (; taken.waits + 1 < worker.waits.size(); ++taken.waits)
        add(worker, worker.waits[taken.waits], true);
    if (!worker.slices.empty())
        add(worker, worker.slices.back(), false);
    if (!worker.waits.empty())
        add(worker, worker.waits.back(), false);
}

void TaskLanes::takeIn(const Recording& recording, std::size_t task)
{
    const auto& suspensions = recording.tasks[task].suspensions;
    std::size_t& taken = m_suspensions[task];
    for (; taken < suspensions.size() && suspensions[taken].end; ++taken)
        add(task, suspensions[taken], *suspensions[taken].end, true);
    for (std::size_t i = taken; i < suspensions.size(); ++i)
        add(task, suspensions[i], suspensions[i].end.value_or(recording.knownUntil), false);
}

TaskLane* TaskLanes::laneOf(TaskId task, PartId part)
{
    if (task == TaskId::None || number(task) > m_tasks.size())
        return nullptr;
    auto& lanes = m_tasks[number(task) - 1];
    auto at = std::ranges::lower_bound(lanes, part, {}, &TaskLane::part);
    if (at == lanes.end() || at->part != part)
        at = lanes.insert(at, TaskLane{.part = part, .track = {}, .sums = {}});
    return &*at;
}

void TaskLanes::add(const Worker& worker, const Slice& slice, bool isSettled)
{
    TaskLane* const lane = laneOf(slice.task, slice.part);
    if (!lane)
        return;
    lane->track.id = worker.id;
    insert(lane->track.slices, lane->sums.slices, slice);
    if (!isSettled)
        m_openSlices.push_back({number(slice.task) - 1, slice.part, slice.start});
}

void TaskLanes::add(const Worker& worker, const Wait& wait, bool isSettled)
{
    TaskLane* const lane = laneOf(wait.task, wait.part);
    if (!lane)
        return;
    lane->track.id = worker.id;
    insert(lane->track.waits, lane->sums.waits, wait);
    if (!isSettled)
        m_openWaits.push_back({number(wait.task) - 1, wait.part, wait.start});
}

void TaskLanes::add(std::size_t task, const Suspension& suspension, Nanoseconds end, bool isSettled)
{
    if (end <= suspension.start)
        return;
    const auto id = static_cast<TaskId>(task + 1);
    TaskLane* const lane = laneOf(id, suspension.part);
    insert(lane->track.waits, lane->sums.waits,
           {suspension.start, end, id, suspension.part, suspension.reason});
    if (!isSettled)
        m_openWaits.push_back({task, suspension.part, suspension.start});
}
