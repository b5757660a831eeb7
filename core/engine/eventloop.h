#pragma once

#include "core/engine/dispatch.h"
#include "core/engine/runningpart.h"

#include <memory>
#include <vector>

/// One worker for all parts that are in progress: it goes on with one until that waits, then with
/// the next that need not wait, and sleeps only when all of them wait. Used by that worker's
/// thread.
class EventLoop {
public:
    /// Both are borrowed.
    EventLoop(const RunMemory& memory, WorkerTools& tools);

    /// Returns when there is nothing more to do.
    void run();

private:
    /// A seat, and the part in it; none where its team waits for its next task, or has no more.
    struct Place {
        std::unique_ptr<RunningPart> part;
        bool hasMore = true;
    };

    [[nodiscard]] bool isAnythingLeft() const noexcept;
    bool fillPlaces();
    bool beginNext(std::uint32_t seat);
    void goOn(std::uint32_t seat);
    [[nodiscard]] bool finishes(Place& place, std::uint32_t seat);
    [[nodiscard]] std::vector<std::uint32_t> ready();
    void markReady(const std::vector<std::uint32_t>& seats);
    void waitForAny();
    [[nodiscard]] Nanoseconds untilNextDue() const;
    [[nodiscard]] WaitReason commonReason() const;

    const RunMemory& m_memory;
    WorkerTools& m_tools;
    Dispatch m_dispatch;
    std::vector<Place> m_places;  ///< by seat
};
