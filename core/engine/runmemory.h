#pragma once

#include "core/model/plan.h"
#include "core/observe/cputime.h"
#include "core/observe/ring.h"
#include "core/observe/sharedmemory.h"
#include "core/observe/sharedmutex.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <span>

// What the runner and the workers of one run share. All of it is plain data in one piece of memory
// that every worker maps, thread or process.

/// What is to be done; written before any worker exists, constant afterwards.
struct RunOrder {
    std::array<char, 32> workload{};
    std::uint64_t amount = 0;  ///< of each task, in the workload's unit
    std::uint32_t tasks = 0;
    std::uint32_t teams = 0;         ///< how many tasks may be in progress at once
    std::uint32_t seatsPerTeam = 0;  ///< into how many parts each task is split
};

/// The workers that together execute one task at a time. Under RunControl::mutex, but for the
/// waiting on `round`.
struct alignas(64) Team {
    std::atomic<std::uint32_t> round = 0;  ///< counts the tasks it has been given
    TaskId task = TaskId::None;            ///< of this round; None when there are no more
    Outcome outcome = Outcome::Done;       ///< of the parts of this round, the worst so far
};

/// The place of one worker: part `index % seatsPerTeam` of team `index / seatsPerTeam`. When its
/// worker dies, another takes the seat.
struct alignas(64) Seat {
    std::atomic<std::uint32_t> finishedRound = 0;  ///< under RunControl::mutex
    // Written by the worker, read by the runner when the worker has arrived or ended.
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    CpuTime cpuAtOrigin;
    CpuTime cpuAtStop;
    std::atomic<std::uint32_t> hasArrived = 0;   ///< its worker stands at the gate or has passed it
    std::atomic<std::uint32_t> hasDeparted = 0;  ///< its worker has nothing more to do
};

/// What is common to all workers.
struct alignas(64) RunControl {
    static constexpr std::uint32_t gateClosed = 0;
    static constexpr std::uint32_t gateOpen = 1;

    std::atomic<std::uint32_t> gate = gateClosed;
    std::atomic<std::uint32_t> news = 0;   ///< rises when the runner should look; it waits on it
    std::atomic<std::uint32_t> stop = 0;   ///< not 0: finish at once
    std::atomic<std::int64_t> origin = 0;  ///< when the gate opened
    SharedMutex mutex;  ///< protects teams, finishedRound and nextTask: at task borders only
    std::uint32_t nextTask = 1;
};

/// Why a task failed, cut to fit.
using TaskError = std::array<char, 256>;

/// A typed view of the shared memory of one run.
class RunMemory {
public:
    /// Creates the memory for `order`.
    [[nodiscard]] static Result<RunMemory> create(const RunOrder& order);

    /// Maps what the runner created. Takes ownership of `descriptor`.
    [[nodiscard]] static Result<RunMemory> open(int descriptor);

    [[nodiscard]] const RunOrder& order() const noexcept { return m_header->order; }
    [[nodiscard]] RunControl& control() const noexcept { return m_header->control; }
    [[nodiscard]] std::uint32_t seatCount() const noexcept;
    [[nodiscard]] std::span<Team> teams() const noexcept;
    [[nodiscard]] std::span<Seat> seats() const noexcept;
    [[nodiscard]] std::span<Seat> seatsOf(std::uint32_t team) const noexcept;
    [[nodiscard]] Ring& ring(std::uint32_t seat) const noexcept;
    [[nodiscard]] TaskError& error(TaskId task) const noexcept;
    [[nodiscard]] int descriptor() const noexcept { return m_memory.descriptor(); }

private:
    struct Header {
        std::uint64_t magic = 0;
        RunOrder order;
        RunControl control;
    };
    struct Layout;

    RunMemory(SharedMemory memory, const RunOrder& order);

    SharedMemory m_memory;
    Header* m_header = nullptr;
    Team* m_teams = nullptr;
    Seat* m_seats = nullptr;
    std::byte* m_rings = nullptr;
    TaskError* m_errors = nullptr;
};
