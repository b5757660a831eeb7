#include "core/model/runningstate.h"

#include <algorithm>

void SwitchedState::apply(const Event& event, Place place, Worker& worker)
{
    goOnUntil(event.time, place, worker);
    m_last = event.time;
    change(event, place, worker);
}

void SwitchedState::growTo(Nanoseconds knownUntil, Place place, Worker& worker)
{
    m_knownUntil = std::max(m_knownUntil, knownUntil);
    goOnUntil(std::max(m_last, m_knownUntil), place, worker);
}

/// What goes on lasts until `time`, whether it was thought to last longer or not.
void SwitchedState::goOnUntil(Nanoseconds time, Place place, Worker& worker)
{
    switch (m_doing) {
    case Doing::Nothing:
        break;
    case Doing::Running:
        if (!m_isSliceOpen)
            worker.slices.push_back({m_last, time, place.task, place.part, m_core});
        worker.slices.back().end = time;
        m_isSliceOpen = time > worker.slices.back().start;
        if (!m_isSliceOpen)
            worker.slices.pop_back();
        break;
    case Doing::Waiting:
        worker.waits.back().end = time;
        break;
    case Doing::Unseen:
        worker.unseen.back().end = time;
        break;
    }
}

/// What went on has ended; if it took no time, it is as if it had not been.
void SwitchedState::close(Worker& worker)
{
    const auto dropEmpty = [](auto& intervals) {
        if (intervals.back().end <= intervals.back().start)
            intervals.pop_back();
    };
    if (m_doing == Doing::Waiting)
        dropEmpty(worker.waits);
    else if (m_doing == Doing::Unseen)
        dropEmpty(worker.unseen);
    m_isSliceOpen = false;
    m_doing = Doing::Nothing;
}

void SwitchedState::change(const Event& event, Place place, Worker& worker)
{
    switch (event.kind) {
    case EventKind::WorkerStart:  // it was let go, and will run as soon as it gets a core
    case EventKind::SwitchOut:
        leaveCore(event, place, worker);
        break;
    case EventKind::SwitchIn:
        close(worker);
        m_core = std::max<std::int16_t>(event.core, -1);
        m_doing = Doing::Running;
        break;
    case EventKind::WorkerStop:
        close(worker);
        break;
    case EventKind::PartStart:
    case EventKind::PartStop:
    case EventKind::Suspend:
        if (m_doing == Doing::Running) {  // a slice is of one part
            close(worker);
            m_doing = Doing::Running;
        }
        break;
    case EventKind::WaitBegin:
        m_marked = reasonOf(event);
        m_held = heldLockFrom(event.value);
        break;
    case EventKind::WaitEnd:
    case EventKind::Lost:
        m_marked = WaitReason::Unknown;
        m_held = {};
        break;
    case EventKind::Because:
        if (m_doing == Doing::Waiting && worker.waits.back().reason == WaitReason::Unknown)
            worker.waits.back().reason = reasonOf(event);
        break;
    case EventKind::Unseen:
        close(worker);
        worker.unseen.push_back({event.time, event.time});
        m_doing = Doing::Unseen;
        break;
    default:
        break;
    }
}

void SwitchedState::leaveCore(const Event& event, Place place, Worker& worker)
{
    const bool isMarked = reasonOf(event) == WaitReason::Unknown;
    close(worker);
    worker.waits.push_back({event.time, event.time, place.task, place.part,
                            isMarked ? m_marked : reasonOf(event), isMarked ? m_held : HeldLock{}});
    m_doing = Doing::Waiting;
}
