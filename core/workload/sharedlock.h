#pragma once

#include "core/model/time.h"

#include <atomic>
#include <cstdint>

/// A lock in shared memory that knows who holds it: a seat of the run, counted from 0. Whoever
/// waits sleeps in the kernel: after U. Drepper, "Futexes Are Tricky" (2011), mutex 2, but that all
/// who wait are woken, and look again. All zeros is free.
class SharedLock {
public:
    /// Takes the lock if it is free, or becomes free within a few hundred nanoseconds.
    [[nodiscard]] bool tryLock(std::uint32_t seat) noexcept;

    /// Blocks while another holds the lock, for `atMost`; may return early. Takes nothing.
    void wait(Nanoseconds atMost) noexcept;

    void unlock() noexcept;

    /// Lets go of a lock whose holder has died.
    void unlockFor(std::uint32_t seat) noexcept;

    /// Lets everybody who waits look again.
    void wake() noexcept;

    /// Its seat, or −1 where nobody holds it.
    [[nodiscard]] std::int64_t holder() const noexcept
    {
        return std::int64_t{m_holder.load(std::memory_order_relaxed)} - 1;
    }

private:
    static constexpr std::uint32_t free = 0;
    static constexpr std::uint32_t held = 1;
    static constexpr std::uint32_t awaited = 2;  ///< held, and somebody may sleep

    std::atomic<std::uint32_t> m_state = free;
    std::atomic<std::uint32_t> m_holder = 0;  ///< its seat + 1
};
