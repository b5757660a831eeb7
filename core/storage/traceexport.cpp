#include "core/storage/traceexport.h"

#include "core/storage/corechanges.h"
#include "core/storage/tracerows.h"

#include <array>
#include <set>

namespace {

constexpr std::string_view taskCategory = "task";
constexpr std::string_view partCategory = "part";
constexpr std::string_view waitCategory = "wait";
constexpr std::string_view runningCategory = "running";

std::set<int> coresOf(const Comparison& comparison)
{
    std::set<int> cores;
    for (int core = 0; core < comparison.machine.cores; ++core)
        cores.insert(core);
    for (const Recording& run : comparison.runs) {
        for (const Worker& worker : run.workers) {
            for (const Slice& slice : worker.slices) {
                if (slice.core >= 0)
                    cores.insert(slice.core);
            }
        }
    }
    return cores;
}

/// What one run did, but for its cores.
class RunTrace {
public:
    RunTrace(const Recording& run, std::uint32_t process, TraceWriter& writer)
        : m_run(run),
          m_process(process),
          m_writer(writer)
    {}

    /// `id` counts spans that may overlap, over the whole trace.
    void addTasks(std::uint64_t& id) const
    {
        for (const Task& task : m_run.tasks) {
            if (!task.start)
                continue;
            const TimeRange time{*task.start, task.stop.value_or(endOf(*task.start))};
            m_writer.addOverlapping(m_process, {taskCategory, nameOfTask(task), time}, ++id);
            for (const Suspension& suspension : task.suspensions)
                addSuspension(task, suspension, ++id);
        }
    }

    void addWorker(const Worker& worker, TraceThread thread) const
    {
        m_writer.addThread(thread, traceNameOf(worker));
        for (const PartRun& part : worker.parts)
            m_writer.addSpan(
                thread,
                {partCategory, traceNameOf(part.task, part.part, split()), {part.start, part.end}});
        for (const Wait& wait : worker.waits)
            addWait(wait, thread);
        for (const Slice& slice : worker.slices) {
            if (!m_writer.goesOn())
                return;
            m_writer.addRunning(
                thread, {runningCategory, runningCategory, {slice.start, slice.end}}, slice.core);
        }
    }

private:
    [[nodiscard]] int split() const { return m_run.start.plan.split; }

    [[nodiscard]] Nanoseconds endOf(Nanoseconds start) const
    {
        return std::max(start, m_run.knownUntil);
    }
    [[nodiscard]] static std::string nameOfTask(const Task& task)
    {
        const std::string name = traceNameOf(task.id, PartId{}, 1);
        return task.stop && task.outcome != Outcome::Done
                   ? name + " (" + std::string(nameOf(task.outcome)) + ")"
                   : name;
    }
    void addSuspension(const Task& task, const Suspension& suspension, std::uint64_t id) const
    {
        const std::string name = traceNameOf(task.id, suspension.part, split()) + ", " +
                                 std::string(nameOf(suspension.reason));
        const TimeRange time{suspension.start, suspension.end.value_or(endOf(suspension.start))};
        m_writer.addOverlapping(m_process, {waitCategory, name, time}, id);
    }
    void addWait(const Wait& wait, TraceThread thread) const
    {
        const std::array<TraceArgument, 2> held{
            {{"lock", wait.held.lock}, {"holder", number(wait.held.holder)}}};
        TraceSpan span{waitCategory, nameOf(wait.reason), {wait.start, wait.end}};
        if (wait.held.lock != 0)
            span.arguments = std::span(held).first(wait.held.holder == TaskId::None ? 1 : 2);
        m_writer.addSpan(thread, span);
    }

    const Recording& m_run;
    const std::uint32_t m_process;
    TraceWriter& m_writer;
};

}  // namespace

Result<void> writeTrace(const Comparison& comparison, TraceWriter& writer)
{
    for (const int core : coresOf(comparison))
        writer.addCore(core);
    const TraceRows rows(comparison);
    std::uint64_t id = 0;
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        const Recording& run = comparison.runs[i];
        writer.addProcess(rows.processOf(i), traceNameOf(run, i));
        const RunTrace trace(run, rows.processOf(i), writer);
        trace.addTasks(id);
        for (std::size_t worker = 0; worker < run.workers.size(); ++worker)
            trace.addWorker(run.workers[worker], rows.threadOf(i, worker));
    }
    if (!writer.goesOn())
        return writer.finish();
    forEachCoreChange(comparison, rows,
                      [&writer](const CoreChange& change) { writer.addChange(change); });
    return writer.finish();
}
