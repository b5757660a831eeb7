#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <cstdint>
#include <span>
#include <string_view>

/// A number beside a span, such as the core that it was on.
struct TraceArgument {
    std::string_view name;
    std::int64_t value = 0;
};

/// A named stretch of time.
struct TraceSpan {
    std::string_view category;
    std::string_view name;
    TimeRange time;
    std::span<const TraceArgument> arguments{};
};

/// A row of a trace. The numbers are the trace's own, and unique in it: those of the operating
/// system are not, because the workers of several runs may have had the same.
struct TraceThread {
    std::uint32_t process = 0;
    std::uint32_t thread = 0;  ///< 0 stands for none
    bool operator==(const TraceThread&) const = default;
};

/// As what a worker leaves its core.
enum class LeftAs { Ready, Blocked, Ended };

/// At `time`, `in` gets `core` after `out`; either may be none.
struct CoreChange {
    int core = 0;
    Nanoseconds time{};
    TraceThread out{};
    LeftAs leftAs = LeftAs::Ready;
    TraceThread in{};
    std::string_view name{};  ///< what `in` does there; empty where there is none
};

/// A file format for traces. Processes and threads are added before what they did; core changes
/// come last, in order of time, and only for cores that were added. All times are CLOCK_MONOTONIC.
class TraceWriter {
public:
    virtual ~TraceWriter() = default;

    virtual void addCore(int core) = 0;
    virtual void addProcess(std::uint32_t process, std::string_view name) = 0;
    virtual void addThread(TraceThread thread, std::string_view name) = 0;

    /// The spans of one thread lie within one another or apart.
    virtual void addSpan(TraceThread thread, const TraceSpan& span) = 0;

    /// `thread` runs. A format that tells from the core changes when that is may leave this out
    /// where the core is known, which is `core` ≥ 0.
    virtual void addRunning(TraceThread thread, const TraceSpan& span, int core) = 0;

    /// A span of the process, that others may overlap; `id` is unique in the trace.
    virtual void addOverlapping(std::uint32_t process, const TraceSpan& span, std::uint64_t id) = 0;

    virtual void addChange(const CoreChange& change) = 0;

    /// False once the device has refused something: what is added after that is dropped.
    [[nodiscard]] virtual bool goesOn() const noexcept = 0;

    /// Ends the file. The error is the device's.
    [[nodiscard]] virtual Result<void> finish() = 0;
};
