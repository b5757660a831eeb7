#pragma once

#include "core/model/eventcheck.h"
#include "core/model/recording.h"
#include "core/model/result.h"
#include "core/model/runningstate.h"

#include <span>
#include <variant>

/// Follows one worker from event to event and writes what it did into its Worker and its tasks.
class WorkerTrack {
public:
    WorkerTrack(Nanoseconds origin, Evidence evidence) noexcept;

    /// Applies one event of this worker; `tasks` are all tasks of the run, by number. An error
    /// names what contradicts the events before; then nothing has changed.
    [[nodiscard]] Result<void> apply(const Event& event, Worker& worker, std::span<Task> tasks);

    /// Lets what goes on last until `knownUntil`, as far as the evidence is sure of it. An event
    /// that comes late cuts it again.
    void growTo(Nanoseconds knownUntil, Worker& worker);

private:
    Result<void> check(const Event& event, std::span<const Task> tasks) const;
    void change(const Event& event, Worker& worker, std::span<Task> tasks);
    void stop(const Event& event, Worker& worker);
    void startPart(const Event& event, Worker& worker, Task& task);
    void suspend(const Event& event, Task& task);
    void endPart();

    [[nodiscard]] bool isInPart() const noexcept { return m_place.task != TaskId::None; }

    Nanoseconds m_origin;
    Nanoseconds m_last;  ///< of the last event, or the origin
    Life m_life = Life::NotStarted;
    Place m_place;
    bool m_mayBeInPart = false;  ///< events are missing, and since then no part has started
    std::variant<InferredState, SwitchedState> m_state;
};
