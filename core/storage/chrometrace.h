#pragma once

#include "core/storage/chunkedoutput.h"
#include "core/storage/tracewriter.h"

#include <string>
#include <unordered_map>

/// Writes a trace as JSON in the Trace Event Format that chrome://tracing and Perfetto read, an
/// event a line. Cores are the threads of a process of that name. The time axis is in microseconds
/// with three decimals, so no nanosecond is lost.
class ChromeTrace final : public TraceWriter {
public:
    /// `device` is borrowed and open for writing; `producer` and `machine` stand at the beginning.
    ChromeTrace(QIODevice& device, std::string_view producer, std::string_view machine);

    void addCore(int core) override;
    void addProcess(std::uint32_t process, std::string_view name) override;
    void addThread(TraceThread thread, std::string_view name) override;
    void addSpan(TraceThread thread, const TraceSpan& span) override;
    void addRunning(TraceThread thread, const TraceSpan& span, int core) override;
    void addOverlapping(std::uint32_t process, const TraceSpan& span, std::uint64_t id) override;
    void addChange(const CoreChange& change) override;
    [[nodiscard]] bool goesOn() const noexcept override { return m_output.goesOn(); }
    [[nodiscard]] Result<void> finish() override;

private:
    /// Who is on a core, and since when.
    struct Stay {
        Nanoseconds since{};
        std::string name;
    };

    void addEvent(const QByteArray& fields);
    void nameRow(const char* what, TraceThread row, std::string_view name);
    void endStay(const CoreChange& change);

    ChunkedOutput m_output;
    std::unordered_map<int, Stay> m_stays;
    bool m_hasEvents = false;
};
