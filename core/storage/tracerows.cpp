#include "core/storage/tracerows.h"

namespace {

/// Process 1 is that of the cores, where a format needs one.
constexpr std::uint32_t firstProcess = 2;
/// Above the threads that stand for cores.
constexpr std::uint32_t firstThread = 50'001;

std::string workOf(const RunStart& start)
{
    if (start.isObserved()) {
        std::string text;
        for (const std::string& word : start.command)
            text += (text.empty() ? "" : " ") + word;
        return text;
    }
    if (start.mode)
        return std::string(nameOf(*start.mode)) + " · " + start.experiment.workload;
    return std::to_string(start.plan.inProgress) + " in progress, split " +
           std::to_string(start.plan.split) + ", cores " + std::to_string(start.plan.cores) +
           " · " + start.experiment.workload;
}

}  // namespace

TraceRows::TraceRows(const Comparison& comparison)
{
    std::uint32_t next = firstThread;
    for (const Recording& run : comparison.runs) {
        m_firstThreads.push_back(next);
        next += static_cast<std::uint32_t>(run.workers.size());
    }
}

std::uint32_t TraceRows::processOf(std::size_t run) const noexcept
{
    return firstProcess + static_cast<std::uint32_t>(run);
}

TraceThread TraceRows::threadOf(std::size_t run, std::size_t worker) const noexcept
{
    return {processOf(run), m_firstThreads[run] + static_cast<std::uint32_t>(worker)};
}

std::string traceNameOf(const Recording& run, std::size_t index)
{
    std::string name = std::to_string(index + 1) + " " + workOf(run.start);
    if (run.start.evidence != Evidence::Exact)
        name += " (" + std::string(nameOf(run.start.evidence)) + ")";
    return name;
}

std::string traceNameOf(const Worker& worker)
{
    std::string name =
        worker.name.empty() ? "worker " + std::to_string(number(worker.id)) : worker.name;
    if (worker.pid != 0)
        name += " (pid " + std::to_string(worker.pid) + ", tid " + std::to_string(worker.tid) + ")";
    return name;
}

std::string traceNameOf(TaskId task, PartId part, int split)
{
    std::string name = "Task " + std::to_string(number(task));
    if (split > 1)
        name += ", part " + std::to_string(number(part) + 1);
    return name;
}
