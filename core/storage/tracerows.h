#pragma once

#include "core/storage/tracewriter.h"

#include "core/model/recording.h"

#include <string>
#include <vector>

/// The rows that the runs of a comparison and their workers have in a trace: a process for each
/// run, a thread for each worker.
class TraceRows {
public:
    explicit TraceRows(const Comparison& comparison);

    [[nodiscard]] std::uint32_t processOf(std::size_t run) const noexcept;
    [[nodiscard]] TraceThread threadOf(std::size_t run, std::size_t worker) const noexcept;

private:
    std::vector<std::uint32_t> m_firstThreads;  ///< of each run
};

/// "2 concurrent · compute", "1 xz -T2 file"; with the evidence where it is not exact.
[[nodiscard]] std::string traceNameOf(const Recording& run, std::size_t index);

/// The worker's name with the operating system's numbers: "worker 3 (pid 300, tid 301)".
[[nodiscard]] std::string traceNameOf(const Worker& worker);

/// "Task 3"; "Task 3, part 2" where tasks are split.
[[nodiscard]] std::string traceNameOf(TaskId task, PartId part, int split);
