#include "core/engine/executor.h"

#include "core/engine/execution.h"
#include "core/engine/provisions.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/observe/schedulingrecord.h"
#include "core/observe/wordwait.h"
#include "core/workload/workload.h"

namespace {

/// Lets workers leave that stand at the gate, or work, when a run ends before its time: it could
/// not begin, or the sink has thrown. Then the crew can be destroyed.
class SendHome {
public:
    explicit SendHome(const RunMemory& memory) noexcept : m_memory(memory) {}
    SendHome(const SendHome&) = delete;
    SendHome& operator=(const SendHome&) = delete;
    ~SendHome()
    {
        RunControl& control = m_memory.control();
        m_memory.stopWork();
        if (control.gate.load() == RunControl::gateOpen)
            return;
        control.origin.store(now().count());
        control.gate.store(RunControl::gateOpen);
        wakeAll(control.gate);
    }

private:
    const RunMemory& m_memory;
};

/// What the tasks of a run have left in the memory of this process must not be there in the next.
void forgetWhatTasksKeep(const RunStart& start)
{
    if (const Workload* const workload = workloadNamed(start.experiment.workload); workload->forget)
        workload->forget();
}

}  // namespace

std::uint64_t calibratedAmount(const Experiment& experiment, const Cores& cores)
{
    WorkOrder order;
    order.taskLength = experiment.taskLength;
    order.settings = experiment.settings;
    order.cacheBytes = cores.lastLevelCacheBytes();
    return workloadNamed(experiment.workload)->calibrate(order);
}

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

    forgetWhatTasksKeep(start);
    auto record = openRecord(start);
    const auto provisions = Provisions::prepare(start, amount, m_cores, m_settings);
    if (!provisions)
        return giveUp(RunEnd::Failed, provisions.error());
    const auto memory = RunMemory::create(provisions->order());
    if (!memory)
        return giveUp(RunEnd::Failed, memory.error());
    provisions->put(m_settings.addresses, *memory);
    const auto crew = makeCrew(start.plan.with, *memory, m_settings.workerProgram);
    const SendHome sendHome(*memory);
    const Nanoseconds created = now();
    Execution execution(start, *memory, *provisions, *crew, record ? &*record : nullptr, m_cores,
                        m_sink, m_settings);
    if (auto assembled = execution.assemble(); !assembled) {
        const bool wasStopped = m_settings.stopRequested && m_settings.stopRequested();
        return giveUp(wasStopped ? RunEnd::Interrupted : RunEnd::Failed, assembled.error());
    }
    start.startUp = now() - created;
    start.origin = execution.begin();
    m_sink(RunStarted{start});
    execution.introduceWorkers();
    execution.follow();
    const RunSummary summary = execution.summary();
    forgetWhatTasksKeep(start);
    m_sink(RunEnded{start.id, summary});
    return summary;
}
