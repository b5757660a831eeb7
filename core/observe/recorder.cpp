#include "core/observe/recorder.h"

#include "core/observe/clock.h"
#include "core/observe/switchevents.h"

#include <algorithm>
#include <optional>

namespace {

/// Switches of threads that nobody follows are kept for so long: a worker is named only when it
/// has arrived.
constexpr Nanoseconds keepUnclaimed = std::chrono::seconds(1);

}  // namespace

void Recorder::follow(Ring& ring, WorkerId worker, std::int64_t tid)
{
    const auto index = static_cast<std::size_t>(find(ring) - m_lanes.cbegin());
    if (index == m_lanes.size())
        m_lanes.emplace_back();
    else
        m_laneOf.erase(m_lanes[index].tid);
    m_lanes[index] = {&ring, worker, tid};
    m_laneOf[tid] = index;
}

std::vector<Recorder::Lane>::const_iterator Recorder::find(const Ring& ring) const noexcept
{
    return std::ranges::find_if(m_lanes, [&](const Lane& lane) { return lane.ring == &ring; });
}

Nanoseconds Recorder::lastSeen(const Ring& ring) const noexcept
{
    return find(ring)->last;
}

EventBatch Recorder::collect()
{
    EventBatch batch;
    batch.run = m_run;
    batch.knownUntil = now();  // before anything is read
    readRecord();
    for (Lane& lane : m_lanes)
        collectLane(lane, m_record ? batch.knownUntil : Nanoseconds::max());
    std::ranges::stable_sort(m_pending, {}, &Event::time);
    const auto later = std::ranges::upper_bound(m_pending, batch.knownUntil, {}, &Event::time);
    batch.events.assign(m_pending.begin(), later);
    m_pending.erase(m_pending.begin(), later);
    return batch;
}

void Recorder::readRecord()
{
    if (!m_record)
        return;
    m_record->read(m_entries);
    const Nanoseconds old = now() - keepUnclaimed;
    std::erase_if(m_entries,
                  [&](const SchedulingEntry& entry) { return takes(entry) || entry.time < old; });
    for (Lane& lane : m_lanes)
        std::ranges::stable_sort(lane.switches, {}, &Event::time);  // of several cores
}

/// Whether the entry is one of a worker, or of all.
bool Recorder::takes(const SchedulingEntry& entry)
{
    if (entry.kind == SchedulingEntry::Kind::Lost) {
        loseSight(entry);
        return true;
    }
    const auto found = m_laneOf.find(entry.tid);
    if (found == m_laneOf.end())
        return false;
    if (const auto event = switchEvent(entry))
        m_lanes[found->second].switches.push_back(*event);
    return true;
}

/// Entries of a core are missing: whoever lives may have been switched in or out there.
void Recorder::loseSight(const SchedulingEntry& loss)
{
    m_lostEntries += loss.count;
    for (Lane& lane : m_lanes) {
        if (!lane.hasStopped)
            lane.switches.push_back({.time = loss.time, .kind = EventKind::Unseen});
    }
}

void Recorder::collectLane(Lane& lane, Nanoseconds until)
{
    // In this order: what the worker is not writing now was published before its last switch, and
    // an event that is published after the reading of `alive` is not older than it.
    const bool isWriting = m_record && lane.ring->isWriting();
    const Nanoseconds alive = lane.ring->alive();
    lane.ring->drain([&](const Event& event) { lane.marks.push_back(event); });
    if (!isWriting)
        merge(lane, until);
    if (!m_record && alive > lane.last && lane.last > Nanoseconds{})
        add(lane, {.time = alive, .kind = EventKind::Alive});
}

/// Takes over the marks and the switches of a worker up to `until` in the order of their times; of
/// what came later, switches may be missing that were before marks. Switches wait for the mark of
/// the worker's start; those before it tell where it was then.
void Recorder::merge(Lane& lane, Nanoseconds until)
{
    const auto isDue = [until](const Event& event) { return event.time <= until; };
    const auto laterMark = std::ranges::find_if_not(lane.marks, isDue);
    if (!lane.hasStarted && laterMark == lane.marks.begin())
        return;
    const auto laterSwitch = std::ranges::find_if_not(lane.switches, isDue);
    auto change = lane.switches.begin();
    std::optional<Event> before;
    for (auto mark = lane.marks.begin(); mark != laterMark; ++mark) {
        for (; change != laterSwitch && change->time < mark->time; ++change) {
            if (lane.hasStarted)
                add(lane, *change);
            else
                before = *change;
        }
        add(lane, *mark);
        if (before && before->kind == EventKind::SwitchIn) {  // it was running when it started
            before->time = mark->time;
            add(lane, *before);
        }
        before.reset();
    }
    for (; change != laterSwitch; ++change)
        add(lane, *change);
    lane.marks.erase(lane.marks.begin(), laterMark);
    lane.switches.erase(lane.switches.begin(), laterSwitch);
}

void Recorder::add(Lane& lane, Event event)
{
    lane.hasStarted = lane.hasStarted || event.kind == EventKind::WorkerStart;
    if (lane.hasStopped)
        return;
    lane.hasStopped = event.kind == EventKind::WorkerStop;
    event.worker = lane.worker;
    event.time = std::max(event.time, lane.last);
    lane.last = event.time;
    m_pending.push_back(event);
}

std::uint64_t Recorder::lostRecords() const noexcept
{
    std::uint64_t lost = m_lostEntries;
    for (const Lane& lane : m_lanes)
        lost += lane.ring->lost();
    return lost;
}
