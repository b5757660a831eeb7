#pragma once

#include "core/model/frame.h"
#include "core/observe/ring.h"

#include <vector>

/// Empties the rings of a run's workers into batches of events. Used by one thread.
class Recorder {
public:
    explicit Recorder(RunId run) : m_run(run) {}

    /// From now on what is in `ring` is the doing of `worker`. The ring is borrowed; one that a
    /// worker before it used must have been collected to the end.
    void follow(Ring& ring, WorkerId worker);

    /// What has happened since the last call, sorted by time; each worker's events in order. Events
    /// later than the call are kept for the next one: so an effect (the stop of a task by its last
    /// worker) never comes in an earlier batch than its cause (its start by the first).
    [[nodiscard]] EventBatch collect();

    /// When the worker that writes to `ring` was last seen to run, as far as has been collected;
    /// 0 if never. Requires follow(ring, …).
    [[nodiscard]] Nanoseconds lastSeen(const Ring& ring) const noexcept;

    /// Events that did not fit into their ring, over all rings.
    [[nodiscard]] std::uint64_t lostRecords() const noexcept;

private:
    struct Lane {
        Ring* ring;
        WorkerId worker;
        Nanoseconds last{};  ///< time of the last event that was collected
    };

    [[nodiscard]] std::vector<Lane>::const_iterator find(const Ring& ring) const noexcept;
    void collectLane(Lane& lane);

    RunId m_run;
    std::vector<Event> m_pending;  ///< collected, and not handed out yet
    std::vector<Lane> m_lanes;
};
