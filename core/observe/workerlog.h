#pragma once

#include "core/observe/clock.h"
#include "core/observe/cputime.h"
#include "core/observe/ring.h"
#include "core/observe/wordwait.h"

#include <algorithm>
#include <atomic>

/// A worker's own pen: writes what the worker does into its ring and notices when it was not
/// running (inferred evidence). Used by that worker's thread alone.
class WorkerLog {
public:
    /// A step from one clock reading to the next that is longer was spent off the core; shorter
    /// ones may be interrupts (observing.md).
    static constexpr Nanoseconds gapThreshold = std::chrono::microseconds(100);

    /// Both are borrowed. `news` is the word that the recorder waits on.
    WorkerLog(Ring& ring, std::atomic<std::uint32_t>& news) noexcept
        : m_ring(ring),
          m_news(news),
          m_last(now())
    {}

    /// The worker was let go at `origin` and has just got a core for the first time.
    void start(Nanoseconds origin) noexcept
    {
        m_ring.beginWriting();
        push({.time = origin, .core = currentCore(), .kind = EventKind::WorkerStart});
        m_ring.endWriting();
        m_last = origin;
        tick();
    }

    /// Reads the clock, and records a gap if there was one. To be called every 20 µs or so while
    /// the worker computes.
    Nanoseconds tick() noexcept
    {
        m_ring.beginWriting();
        const Nanoseconds time = readClock();
        m_ring.endWriting();
        return time;
    }

    /// Does `step`, which computes for longer than a gap takes and cannot call tick(). How long the
    /// worker was off its core meanwhile, its CPU time tells; when, it does not: at the end.
    template <typename Step>
    auto during(Step step)
    {
        const Nanoseconds start = tick();
        const Nanoseconds before = threadCpuTime().total;
        auto result = step();
        const Nanoseconds ran = threadCpuTime().total - before;
        m_last = std::max(m_last, std::min(now(), start + ran));
        tick();
        return result;
    }

    /// Records what happens now.
    void mark(EventKind kind, TaskId task = TaskId::None, PartId part = {}, std::uint8_t detail = 0,
              std::int64_t value = 0) noexcept
    {
        m_ring.beginWriting();
        push({.time = readClock(),
              .value = value,
              .task = task,
              .part = part,
              .core = currentCore(),
              .kind = kind,
              .detail = detail});
        m_ring.endWriting();
    }

    /// To be called around anything that blocks, with the same reason; and with the lock, where it
    /// is one, and who holds it.
    void beginWait(WaitReason reason, HeldLock held = {}) noexcept
    {
        mark(EventKind::WaitBegin, {}, {}, static_cast<std::uint8_t>(reason), packed(held));
    }
    void endWait(WaitReason reason) noexcept
    {
        m_last = now();  // being off the core during a wait is no gap
        mark(EventKind::WaitEnd, {}, {}, static_cast<std::uint8_t>(reason));
    }

private:
    Nanoseconds readClock() noexcept
    {
        const Nanoseconds time = now();
        if (time - m_last > gapThreshold) [[unlikely]]
            push({.time = time,
                  .value = m_last.count(),
                  .core = currentCore(),
                  .kind = EventKind::Gap});
        m_last = time;
        m_ring.setAlive(time);
        return time;
    }

    void push(const Event& event) noexcept
    {
        if (m_ring.push(event)) [[unlikely]] {
            m_news.fetch_add(1);
            wakeAll(m_news);
        }
    }

    Ring& m_ring;
    std::atomic<std::uint32_t>& m_news;
    Nanoseconds m_last;
};
