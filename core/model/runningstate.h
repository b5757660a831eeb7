#pragma once

#include "core/model/recording.h"

// How one worker's slices and waits follow from its events. Whatever the events, both stay in order
// of time and never overlap.

/// The part of a task that a worker is in; TaskId::None between tasks.
struct Place {
    TaskId task = TaskId::None;
    PartId part{};
};

/// Inferred evidence: a worker runs but for the gaps that it noticed and the waits that it marked.
class InferredState {
public:
    explicit InferredState(Nanoseconds origin) noexcept : m_last(origin) {}

    /// Applies one event of the worker, which was at `place` until then.
    void apply(const Event& event, Place place, Worker& worker);

    /// Lets a wait that goes on last until `knownUntil`. An event that comes late cuts it again.
    void growTo(Nanoseconds knownUntil, Place place, Worker& worker) const;

private:
    enum class Doing : std::uint8_t { Nothing, Running, Waiting };

    void runUntilEvent(const Event& event, Place place, Worker& worker) const;
    void change(const Event& event, Place place, Worker& worker);
    void addGap(const Event& event, Place place, Worker& worker) const;
    void closeWait(Worker& worker) const;
    void remember(const Event& event);
    [[nodiscard]] Nanoseconds gapStart(const Event& event) const;
    [[nodiscard]] Nanoseconds ranUntil(const Event& event) const;

    Nanoseconds m_last;        ///< of the last event, or the origin
    std::int16_t m_core = -1;  ///< after the last event; -1 if not known
    Doing m_doing = Doing::Nothing;
};

/// Exact and sampled evidence: a worker runs from each switch in to the next switch out. The waits
/// that it marked tell why it was switched out; its gaps say nothing more.
class SwitchedState {
public:
    explicit SwitchedState(Nanoseconds origin) noexcept : m_last(origin) {}

    void apply(const Event& event, Place place, Worker& worker);

    /// Lets what goes on last until `knownUntil`. An event that comes late cuts it again.
    void growTo(Nanoseconds knownUntil, Place place, Worker& worker);

private:
    enum class Doing : std::uint8_t { Nothing, Running, Waiting, Unseen };

    void goOnUntil(Nanoseconds time, Place place, Worker& worker);
    void close(Worker& worker);
    void change(const Event& event, Place place, Worker& worker);
    void leaveCore(const Event& event, Place place, Worker& worker);

    Nanoseconds m_last;          ///< of the last event, or the origin
    Nanoseconds m_knownUntil{};  ///< how far it has grown
    std::int16_t m_core = -1;    ///< that it runs on
    Doing m_doing = Doing::Nothing;
    bool m_isSliceOpen = false;                 ///< the last slice is the one that goes on
    WaitReason m_marked = WaitReason::Unknown;  ///< of the wait that the worker has marked
    HeldLock m_held;                            ///< that it waits for
};
