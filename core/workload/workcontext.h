#pragma once

#include "core/fetch/transfers.h"
#include "core/observe/workerlog.h"
#include "core/workload/awaited.h"
#include "core/workload/sharedwork.h"

#include <map>
#include <optional>

class GlobalLock;

/// What one worker has to work with, whatever it executes. Used by that worker's thread alone.
struct WorkerTools {
    /// Both are borrowed.
    explicit WorkerTools(WorkerLog& itsLog, GlobalLock* lock = nullptr)
        : log(itsLog),
          globalLock(lock)
    {}

    WorkerLog& log;
    GlobalLock* globalLock;  ///< to hold while computing; null if there is none
    bool isEventLoop = false;
    Awaited* awaited = nullptr;  ///< of the part that an event loop has to take off the worker

    /// Those of this worker; made when they are first needed.
    [[nodiscard]] Transfers& transfers();
    std::map<std::uint64_t, Result<std::vector<std::byte>>> fetched{};  ///< by seat

private:
    std::optional<Transfers> m_transfers;
};

/// What one part of a task may do to the worker that executes it. Outlives its Work.
class WorkContext {
public:
    /// All are borrowed.
    WorkContext(WorkerTools& tools, const SharedWork& shared, std::uint32_t seat,
                const PartOfWork& part) noexcept
        : m_tools(tools),
          m_shared(shared),
          m_seat(seat),
          m_part(part)
    {}

    [[nodiscard]] const PartOfWork& part() const noexcept { return m_part; }
    [[nodiscard]] const SharedWork& shared() const noexcept { return m_shared; }
    [[nodiscard]] std::uint32_t seat() const noexcept { return m_seat; }
    [[nodiscard]] WorkerTools& tools() noexcept { return m_tools; }

    /// To be called every 20 µs or so of computing. False: stop as soon as possible.
    [[nodiscard]] bool goOn() noexcept
    {
        m_tools.log.tick();
        if (m_tools.globalLock) [[unlikely]]
            giveWay();
        return !isStopped();
    }
    [[nodiscard]] bool isStopped() const noexcept
    {
        return m_shared.stop.load(std::memory_order_relaxed) != 0;
    }

    // To be awaited.

    /// Until `length` is over.
    [[nodiscard]] Sleeping sleep(Nanoseconds length);

    /// Until the body is there, or why there is none.
    [[nodiscard]] Fetching fetch(const FetchOrder& order);

    /// Until this part holds the lock of that number. False: it shall not have it; see refusal().
    [[nodiscard]] Locking acquire(std::uint16_t lock);
    void release(std::uint16_t lock) noexcept;

    /// Until another part has opened the task. False: stop.
    [[nodiscard]] Opening opened();
    void open() noexcept;

    /// What the work comes to where it may not go on.
    [[nodiscard]] Result<Outcome> refusal() const;

    // Around whatever blocks the worker, which meanwhile does not hold the global lock.
    void beginWait(WaitReason reason, HeldLock held = {});
    void endWait(WaitReason reason);

    // Around computing, where there is a global lock.
    void takeGlobalLock();
    void dropGlobalLock();

private:
    void giveWay();

    WorkerTools& m_tools;
    const SharedWork& m_shared;
    std::uint32_t m_seat;
    PartOfWork m_part;
};

/// Holds a lock that was acquired, and releases it.
class HoldLock {
public:
    HoldLock(WorkContext& context, std::uint16_t lock) noexcept : m_context(context), m_lock(lock)
    {}
    HoldLock(const HoldLock&) = delete;
    HoldLock& operator=(const HoldLock&) = delete;
    ~HoldLock() { m_context.release(m_lock); }

private:
    WorkContext& m_context;
    std::uint16_t m_lock;
};
