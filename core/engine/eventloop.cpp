#include "core/engine/eventloop.h"

#include "core/observe/clock.h"
#include "core/observe/wordwait.h"

#include <algorithm>

namespace {

/// How long the loop sleeps before it looks whether the run shall stop.
constexpr Nanoseconds longestSleep = std::chrono::milliseconds(50);

}  // namespace

EventLoop::EventLoop(const RunMemory& memory, WorkerTools& tools)
    : m_memory(memory),
      m_tools(tools),
      m_dispatch(memory),
      m_places(memory.seatCount())
{
    m_tools.isEventLoop = true;
}

void EventLoop::run()
{
    while (isAnythingLeft()) {
        const bool hasBegun = fillPlaces();
        const std::vector<std::uint32_t> seats = ready();
        markReady(seats);
        for (const std::uint32_t seat : seats)
            goOn(seat);
        if (seats.empty() && !hasBegun && isAnythingLeft())
            waitForAny();
    }
}

bool EventLoop::isAnythingLeft() const noexcept
{
    return std::ranges::any_of(m_places,
                               [](const Place& place) { return place.part || place.hasMore; });
}

/// Begins the next task of each team that is free for one. Returns whether there was any.
bool EventLoop::fillPlaces()
{
    bool hasBegun = false;
    for (std::uint32_t seat = 0; seat < m_places.size(); ++seat) {
        if (!m_places[seat].part && m_places[seat].hasMore)
            hasBegun = beginNext(seat) || hasBegun;
    }
    return hasBegun;
}

/// Begins one task after another, until one has to wait: a task that is given to a team has
/// started, and shall not wait for those of other teams before it does anything. Returns whether
/// any has begun.
bool EventLoop::beginNext(std::uint32_t seat)
{
    Place& place = m_places[seat];
    for (bool hasBegun = false;; hasBegun = true) {
        const Dispatch::Next next = m_dispatch.look(seat, m_tools.log);
        place.hasMore = next.what != Dispatch::Next::What::NoMore;
        if (next.what != Dispatch::Next::What::Task)
            return hasBegun;
        place.part = std::make_unique<RunningPart>(m_memory, m_tools, seat, next.task);
        if (!finishes(place, seat))
            return true;
    }
}

/// Goes on with the part of a seat, and with the next task if it is done.
void EventLoop::goOn(std::uint32_t seat)
{
    if (finishes(m_places[seat], seat))
        (void)beginNext(seat);
}

bool EventLoop::finishes(Place& place, std::uint32_t seat)
{
    if (!place.part->goOn())
        return false;
    m_dispatch.finishPart(seat, place.part->outcome(), m_tools.log);
    place.part.reset();
    return true;
}

std::vector<std::uint32_t> EventLoop::ready()
{
    std::vector<std::uint32_t> seats;
    for (std::uint32_t seat = 0; seat < m_places.size(); ++seat) {
        if (m_places[seat].part && m_places[seat].part->awaited().isOver())
            seats.push_back(seat);
    }
    return seats;
}

/// All but the first have what they waited for, and wait for the loop now.
void EventLoop::markReady(const std::vector<std::uint32_t>& seats)
{
    for (std::size_t i = 1; i < seats.size(); ++i)
        m_places[seats[i]].part->markSuspended(WaitReason::Ready);
}

void EventLoop::waitForAny()
{
    const Nanoseconds atMost = untilNextDue();
    const WaitReason reason = commonReason();
    m_tools.log.beginWait(reason);
    if (m_tools.transfers().inProgress() > 0)
        m_tools.transfers().wait(atMost);
    else
        waitWhileEqual(m_memory.control().stop, 0, atMost);
    m_tools.log.endWait(reason);
}

Nanoseconds EventLoop::untilNextDue() const
{
    Nanoseconds least = longestSleep;
    for (const Place& place : m_places) {
        if (!place.part)
            continue;
        if (const auto due = place.part->awaited().due())
            least = std::min(least, *due - now());
    }
    return std::max(least, Nanoseconds(1));
}

/// Of what the parts wait for, what will probably come first.
WaitReason EventLoop::commonReason() const
{
    WaitReason reason = WaitReason::Unknown;
    for (const Place& place : m_places) {
        if (place.part &&
            (reason == WaitReason::Unknown || place.part->awaited().reason() == WaitReason::Io))
            reason = place.part->awaited().reason();
    }
    return reason;
}
