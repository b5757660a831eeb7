#include "core/observe/recorder.h"

#include "core/observe/clock.h"

#include <algorithm>

void Recorder::follow(Ring& ring, WorkerId worker)
{
    const auto lane = find(ring);
    if (lane != m_lanes.end())
        m_lanes[static_cast<std::size_t>(lane - m_lanes.begin())] = {&ring, worker};
    else
        m_lanes.push_back({&ring, worker});
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
    batch.knownUntil = now();  // before the first ring is read
    for (Lane& lane : m_lanes)
        collectLane(lane);
    std::ranges::stable_sort(m_pending, {}, &Event::time);
    const auto later = std::ranges::upper_bound(m_pending, batch.knownUntil, {}, &Event::time);
    batch.events.assign(m_pending.begin(), later);
    m_pending.erase(m_pending.begin(), later);
    return batch;
}

void Recorder::collectLane(Lane& lane)
{
    // In this order: an event that is published after the reading is not older than it.
    const Nanoseconds alive = lane.ring->alive();
    lane.ring->drain([&](Event event) {
        event.worker = lane.worker;
        lane.last = event.time;
        m_pending.push_back(event);
    });
    if (alive > lane.last && lane.last > Nanoseconds{}) {
        m_pending.push_back({.time = alive, .worker = lane.worker, .kind = EventKind::Alive});
        lane.last = alive;
    }
}

std::uint64_t Recorder::lostRecords() const noexcept
{
    std::uint64_t lost = 0;
    for (const Lane& lane : m_lanes)
        lost += lane.ring->lost();
    return lost;
}
