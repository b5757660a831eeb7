#include "core/workload/globallock.h"

#include "core/observe/clock.h"

bool GlobalLock::tryTake(std::uint32_t seat, TaskId task)
{
    const std::lock_guard lock(m_mutex);
    if (m_isHeld)
        return false;
    become(seat, task);
    return true;
}

void GlobalLock::take(std::uint32_t seat, TaskId task)
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    while (m_isHeld) {
        const std::uint64_t switches = m_switches;
        const bool isFree = m_freed.wait_for(lock, switchInterval, [this] { return !m_isHeld; });
        // Where the lock has changed hands meanwhile, its new holder has its interval first.
        if (!isFree && m_switches == switches)
            m_isAskedFor.store(true, std::memory_order_relaxed);
    }
    --m_waiting;
    become(seat, task);
}

std::vector<Nanoseconds> GlobalLock::turns() const
{
    const std::lock_guard lock(m_mutex);
    return m_turns;
}

/// Requires the mutex, and that nobody holds the lock.
void GlobalLock::become(std::uint32_t seat, TaskId task)
{
    m_isHeld = true;
    m_taken = now();
    m_task.store(task, std::memory_order_relaxed);
    if (m_lastHolder != seat)
        ++m_switches;
    m_lastHolder = seat;
    m_isAskedFor.store(false, std::memory_order_relaxed);
    m_switched.notify_all();
}

void GlobalLock::drop(std::uint32_t seat)
{
    std::unique_lock lock(m_mutex);
    const bool wasAskedFor = m_isAskedFor.load(std::memory_order_relaxed);
    if (wasAskedFor && m_turns.size() < mostTurns)
        m_turns.push_back(now() - m_taken);
    m_isHeld = false;
    m_task.store(TaskId::None, std::memory_order_relaxed);
    m_freed.notify_one();
    if (wasAskedFor)
        m_switched.wait(lock, [&] { return m_lastHolder != seat || m_waiting == 0; });
}
