#include "core/model/workertrack.h"

#include "core/model/limits.h"
#include "core/model/slices.h"

#include <algorithm>

Result<void> WorkerTrack::apply(const Event& event, Worker& worker, std::span<Task> tasks)
{
    if (auto ok = check(event, tasks); !ok)
        return ok;
    runUntilEvent(event, worker);
    goOnUntil(event.kind == EventKind::Lost ? m_last : event.time, worker);
    change(event, worker, tasks);
    remember(event);
    return {};
}

void WorkerTrack::growTo(Nanoseconds knownUntil, Worker& worker) const
{
    if (m_doing != Doing::Waiting)
        return;
    goOnUntil(std::max(worker.waits.back().end, knownUntil), worker);
}

/// The wait and the part that go on, if they do, last until `time`.
void WorkerTrack::goOnUntil(Nanoseconds time, Worker& worker) const
{
    if (m_doing == Doing::Waiting)
        worker.waits.back().end = time;
    if (isInPart())
        worker.parts.back().end = time;
}

Result<void> WorkerTrack::check(const Event& event, std::span<const Task> tasks) const
{
    if (auto ok = checkTime(event, m_origin, m_last); !ok)
        return ok;
    if (auto ok = checkTask(event, tasks); !ok)
        return ok;
    if (auto ok = checkLife(event, life()); !ok)
        return ok;
    if (event.kind == EventKind::PartStop && m_task != event.task && !m_mayBeInPart)
        return contradiction(event, "has no part here that could stop");
    return {};
}

Life WorkerTrack::life() const noexcept
{
    if (m_doing == Doing::NotStarted)
        return Life::NotStarted;
    return m_doing == Doing::Stopped ? Life::Stopped : Life::Lives;
}

void WorkerTrack::runUntilEvent(const Event& event, Worker& worker) const
{
    if (m_doing != Doing::Running)
        return;
    // The event before knows best where the worker was; after a gap it may be elsewhere.
    const bool mayHaveMoved = event.kind == EventKind::Gap;
    const std::int16_t core = m_core >= 0 || mayHaveMoved ? m_core : event.core;
    addRunning(worker.slices,
               {m_last, ranUntil(event), m_task, m_part, std::max<std::int16_t>(core, -1)});
}

void WorkerTrack::change(const Event& event, Worker& worker, std::span<Task> tasks)
{
    switch (event.kind) {
    case EventKind::WorkerStart:
        worker.start = event.time;
        m_doing = Doing::Running;
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
        break;
    case EventKind::PartStart:
        startPart(event, worker, tasks[number(event.task) - 1]);
        break;
    case EventKind::PartStop:
        endPart();
        break;
    case EventKind::WaitBegin:
        beginWait(event, worker);
        break;
    case EventKind::WaitEnd:
        endWait(worker);
        break;
    case EventKind::Gap:
        addGap(event, worker);
        break;
    case EventKind::Alive:
        break;
    case EventKind::Lost:
        forget(worker);
        break;
    }
}

void WorkerTrack::stop(const Event& event, Worker& worker)
{
    if (m_doing == Doing::Stopped)
        return;
    closeWait(worker);
    endPart();
    worker.start = std::min(worker.start, event.time);
    worker.stop = event.time;
    worker.cpuTime = std::clamp(Nanoseconds(event.value), Nanoseconds{}, limits::longestRun);
    m_doing = Doing::Stopped;
}

void WorkerTrack::startPart(const Event& event, Worker& worker, Task& task)
{
    m_task = event.task;
    m_part = event.part;
    m_mayBeInPart = false;
    worker.parts.push_back({event.time, event.time, event.task, event.part});
    if (std::ranges::find(task.workers, worker.id) == task.workers.end())
        task.workers.push_back(worker.id);
}

void WorkerTrack::endPart()
{
    m_task = TaskId::None;
    m_part = {};
    m_mayBeInPart = false;
}

void WorkerTrack::beginWait(const Event& event, Worker& worker)
{
    if (m_doing != Doing::Running)
        return;
    worker.waits.push_back({event.time, event.time, m_task, m_part, reasonOf(event)});
    m_doing = Doing::Waiting;
}

void WorkerTrack::endWait(Worker& worker)
{
    closeWait(worker);
    if (m_doing == Doing::Waiting)
        m_doing = Doing::Running;
}

/// A wait that took no time is dropped: it interrupts no slice.
void WorkerTrack::closeWait(Worker& worker) const
{
    if (m_doing == Doing::Waiting && worker.waits.back().start == worker.waits.back().end)
        worker.waits.pop_back();
}

void WorkerTrack::addGap(const Event& event, Worker& worker) const
{
    // Within a wait, the wait says already that the worker does not run, and why.
    if (m_doing == Doing::Running && gapStart(event) < event.time)
        worker.waits.push_back({gapStart(event), event.time, m_task, m_part, WaitReason::Ready});
}

/// Events are missing between the last one and now: a wait or a part that went on may have ended
/// and others come and gone. Of that time nothing is said; from now on the worker runs, since it
/// has just written this.
void WorkerTrack::forget(Worker& worker)
{
    if (m_doing != Doing::Running && m_doing != Doing::Waiting)
        return;
    closeWait(worker);
    endPart();
    m_mayBeInPart = true;
    m_doing = Doing::Running;
}

void WorkerTrack::remember(const Event& event)
{
    const bool mayHaveMoved = event.kind == EventKind::WaitEnd || event.kind == EventKind::Gap ||
                              event.kind == EventKind::Lost;
    if (event.core >= 0 || mayHaveMoved)
        m_core = std::max<std::int16_t>(event.core, -1);
    m_last = event.time;
}

Nanoseconds WorkerTrack::gapStart(const Event& event) const
{
    return std::max(Nanoseconds(event.value), m_last);
}

Nanoseconds WorkerTrack::ranUntil(const Event& event) const
{
    if (event.kind == EventKind::Gap)
        return gapStart(event);
    // Where events are missing, or the begin of a wait is: when it stopped running, nobody knows.
    if (event.kind == EventKind::WaitEnd || event.kind == EventKind::Lost)
        return m_last;
    return event.time;
}
