#include "core/model/runningstate.h"
#include "core/model/slices.h"

#include <algorithm>

void InferredState::apply(const Event& event, Place place, Worker& worker)
{
    if (event.kind >= EventKind::SwitchIn && event.kind <= EventKind::Unseen)
        return;  // what others saw, not the worker itself
    runUntilEvent(event, place, worker);
    if (m_doing == Doing::Waiting)
        worker.waits.back().end = event.kind == EventKind::Lost ? m_last : event.time;
    change(event, place, worker);
    remember(event);
}

void InferredState::growTo(Nanoseconds knownUntil, Place, Worker& worker) const
{
    if (m_doing == Doing::Waiting)
        worker.waits.back().end = std::max(worker.waits.back().end, knownUntil);
}

void InferredState::runUntilEvent(const Event& event, Place place, Worker& worker) const
{
    if (m_doing != Doing::Running)
        return;
    // The event before knows best where the worker was; after a gap it may be elsewhere.
    const bool mayHaveMoved = event.kind == EventKind::Gap;
    const std::int16_t core = m_core >= 0 || mayHaveMoved ? m_core : event.core;
    addRunning(worker.slices,
               {m_last, ranUntil(event), place.task, place.part, std::max<std::int16_t>(core, -1)});
}

void InferredState::change(const Event& event, Place place, Worker& worker)
{
    switch (event.kind) {
    case EventKind::WorkerStart:
        m_doing = Doing::Running;
        break;
    case EventKind::WorkerStop:
        closeWait(worker);
        m_doing = Doing::Nothing;
        break;
    case EventKind::WaitBegin:
        if (m_doing != Doing::Running)
            break;
        worker.waits.push_back({event.time, event.time, place.task, place.part, reasonOf(event),
                                heldLockFrom(event.value)});
        m_doing = Doing::Waiting;
        break;
    case EventKind::WaitEnd:
    case EventKind::Lost:
        // After a loss, a wait that went on may have ended and others come and gone. Of that time
        // nothing is said; now the worker runs, since it has just written this.
        closeWait(worker);
        if (m_doing == Doing::Waiting)
            m_doing = Doing::Running;
        break;
    case EventKind::Gap:
        addGap(event, place, worker);
        break;
    default:
        break;
    }
}

void InferredState::addGap(const Event& event, Place place, Worker& worker) const
{
    // Within a wait, the wait says already that the worker does not run, and why.
    if (m_doing == Doing::Running && gapStart(event) < event.time)
        worker.waits.push_back(
            {gapStart(event), event.time, place.task, place.part, WaitReason::Ready, {}});
}

/// A wait that took no time is dropped: it interrupts no slice.
void InferredState::closeWait(Worker& worker) const
{
    if (m_doing == Doing::Waiting && worker.waits.back().start == worker.waits.back().end)
        worker.waits.pop_back();
}

void InferredState::remember(const Event& event)
{
    const bool mayHaveMoved = event.kind == EventKind::WaitEnd || event.kind == EventKind::Gap ||
                              event.kind == EventKind::Lost;
    if (event.core >= 0 || mayHaveMoved)
        m_core = std::max<std::int16_t>(event.core, -1);
    m_last = event.time;
}

Nanoseconds InferredState::gapStart(const Event& event) const
{
    return std::max(Nanoseconds(event.value), m_last);
}

Nanoseconds InferredState::ranUntil(const Event& event) const
{
    if (event.kind == EventKind::Gap)
        return gapStart(event);
    // Where events are missing, or the begin of a wait is: when it stopped running, nobody knows.
    if (event.kind == EventKind::WaitEnd || event.kind == EventKind::Lost)
        return m_last;
    return event.time;
}
