#pragma once

#include "core/model/frame.h"
#include "core/observe/ring.h"
#include "core/observe/schedulingrecord.h"

#include <unordered_map>
#include <vector>

/// Empties the rings of a run's workers, and the kernel's scheduling record where there is one,
/// into batches of events. Used by one thread.
class Recorder {
public:
    /// `record` is borrowed; null for inferred evidence.
    Recorder(RunId run, SchedulingRecord* record) : m_run(run), m_record(record) {}

    /// From now on what is in `ring`, and in the scheduling record of thread `tid`, is the doing of
    /// `worker`. The ring is borrowed; one that a worker before it used must have been collected to
    /// the end.
    void follow(Ring& ring, WorkerId worker, std::int64_t tid);

    /// What has happened since the last call, sorted by time; each worker's events in order. Events
    /// later than the call are kept for the next one: so an effect (the stop of a task by its last
    /// worker) never comes in an earlier batch than its cause (its start by the first).
    [[nodiscard]] EventBatch collect();

    /// When the worker that writes to `ring` was last seen to do anything, as far as has been
    /// collected; 0 if never. Requires follow(ring, …).
    [[nodiscard]] Nanoseconds lastSeen(const Ring& ring) const noexcept;

    /// Events that did not fit into their ring, or into the scheduling record.
    [[nodiscard]] std::uint64_t lostRecords() const noexcept;

private:
    struct Lane {
        Ring* ring = nullptr;
        WorkerId worker{};
        std::int64_t tid = 0;
        Nanoseconds last{};             ///< time of the last event that was collected
        std::vector<Event> marks{};     ///< from the ring, not merged yet
        std::vector<Event> switches{};  ///< from the scheduling record, not merged yet
        bool hasStarted = false;
        bool hasStopped = false;
    };

    [[nodiscard]] std::vector<Lane>::const_iterator find(const Ring& ring) const noexcept;
    void readRecord();
    bool takes(const SchedulingEntry& entry);
    void loseSight(const SchedulingEntry& loss);
    void collectLane(Lane& lane, Nanoseconds until);
    void merge(Lane& lane, Nanoseconds until);
    void add(Lane& lane, Event event);

    RunId m_run;
    SchedulingRecord* m_record;
    std::vector<SchedulingEntry> m_entries;  ///< of threads that nobody follows yet
    std::vector<Event> m_pending;            ///< collected, and not handed out yet
    std::vector<Lane> m_lanes;
    std::unordered_map<std::int64_t, std::size_t> m_laneOf;  ///< index in m_lanes, by thread
    std::uint64_t m_lostEntries = 0;
};
