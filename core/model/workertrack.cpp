#include "core/model/workertrack.h"

#include "core/model/limits.h"

#include <algorithm>

namespace {

std::variant<InferredState, SwitchedState> stateFor(Evidence evidence, Nanoseconds origin) noexcept
{
    if (comesFromSwitches(evidence))
        return SwitchedState(origin);
    return InferredState(origin);
}

/// What `of` tells of the suspensions of `task` goes on no longer than `time`.
template <typename Of>
void resume(Task& task, Nanoseconds time, Of of)
{
    for (Suspension& suspension : task.suspensions) {
        if (!suspension.end && of(suspension))
            suspension.end = std::max(suspension.start, time);
    }
}

/// Of the part that `event` names.
auto ofPart(const Event& event)
{
    return [part = event.part](const Suspension& suspension) { return suspension.part == part; };
}

}  // namespace

WorkerTrack::WorkerTrack(Nanoseconds origin, Evidence evidence) noexcept
    : m_origin(origin),
      m_last(origin),
      m_state(stateFor(evidence, origin))
{}

Result<void> WorkerTrack::apply(const Event& event, Worker& worker, std::span<Task> tasks)
{
    if (auto ok = check(event, tasks); !ok)
        return ok;
    if (m_life == Life::Lives || event.kind == EventKind::WorkerStart)
        std::visit([&](auto& state) { state.apply(event, m_place, worker); }, m_state);
    if (isInPart())
        worker.parts.back().end = event.kind == EventKind::Lost ? m_last : event.time;
    change(event, worker, tasks);
    m_last = event.time;
    return {};
}

void WorkerTrack::growTo(Nanoseconds knownUntil, Worker& worker)
{
    std::visit([&](auto& state) { state.growTo(knownUntil, m_place, worker); }, m_state);
    if (!isInPart())
        return;
    Nanoseconds& end = worker.parts.back().end;
    if (!worker.waits.empty())
        end = std::max(end, worker.waits.back().end);
    if (!worker.slices.empty())
        end = std::max(end, worker.slices.back().end);
}

Result<void> WorkerTrack::check(const Event& event, std::span<const Task> tasks) const
{
    if (auto ok = checkTime(event, m_origin, m_last); !ok)
        return ok;
    if (auto ok = checkTask(event, tasks); !ok)
        return ok;
    if (auto ok = checkLife(event, m_life); !ok)
        return ok;
    if (event.kind == EventKind::PartStop && m_place.task != event.task && !m_mayBeInPart)
        return contradiction(event, "has no part here that could stop");
    return {};
}

void WorkerTrack::change(const Event& event, Worker& worker, std::span<Task> tasks)
{
    switch (event.kind) {
    case EventKind::WorkerStart:
        worker.start = event.time;
        m_life = Life::Lives;
        break;
    case EventKind::WorkerStop:
        stop(event, worker);
        break;
    case EventKind::TaskStart:
        tasks[number(event.task) - 1].start = event.time;
        break;
    case EventKind::TaskStop:
        tasks[number(event.task) - 1].stop = event.time;
        tasks[number(event.task) - 1].outcome = outcomeOf(event);
        resume(tasks[number(event.task) - 1], event.time, [](const Suspension&) { return true; });
        break;
    case EventKind::PartStart:
        startPart(event, worker, tasks[number(event.task) - 1]);
        break;
    case EventKind::PartStop:
        endPart();
        break;
    case EventKind::Suspend:
        suspend(event, tasks[number(event.task) - 1]);
        break;
    case EventKind::Lost:  // a part that went on may have ended, and others come and gone
        if (m_life != Life::Lives)
            break;
        endPart();
        m_mayBeInPart = true;
        break;
    default:
        break;
    }
}

void WorkerTrack::stop(const Event& event, Worker& worker)
{
    if (m_life == Life::Stopped)
        return;
    endPart();
    worker.start = std::min(worker.start, event.time);
    worker.stop = event.time;
    worker.cpuTime = std::clamp(Nanoseconds(event.value), Nanoseconds{}, limits::longestRun);
    m_life = Life::Stopped;
}

void WorkerTrack::startPart(const Event& event, Worker& worker, Task& task)
{
    resume(task, event.time, ofPart(event));
    m_place = {event.task, event.part};
    m_mayBeInPart = false;
    worker.parts.push_back({event.time, event.time, event.task, event.part});
    if (std::ranges::find(task.workers, worker.id) == task.workers.end())
        task.workers.push_back(worker.id);
}

/// What it waits for may change while it is suspended.
void WorkerTrack::suspend(const Event& event, Task& task)
{
    if (m_place.task == event.task && m_place.part == event.part)
        endPart();
    resume(task, event.time, ofPart(event));
    task.suspensions.push_back({event.time, std::nullopt, event.part, reasonOf(event)});
}

void WorkerTrack::endPart()
{
    m_place = {};
    m_mayBeInPart = false;
}
