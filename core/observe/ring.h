#pragma once

#include "core/model/event.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

/// Events on their way from one worker to the recorder, in memory that both map: one writer, one
/// reader, no lock. A full ring drops new events, counts them, and says so with a Lost event as
/// soon as one fits. What was written stays readable when the writer dies.
///
/// The events lie behind the ring: it has to be created in bytesFor(capacity) bytes of zeros.
class Ring {
public:
    /// `capacity` is a power of two.
    explicit Ring(std::uint64_t capacity) noexcept : m_capacity(capacity) {}
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;

    [[nodiscard]] static constexpr std::size_t bytesFor(std::uint64_t capacity) noexcept
    {
        return sizeof(Ring) + capacity * sizeof(Event);
    }

    /// Worker only. Publishes one event. True: the recorder should be woken, since half of the ring
    /// waits for it.
    bool push(const Event& event) noexcept
    {
        if (m_dropped > 0) [[unlikely]]
            return pushAfterLoss(event);
        const std::uint64_t used = m_head.load(std::memory_order_relaxed) - m_seenTail;
        if (used >= m_capacity / 2) [[unlikely]]
            return pushIntoCrowd(event);
        write(event);
        return false;
    }

    /// Worker only. From the first to the second of these, it reads the clock and pushes events of
    /// that time. Where it loses its core in between, the recorder knows that more is to come.
    void beginWriting() noexcept
    {
        m_isWriting.store(1, std::memory_order_relaxed);
        // Losing the core orders the store for other cores; only the compiler must not delay it.
        std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    void endWriting() noexcept { m_isWriting.store(0, std::memory_order_release); }

    /// Recorder only. Whether the worker may still push events of times that have passed.
    [[nodiscard]] bool isWriting() const noexcept
    {
        return m_isWriting.load(std::memory_order_acquire) != 0;
    }

    /// Worker only. It was seen to run at `time`; all its earlier events are published.
    void setAlive(Nanoseconds time) noexcept
    {
        m_alive.store(time.count(), std::memory_order_release);
    }

    /// Recorder only. Hands every event that has been published to `take`, in order.
    template <typename Take>
    void drain(Take&& take)
    {
        const std::uint64_t tail = m_tail.load(std::memory_order_relaxed);
        const std::uint64_t published = m_head.load(std::memory_order_acquire) - tail;
        const std::uint64_t count = std::min(published, m_capacity);
        for (std::uint64_t i = 0; i < count; ++i)
            take(events()[(tail + i) % m_capacity]);
        m_tail.store(tail + count, std::memory_order_release);
    }

    [[nodiscard]] Nanoseconds alive() const noexcept
    {
        return Nanoseconds(m_alive.load(std::memory_order_acquire));
    }
    [[nodiscard]] std::uint64_t lost() const noexcept
    {
        return m_lost.load(std::memory_order_relaxed);
    }

private:
    [[nodiscard]] Event* events() noexcept { return reinterpret_cast<Event*>(this + 1); }

    void write(const Event& event) noexcept
    {
        const std::uint64_t head = m_head.load(std::memory_order_relaxed);
        events()[head & (m_capacity - 1)] = event;
        m_head.store(head + 1, std::memory_order_release);
    }

    /// Events that would still fit; looks at how far the recorder is.
    [[nodiscard]] std::uint64_t room() noexcept
    {
        m_seenTail = m_tail.load(std::memory_order_acquire);
        return m_capacity - (m_head.load(std::memory_order_relaxed) - m_seenTail);
    }

    bool pushIntoCrowd(const Event& event) noexcept
    {
        const std::uint64_t free = room();
        if (free > 0)
            write(event);
        else
            drop();
        // Wakes the recorder at half, and again at each quarter that is left.
        return free <= m_capacity / 2 && free % (m_capacity / 4) == 0;
    }

    bool pushAfterLoss(const Event& event) noexcept
    {
        if (room() < 2) {
            drop();
            return false;
        }
        write({.time = event.time,
               .value = static_cast<std::int64_t>(m_dropped),
               .kind = EventKind::Lost});
        m_dropped = 0;
        write(event);
        return false;
    }

    void drop() noexcept
    {
        ++m_dropped;
        m_lost.store(m_lost.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }

    // The worker's cache line, then the recorder's, so that neither disturbs the other.
    alignas(64) std::atomic<std::uint64_t> m_head = 0;
    std::uint64_t m_capacity;
    std::uint64_t m_seenTail = 0;  ///< the worker's last look at m_tail
    std::uint64_t m_dropped = 0;   ///< since the last event that fitted
    std::atomic<std::uint64_t> m_lost = 0;
    std::atomic<std::int64_t> m_alive = 0;
    std::atomic<std::uint32_t> m_isWriting = 0;
    alignas(64) std::atomic<std::uint64_t> m_tail = 0;
};

static_assert(std::atomic<std::uint64_t>::is_always_lock_free,
              "rings are shared between processes");
