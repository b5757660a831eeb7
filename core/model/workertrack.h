#pragma once

#include "core/model/eventcheck.h"
#include "core/model/recording.h"
#include "core/model/result.h"

#include <cstdint>
#include <span>

/// Follows one worker from event to event and writes what it did into its Worker and its tasks.
/// Whatever the events, slices and waits stay in order of time and never overlap.
class WorkerTrack {
public:
    explicit WorkerTrack(Nanoseconds origin) noexcept : m_origin(origin), m_last(origin) {}

    /// Applies one event of this worker; `tasks` are all tasks of the run, by number. An error
    /// names what contradicts the events before; then nothing has changed.
    [[nodiscard]] Result<void> apply(const Event& event, Worker& worker, std::span<Task> tasks);

    /// Lets a wait that goes on last until `knownUntil`. An event that comes late cuts it again.
    void growTo(Nanoseconds knownUntil, Worker& worker) const;

private:
    enum class Doing : std::uint8_t { NotStarted, Running, Waiting, Stopped };

    Result<void> check(const Event& event, std::span<const Task> tasks) const;

    void runUntilEvent(const Event& event, Worker& worker) const;
    void goOnUntil(Nanoseconds time, Worker& worker) const;
    void change(const Event& event, Worker& worker, std::span<Task> tasks);
    void stop(const Event& event, Worker& worker);
    void startPart(const Event& event, Worker& worker, Task& task);
    void endPart();
    void beginWait(const Event& event, Worker& worker);
    void endWait(Worker& worker);
    void closeWait(Worker& worker) const;
    void addGap(const Event& event, Worker& worker) const;
    void forget(Worker& worker);
    void remember(const Event& event);

    [[nodiscard]] Life life() const noexcept;
    [[nodiscard]] bool isInPart() const noexcept { return m_task != TaskId::None; }
    [[nodiscard]] Nanoseconds gapStart(const Event& event) const;
    [[nodiscard]] Nanoseconds ranUntil(const Event& event) const;

    Nanoseconds m_origin;
    Nanoseconds m_last;  ///< of the last event, or the origin
    TaskId m_task = TaskId::None;
    PartId m_part{};
    std::int16_t m_core = -1;  ///< after the last event; -1 if not known
    Doing m_doing = Doing::NotStarted;
    bool m_mayBeInPart = false;  ///< events are missing, and since then no part has started
};
