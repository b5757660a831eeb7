#include "core/engine/executor.h"

#include "core/engine/execution.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/observe/schedulingrecord.h"
#include "core/observe/wordwait.h"

#include <algorithm>

namespace {

RunOrder orderFor(const RunStart& start, std::uint64_t amount)
{
    RunOrder order;
    const std::string& name = start.experiment.workload;
    std::copy_n(name.begin(), std::min(name.size(), order.workload.size() - 1),
                order.workload.begin());
    order.amount = amount;
    order.tasks = static_cast<std::uint32_t>(start.experiment.tasks);
    order.teams =
        static_cast<std::uint32_t>(std::min(start.plan.inProgress, start.experiment.tasks));
    order.seatsPerTeam = static_cast<std::uint32_t>(start.plan.split);
    return order;
}

/// Lets workers that already stand at the gate of a run that cannot begin leave.
void sendHome(const RunMemory& memory)
{
    RunControl& control = memory.control();
    control.origin.store(now().count());
    control.stop.store(1);
    control.gate.store(RunControl::gateOpen);
    wakeAll(control.gate);
}

}  // namespace

Executor::Executor(const Cores& cores, FrameSink sink, ExecutorSettings settings)
    : m_cores(cores),
      m_sink(std::move(sink)),
      m_settings(std::move(settings))
{}

/// The kernel's scheduling record, which has to be open before the workers exist.
Result<SchedulingRecord> Executor::openRecord(RunStart& start) const
{
    Result<SchedulingRecord> record = failure("");
    if (m_settings.useSchedulingRecord)
        record = SchedulingRecord::open();
    start.evidence = record ? Evidence::Exact : Evidence::Inferred;
    start.evidenceNote = record ? std::string() : record.error().message;
    return record;
}

RunSummary Executor::run(RunStart start, std::uint64_t amount)
{
    const auto giveUp = [&](RunEnd end, const Error& error) {
        RunSummary summary;
        summary.end = end;
        summary.message = error.message;
        start.origin = now();
        m_sink(RunStarted{start});
        m_sink(RunEnded{start.id, summary});
        return summary;
    };

    const Nanoseconds created = now();
    auto record = openRecord(start);
    const auto memory = RunMemory::create(orderFor(start, amount));
    if (!memory)
        return giveUp(RunEnd::Failed, memory.error());
    const auto crew = makeCrew(start.plan.with, *memory, m_settings.workerProgram);
    Execution execution(start, *memory, *crew, record ? &*record : nullptr, m_cores, m_sink,
                        m_settings);
    if (auto assembled = execution.assemble(); !assembled) {
        const bool wasStopped = m_settings.stopRequested && m_settings.stopRequested();
        sendHome(*memory);
        return giveUp(wasStopped ? RunEnd::Interrupted : RunEnd::Failed, assembled.error());
    }
    start.startUp = now() - created;
    start.origin = execution.begin();
    m_sink(RunStarted{start});
    execution.introduceWorkers();
    execution.follow();
    const RunSummary summary = execution.summary();
    m_sink(RunEnded{start.id, summary});
    return summary;
}
