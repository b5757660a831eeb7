#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// One entry of the kernel's scheduling record.
struct SchedulingEntry {
    enum class Kind : std::uint8_t {
        In,         ///< the thread got `core`
        Preempted,  ///< it lost its core and is ready
        Blocked,    ///< it gave up its core to wait for something
        Started,    ///< it was created
        Ended,
        Renamed,   ///< to `name`
        Executed,  ///< it executes another program from now on, called `name`
        Lost,      ///< from `time` on, `count` entries of `core` are missing
    };

    Kind kind{};
    std::int16_t core = -1;
    std::int32_t pid = 0;
    std::int32_t tid = 0;
    std::int32_t parent = 0;  ///< of one that was started: the thread that started it
    Nanoseconds time{};       ///< CLOCK_MONOTONIC
    std::uint64_t count = 0;
    std::string name{};
};

/// The kernel's own record of when which thread ran on which core, where the system has one and
/// grants it (Linux: perf_event_open(2)). Used by one thread.
class SchedulingRecord {
public:
    /// Records the calling thread (`pid` 0) or the main thread of process `pid`, and what they
    /// start from now on; not what they have started before. The error says why the system
    /// refuses, and the one line that would enable it.
    [[nodiscard]] static Result<SchedulingRecord> open(std::int64_t pid = 0);

    SchedulingRecord(SchedulingRecord&&) noexcept;
    SchedulingRecord& operator=(SchedulingRecord&&) noexcept;
    ~SchedulingRecord();

    /// Appends all entries since the last call to `entries`: core by core, each core's in order of
    /// time.
    void read(std::vector<SchedulingEntry>& entries);

    /// Waits until half of a core's memory is full, one of `others` (file descriptors) can be read
    /// or `longest` is over.
    void wait(const std::vector<int>& others, Nanoseconds longest) const;

    /// What the kernel keeps for each core until it is read.
    [[nodiscard]] std::size_t bytesPerCore() const noexcept;

private:
    struct CoreRings;
    explicit SchedulingRecord(std::unique_ptr<CoreRings> rings);

    std::unique_ptr<CoreRings> m_rings;
};

/// Waits until one of `descriptors` can be read or `longest` is over.
void waitForInput(const std::vector<int>& descriptors, Nanoseconds longest);
