#pragma once

#include "core/model/ids.h"
#include "core/model/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

/// What happened. The numbers are those in recording files: append, never renumber.
enum class EventKind : std::uint8_t {
    WorkerStart = 1,  ///< the worker is ready to take work
    WorkerStop =
        2,  ///< `value`: CPU time the operating system accounts to it, from the run's origin
    TaskStart = 3,
    TaskStop = 4,   ///< `detail`: an Outcome
    PartStart = 5,  ///< the worker begins `part` of `task`; a task that is not split has one part
    PartStop = 6,
    WaitBegin = 7,  ///< `detail`: a WaitReason; the worker begins to wait. `value`: a HeldLock
    WaitEnd = 8,    ///< `detail`: the same WaitReason
    Gap = 9,        ///< the worker noticed that it was off its core since `value`, a time
    Alive = 10,     ///< the worker was last known to run at `time`; no event says otherwise
    Lost = 11,      ///< `value` events of the worker, all before `time`, are missing here

    // From the kernel's scheduling record or, sampled, from the process table.
    SwitchIn = 12,   ///< the worker gets `core`
    SwitchOut = 13,  ///< it leaves its core; `detail`: Ready if it was preempted, else why it waits
    Because = 14,    ///< `detail`: a WaitReason, found out while a wait goes on
    Unseen = 15,     ///< from now to its next switch nobody knows whether it runs

    /// `part` of `task` leaves the worker, and stays in progress: `detail` tells what it waits for,
    /// `value` when that will come, where it is known. It goes on at its next PartStart.
    Suspend = 16,
};

inline constexpr int eventKindCount = 16;

/// Why a worker does not run. The numbers are those in recording files.
enum class WaitReason : std::uint8_t { Ready = 0, Io, Lock, Queue, Sleep, Join, Unknown };
inline constexpr int waitReasonCount = 7;

/// The lock that a worker waits for, and who holds it; packed in `value` of a WaitBegin.
struct HeldLock {
    std::uint16_t lock = 0;        ///< its number, from 1; 0 if it has none
    TaskId holder = TaskId::None;  ///< None if nobody does, or nobody knows
    bool operator==(const HeldLock&) const = default;
};
[[nodiscard]] constexpr std::int64_t packed(HeldLock held) noexcept
{
    return static_cast<std::int64_t>(held.lock) << 32 | static_cast<std::int64_t>(held.holder);
}
[[nodiscard]] constexpr HeldLock heldLockFrom(std::int64_t value) noexcept
{
    return {static_cast<std::uint16_t>(value >> 32), static_cast<TaskId>(value & 0xffff'ffff)};
}

/// How a task ended. The numbers are those in recording files.
enum class Outcome : std::uint8_t { Done = 0, Failed, Cancelled };

/// One thing that happened to one worker: 32 bytes in rings, in files and on the wire.
struct Event {
    Nanoseconds time{};      ///< CLOCK_MONOTONIC
    std::int64_t value = 0;  ///< see EventKind
    TaskId task = TaskId::None;
    WorkerId worker = WorkerId::None;  ///< the recorder fills it in; zero in a ring
    PartId part{};
    std::int16_t core = -1;  ///< the core that the worker was on after the event; -1 if not known
    EventKind kind{};
    std::uint8_t detail = 0;  ///< see EventKind
    std::uint16_t reserved = 0;

    bool operator==(const Event&) const = default;
};

static_assert(sizeof(Event) == 32 && std::is_trivially_copyable_v<Event>);

/// The outcome that a TaskStop carries; a number without a meaning is a failure.
[[nodiscard]] Outcome outcomeOf(const Event& event) noexcept;

/// The reason that a WaitBegin or WaitEnd carries; Unknown for a number without a meaning.
[[nodiscard]] WaitReason reasonOf(const Event& event) noexcept;

/// For messages: `worker-start`, `task-stop`, `gap`, …; `unknown` for a number that has no name.
[[nodiscard]] std::string_view nameOf(EventKind kind) noexcept;

/// For messages: "event 9 (gap) of worker 2 at 1234 ns".
[[nodiscard]] std::string describe(const Event& event);

/// As in JSON and CSV: `ready`, `io`, `lock`, `queue`, `sleep`, `join`, `unknown`.
[[nodiscard]] std::string_view nameOf(WaitReason reason) noexcept;

/// As in JSON: `done`, `failed`, `cancelled`.
[[nodiscard]] std::string_view nameOf(Outcome outcome) noexcept;
