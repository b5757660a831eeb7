#include "core/engine/execution.h"

#include "core/engine/dispatch.h"
#include "core/engine/gallery.h"
#include "core/engine/provisions.h"
#include "core/model/findings.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/observe/residentmemory.h"
#include "core/observe/wordwait.h"
#include "core/workload/workload.h"

#include <algorithm>

namespace {

/// How long workers may take to stop when asked, before they are killed.
constexpr Nanoseconds stopTime = std::chrono::milliseconds(500);

std::string workerName(WorkerKind with, WorkerId id)
{
    if (with == WorkerKind::EventLoop)
        return "event loop";
    return (with == WorkerKind::Processes ? "process " : "thread ") + std::to_string(number(id));
}

}  // namespace

Execution::Execution(const RunStart& start, const RunMemory& memory, const Provisions& provisions,
                     Crew& crew, SchedulingRecord* record, const Cores& cores,
                     const FrameSink& sink, const ExecutorSettings& settings)
    : m_start(start),
      m_memory(memory),
      m_provisions(provisions),
      m_crew(crew),
      m_cores(cores),
      m_sink(sink),
      m_settings(settings),
      m_recorder(start.id, record),
      m_deadlocks(memory),
      m_workers(memory.workerCount(), WorkerId::None),
      m_isEmpty(memory.workerCount(), false),
      m_costs(settings.window)
{}

Result<void> Execution::addWorker(std::uint32_t worker)
{
    // Threads and processes alike inherit the cores of the thread that starts them. The parts of a
    // split task are spread over the cores; whole tasks are the system's to spread.
    const Plan& plan = m_start.plan;
    const int part = static_cast<int>(worker) % plan.split;
    m_memory.stations()[worker].asked = now();
    if (auto bound = plan.split > 1 && plan.with != WorkerKind::EventLoop
                         ? m_cores.bindCurrentThreadToOne(part % plan.cores)
                         : m_cores.bindCurrentThread(plan.cores);
        !bound)
        return bound;
    auto added = m_crew.add(worker);
    if (auto freed = m_cores.bindCurrentThread(m_cores.machine().cores); !freed && added)
        return freed;
    return added;
}

Result<void> Execution::assemble()
{
    for (std::uint32_t worker = 0; worker < m_memory.workerCount(); ++worker) {
        if (auto added = addWorker(worker); !added)
            return added;
    }
    const auto hasArrived = [](const Station& station) { return station.hasArrived.load() != 0; };
    for (;;) {
        const std::uint32_t seen = m_memory.control().news.load();
        if (std::ranges::all_of(m_memory.stations(), hasArrived))
            return {};
        for (const LostWorker& lost : m_crew.takeLost())
            return failure(workerName(m_start.plan.with, WorkerId{lost.worker + 1}) + " of " +
                           std::to_string(m_memory.workerCount()) + " " + lost.how +
                           " before the run began");
        if (m_settings.stopRequested && m_settings.stopRequested())
            return failure("stopped before the run began");
        waitForNews(seen);
    }
}

Nanoseconds Execution::begin()
{
    RunControl& control = m_memory.control();
    m_costs.restart();
    m_serverTimeAtOrigin = m_provisions.serverTime();
    const Nanoseconds origin = now();
    control.origin.store(origin.count());
    control.gate.store(RunControl::gateOpen);
    wakeAll(control.gate);
    return origin;
}

void Execution::introduceWorkers()
{
    for (std::uint32_t worker = 0; worker < m_memory.workerCount(); ++worker)
        introduce(worker);
}

void Execution::introduce(std::uint32_t worker)
{
    const Station& station = m_memory.stations()[worker];
    const auto id = static_cast<WorkerId>(++m_named);
    const std::int64_t tid = station.hasArrived.load() ? station.tid : station.pid;
    m_workers[worker] = id;
    m_recorder.follow(m_memory.ring(worker), id, tid);
    m_sink(WorkerNamed{m_start.id, id, workerName(m_start.plan.with, id), station.pid, tid});
}

void Execution::follow()
{
    for (;;) {
        const std::uint32_t seen = m_memory.control().news.load();
        if (!isAnyoneLeft())
            break;
        waitForNews(seen);
        collect();
        for (const LostWorker& lost : m_crew.takeLost())
            handleLost(lost);
        resolveDeadlocks();
        stopWhenAsked();
    }
    collect();
}

void Execution::waitForNews(std::uint32_t seen) const
{
    waitWhileEqual(m_memory.control().news, seen, m_settings.collectEvery);
}

bool Execution::isAnyoneLeft() const
{
    for (std::uint32_t worker = 0; worker < m_memory.workerCount(); ++worker) {
        if (!m_isEmpty[worker] && m_memory.stations()[worker].hasDeparted.load() == 0)
            return true;
    }
    return false;
}

void Execution::collect()
{
    const EventBatch batch = m_recorder.collect();
    for (const Event& event : batch.events) {
        if (event.kind == EventKind::TaskStop)
            report(event);
    }
    m_sink(batch);
}

/// Says why a task has failed, or what it has brought.
void Execution::report(const Event& taskStop)
{
    if (outcomeOf(taskStop) == Outcome::Failed) {
        m_hasFailedTask = true;
        m_sink(TaskFailed{m_start.id, taskStop.task,
                          m_memory.shared().task(taskStop.task).error.data()});
    } else if (outcomeOf(taskStop) == Outcome::Done) {
        if (const auto picture = landedPicture(m_memory, taskStop))
            m_sink(PictureLanded{m_start.id, *picture});
    }
}

void Execution::handleLost(const LostWorker& lost)
{
    Station& station = m_memory.stations()[lost.worker];
    Ring& ring = m_memory.ring(lost.worker);
    ring.endWriting();  // whatever it was about to write
    collect();          // everything that it had written
    const bool hadArrived = station.hasArrived.load() != 0;
    const std::string why = workerName(m_start.plan.with, m_workers[lost.worker]) + " (pid " +
                            std::to_string(station.pid) + ") " + lost.how;
    const CpuTime used = lost.cpuTime - station.cpuAtOrigin;
    m_lostWorkersTime += used;

    // In its place, write how it ended: last seen at some time, gone by now.
    if (const Nanoseconds seen = m_recorder.lastSeen(ring); seen > Nanoseconds{})
        ring.push({.time = seen,
                   .kind = EventKind::WaitBegin,
                   .detail = static_cast<std::uint8_t>(WaitReason::Unknown)});
    const bool isNeeded = abandon(lost.worker, why);
    ring.push({.time = now(), .value = used.total.count(), .kind = EventKind::WorkerStop});
    collect();

    if (!isNeeded || m_memory.control().stop.load() != 0)
        m_isEmpty[lost.worker] = true;
    else if (hadArrived)
        replace(lost.worker);
    else
        leaveEmpty(lost.worker, why + " before it could replace one that was lost");
}

/// The worker was a process, and so had the seat of its number. Its locks are free again.
bool Execution::abandon(std::uint32_t worker, const std::string& why)
{
    const SharedWork& shared = m_memory.shared();
    shared.parts[worker].waitsFor.store(0);
    for (SharedLock& lock : shared.locks)
        lock.unlockFor(worker);
    WorkerLog log(m_memory.ring(worker), m_memory.control().news);
    return Dispatch(m_memory).abandon(worker, why, log);
}

void Execution::replace(std::uint32_t worker)
{
    Station& station = m_memory.stations()[worker];
    station.hasArrived.store(0);
    station.cpuAtOrigin = {};
    if (auto added = addWorker(worker); !added)
        leaveEmpty(worker, added.error().message);
    else
        introduce(worker);
}

/// Without a worker there its team cannot go on: the run is stopped.
void Execution::leaveEmpty(std::uint32_t worker, const std::string& why)
{
    m_message = why;
    m_isEmpty[worker] = true;
    m_memory.stopWork();
    (void)abandon(worker, why);
}

/// Of the tasks that wait for each other, the last has to give up; then the others can go on.
void Execution::resolveDeadlocks()
{
    const auto deadlock = m_deadlocks.look();
    if (!deadlock)
        return;
    ++m_deadlockCount;
    const SharedWork& shared = m_memory.shared();
    const std::uint32_t victim = *std::ranges::max_element(
        deadlock->seats, {}, [&](std::uint32_t seat) { return shared.parts[seat].task.load(); });
    Dispatch(m_memory).blame(victim, "deadlock: " + deadlock->description);
    shared.parts[victim].mustGiveUp.store(1);
    if (const std::uint32_t lock = shared.parts[victim].waitsFor.load(); lock > 0)
        shared.locks[lock - 1].wake();
}

void Execution::stopWhenAsked()
{
    if (m_stopAsked == Nanoseconds{} && m_settings.stopRequested && m_settings.stopRequested()) {
        m_stopAsked = now();
        m_memory.stopWork();
    }
    if (m_stopAsked > Nanoseconds{} && now() - m_stopAsked > stopTime)
        m_crew.kill();
}

std::vector<Finding> Execution::findings() const
{
    const Workload* const workload = workloadNamed(m_start.experiment.workload);
    std::vector<Finding> findings;
    if (workload->findings)
        findings = workload->findings(m_memory.shared());
    const std::int64_t resident = m_start.plan.with == WorkerKind::Processes
                                      ? m_memory.shared().totals.resident.load()
                                      : residentMemory();
    findings.push_back({finding::residentBytes, resident, {}});
    std::ranges::copy(m_crew.findings(), std::back_inserter(findings));
    findings.push_back({finding::workerStart, workerStart().count(), {}});
    if (m_deadlockCount > 0)
        findings.push_back({finding::deadlocks, m_deadlockCount, {}});
    if (const auto server = m_provisions.serverTime(); server && m_serverTimeAtOrigin)
        findings.push_back({finding::serverCpu, (*server - *m_serverTimeAtOrigin).count(), {}});
    return findings;
}

/// From the wish for a worker until it could begin: the median of those of the start.
Nanoseconds Execution::workerStart() const
{
    std::vector<Nanoseconds> times;
    for (const Station& station : m_memory.stations())
        times.push_back(station.arrived - station.asked);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return std::max(Nanoseconds{}, *middle);
}

RunSummary Execution::summary() const
{
    RunSummary summary;
    CpuTime total = m_lostWorkersTime;
    for (const Station& station : m_memory.stations()) {
        if (station.hasDeparted.load())
            total += station.cpuAtStop - station.cpuAtOrigin;
    }
    summary.userTime = total.user;
    summary.systemTime = total.system;
    m_costs.addTo(summary);
    summary.lostRecords = m_recorder.lostRecords();
    summary.findings = findings();
    summary.message = m_message;
    summary.end = m_stopAsked > Nanoseconds{}             ? RunEnd::Interrupted
                  : m_hasFailedTask || !m_message.empty() ? RunEnd::Failed
                                                          : RunEnd::Done;
    return summary;
}
