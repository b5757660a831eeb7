#pragma once

#include "core/model/ids.h"
#include "core/model/time.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

/// One lock that a thread must hold to compute: a model of CPython's global interpreter lock, after
/// its Python/ceval_gil.c. Who waits for a switch interval asks for the lock; the holder notices
/// between two steps, lets go, and takes it again only after another has had it.
class GlobalLock {
public:
    /// CPython's sys.getswitchinterval().
    static constexpr Nanoseconds switchInterval = std::chrono::milliseconds(5);

    /// Takes the lock if it is free. `seat` is the caller's, `task` the one that it works at.
    [[nodiscard]] bool tryTake(std::uint32_t seat, TaskId task);

    /// Waits for the lock and takes it.
    void take(std::uint32_t seat, TaskId task);

    /// Lets go; where somebody has asked for the lock, not before another thread has it.
    void drop(std::uint32_t seat);

    /// Whether the holder should drop the lock and take it again. Only a look, no more than that.
    [[nodiscard]] bool isAskedFor() const noexcept
    {
        return m_isAskedFor.load(std::memory_order_relaxed);
    }

    /// The task of the holder; None where nobody holds it.
    [[nodiscard]] TaskId holder() const noexcept { return m_task.load(std::memory_order_relaxed); }

    /// How long holders had the lock until they handed it over since they were asked to; the first
    /// `mostTurns` of them, in order of time.
    [[nodiscard]] std::vector<Nanoseconds> turns() const;

private:
    static constexpr std::size_t mostTurns = 10'000;
    static constexpr std::uint32_t nobody = UINT32_MAX;

    void become(std::uint32_t seat, TaskId task);

    mutable std::mutex m_mutex;  ///< protects what follows, but for reading the two atomics
    std::condition_variable m_freed;
    std::condition_variable m_switched;
    bool m_isHeld = false;
    std::uint32_t m_lastHolder = nobody;
    std::uint64_t m_switches = 0;
    std::uint32_t m_waiting = 0;
    Nanoseconds m_taken{};  ///< when the holder took it
    std::vector<Nanoseconds> m_turns;
    std::atomic<bool> m_isAskedFor = false;
    std::atomic<TaskId> m_task = TaskId::None;
};
