#pragma once

#include "core/observe/cputime.h"
#include "core/observe/ring.h"
#include "core/observe/sharedmemory.h"
#include "core/observe/sharedmutex.h"
#include "core/workload/sharedwork.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

// What the runner and the workers of one run share. All of it is plain data in one piece of memory
// that every worker maps, thread or process.

/// The workers that together execute one task at a time. Under RunControl::mutex, but for the
/// waiting on `round`.
struct alignas(64) Team {
    std::atomic<std::uint32_t> round = 0;  ///< counts the tasks it has been given
    TaskId task = TaskId::None;            ///< of this round; None when there are no more
    Outcome outcome = Outcome::Done;       ///< of the parts of this round, the worst so far
    std::uint32_t nextOwn = 0;             ///< the team's share of the tasks: the next one,
    std::uint32_t lastOwn = 0;             ///< and the one behind the last
};

/// The place of one part in progress: part `index % seatsPerTeam` of team `index / seatsPerTeam`.
struct alignas(64) Seat {
    std::atomic<std::uint32_t> finishedRound = 0;  ///< under RunControl::mutex
};

/// The place of one worker: it has the seat of the same number, but an event loop has all seats.
/// When its worker dies, another takes the station.
struct alignas(64) Station {
    // Written by the worker, read by the runner when the worker has arrived or ended.
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    CpuTime cpuAtOrigin;
    CpuTime cpuAtStop;
    Nanoseconds asked{};    ///< when the runner began to create it; written by the runner
    Nanoseconds arrived{};  ///< when it stood at the gate
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
    SharedMutex mutex;           ///< protects teams, finishedRound and nextTask: at task borders
    std::uint32_t nextTask = 1;  ///< of those that are in no team's share
    std::atomic<std::uint32_t> teamsAtWork = 0;  ///< that have been told of no end; under the mutex
};

/// A typed view of the shared memory of one run.
class RunMemory {
public:
    /// Creates the memory for `order`.
    [[nodiscard]] static Result<RunMemory> create(const WorkOrder& order);

    /// Maps what the runner created. Takes ownership of `descriptor`.
    [[nodiscard]] static Result<RunMemory> open(int descriptor);

    [[nodiscard]] const WorkOrder& order() const noexcept { return m_header->order; }
    [[nodiscard]] RunControl& control() const noexcept { return m_header->control; }
    [[nodiscard]] std::uint32_t seatCount() const noexcept { return order().seats(); }
    [[nodiscard]] std::uint32_t workerCount() const noexcept { return order().workers(); }
    [[nodiscard]] std::span<Team> teams() const noexcept;
    [[nodiscard]] std::span<Seat> seats() const noexcept;
    [[nodiscard]] std::span<Seat> seatsOf(std::uint32_t team) const noexcept;
    [[nodiscard]] std::span<Station> stations() const noexcept;
    [[nodiscard]] Ring& ring(std::uint32_t worker) const noexcept;
    [[nodiscard]] const SharedWork& shared() const noexcept { return *m_shared; }
    /// Makes every worker finish at once, also those that sleep or wait for each other.
    void stopWork() const noexcept;

    [[nodiscard]] int descriptor() const noexcept { return m_memory.descriptor(); }

private:
    struct Header {
        std::uint64_t magic = 0;
        WorkOrder order;
        RunControl control;
        WorkTotals totals;
    };
    struct Layout;

    RunMemory(SharedMemory memory, const WorkOrder& order);
    void shareOut() const;

    SharedMemory m_memory;
    Header* m_header = nullptr;
    Team* m_teams = nullptr;
    Seat* m_seats = nullptr;
    Station* m_stations = nullptr;
    std::byte* m_rings = nullptr;
    std::unique_ptr<const SharedWork> m_shared;
};
