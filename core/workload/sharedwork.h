#pragma once

#include "core/workload/sharedlock.h"
#include "core/workload/workorder.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>

// What the workers of one run share while they work. Plain data in memory that all of them map.

/// What the work has come to so far, all tasks together.
struct alignas(64) WorkTotals {
    std::atomic<std::int64_t> counter = 0;            ///< the one that `increment` counts with
    alignas(64) std::atomic<std::int64_t> items = 0;  ///< appended
    std::atomic<std::int64_t> memory = 0;             ///< bytes in use
    std::atomic<std::int64_t> streamed = 0;           ///< bytes read and written
    std::atomic<std::int64_t> streamTime = 0;         ///< ns that this took, of all workers
    std::atomic<std::int64_t> resident = 0;           ///< bytes, of all worker processes at the end
};

/// What a seat is doing.
struct alignas(64) PartState {
    std::atomic<std::uint32_t> task = 0;        ///< its number; 0 between tasks
    std::atomic<std::uint32_t> waitsFor = 0;    ///< a lock's number, from 1; 0 if for none
    std::atomic<std::uint32_t> waits = 0;       ///< counts the waits for locks
    std::atomic<std::uint32_t> mustGiveUp = 0;  ///< not 0: its wait for a lock fails
};

/// What became of a task, beside its outcome.
struct TaskState {
    std::array<char, 512> error{};          ///< why it failed, cut to fit; empty otherwise
    std::atomic<std::uint32_t> isOpen = 0;  ///< not 0: its serial part is done
    std::int32_t pictureWidth = 0;          ///< in pixels; 0 if it brought no picture
    std::int32_t pictureHeight = 0;
    std::int64_t pictureBytes = 0;  ///< as it came
};

/// An address to download, and a zero.
using Address = std::array<char, 2048>;

/// The whole of it. A view: what it shows is owned by the memory of the run.
struct SharedWork {
    const WorkOrder& order;
    WorkTotals& totals;
    std::atomic<std::uint32_t>& stop;  ///< not 0: finish at once
    std::span<PartState> parts;        ///< by seat
    std::span<TaskState> tasks;        ///< by number − 1
    std::span<SharedLock> locks;       ///< by number − 1; see locknumber
    std::span<Address> addresses;      ///< by task's number − 1

    [[nodiscard]] TaskState& task(TaskId id) const noexcept { return tasks[number(id) - 1]; }
};

/// Which lock is which.
namespace locknumber {
inline constexpr std::uint16_t serial = 1;  ///< for the serial part of tasks
inline constexpr std::uint16_t first = 2;   ///< the workload's own are from here on
}  // namespace locknumber

/// How many locks a run has: the serial one, and one for each task or seat.
[[nodiscard]] constexpr std::uint32_t locksFor(const WorkOrder& order) noexcept
{
    return 2 + (order.tasks > order.seats() ? order.tasks : order.seats());
}
