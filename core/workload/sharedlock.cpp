#include "core/workload/sharedlock.h"

#include "core/observe/wordwait.h"

namespace {

/// Looks before sleeping: an uncontended holder lets go within this many.
constexpr int spins = 64;

void pauseBriefly() noexcept
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

}  // namespace

bool SharedLock::tryLock(std::uint32_t seat) noexcept
{
    for (int i = 0; i < spins; ++i) {
        std::uint32_t expected = free;
        if (m_state.compare_exchange_weak(expected, held, std::memory_order_acquire,
                                          std::memory_order_relaxed)) {
            m_holder.store(seat + 1, std::memory_order_relaxed);
            return true;
        }
        if (expected == awaited)  // its holder has lost its core, or takes long
            return false;
        pauseBriefly();
    }
    return false;
}

void SharedLock::wait(Nanoseconds atMost) noexcept
{
    std::uint32_t expected = held;
    if (m_state.compare_exchange_strong(expected, awaited) || expected == awaited)
        waitWhileEqual(m_state, awaited, atMost);
}

void SharedLock::unlock() noexcept
{
    m_holder.store(0, std::memory_order_relaxed);
    if (m_state.exchange(free, std::memory_order_release) == awaited)
        wakeAll(m_state);
}

void SharedLock::unlockFor(std::uint32_t seat) noexcept
{
    if (holder() == seat)
        unlock();
}

void SharedLock::wake() noexcept
{
    wakeAll(m_state);
}
