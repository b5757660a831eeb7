#pragma once

#include "core/storage/fxtrecords.h"
#include "core/storage/tracewriter.h"

/// Writes a trace in the Fuchsia Trace Format that Perfetto reads. Cores are real ones there: who
/// was on them is told by scheduling records. Nothing before time 0 can be told, and starts there.
class FxtTrace final : public TraceWriter {
public:
    /// `device` is borrowed and open for writing.
    explicit FxtTrace(QIODevice& device);

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
    void write(const fxt::Record& record) { m_output.add(record.bytes()); }
    void writeEvent(std::uint64_t type, TraceThread thread, const TraceSpan& span, Nanoseconds time,
                    std::uint64_t last);

    ChunkedOutput m_output;
    fxt::Strings m_strings{m_output};
};
