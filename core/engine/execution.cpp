#include "core/engine/execution.h"

#include "core/engine/dispatch.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/observe/wordwait.h"

#include <algorithm>

namespace {

/// How long workers may take to stop when asked, before they are killed.
constexpr Nanoseconds stopTime = std::chrono::milliseconds(500);

std::string workerName(WorkerKind with, WorkerId id)
{
    return (with == WorkerKind::Threads ? "thread " : "process ") + std::to_string(number(id));
}

}  // namespace

Execution::Execution(const RunStart& start, const RunMemory& memory, Crew& crew,
                     SchedulingRecord* record, const Cores& cores, const FrameSink& sink,
                     const ExecutorSettings& settings)
    : m_start(start),
      m_memory(memory),
      m_crew(crew),
      m_cores(cores),
      m_sink(sink),
      m_settings(settings),
      m_recorder(start.id, record),
      m_workers(memory.seatCount(), WorkerId::None),
      m_isEmpty(memory.seatCount(), false),
      m_costs(settings.window)
{}

Result<void> Execution::addWorker(std::uint32_t seat)
{
    // Threads and processes alike inherit the cores of the thread that starts them. The parts of a
    // split task are spread over the cores; whole tasks are the system's to spread.
    const Plan& plan = m_start.plan;
    const int part = static_cast<int>(seat) % plan.split;
    if (auto bound = plan.split > 1 ? m_cores.bindCurrentThreadToOne(part % plan.cores)
                                    : m_cores.bindCurrentThread(plan.cores);
        !bound)
        return bound;
    auto added = m_crew.add(seat);
    if (auto freed = m_cores.bindCurrentThread(m_cores.machine().cores); !freed && added)
        return freed;
    return added;
}

Result<void> Execution::assemble()
{
    for (std::uint32_t seat = 0; seat < m_memory.seatCount(); ++seat) {
        if (auto added = addWorker(seat); !added)
            return added;
    }
    const auto hasArrived = [](const Seat& seat) { return seat.hasArrived.load() != 0; };
    for (;;) {
        const std::uint32_t seen = m_memory.control().news.load();
        if (std::ranges::all_of(m_memory.seats(), hasArrived))
            return {};
        for (const LostWorker& lost : m_crew.takeLost())
            return failure(workerName(m_start.plan.with, WorkerId{lost.seat + 1}) + " of " +
                           std::to_string(m_memory.seatCount()) + " " + lost.how +
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
    const Nanoseconds origin = now();
    control.origin.store(origin.count());
    control.gate.store(RunControl::gateOpen);
    wakeAll(control.gate);
    return origin;
}

void Execution::introduceWorkers()
{
    for (std::uint32_t seat = 0; seat < m_memory.seatCount(); ++seat)
        introduce(seat);
}

void Execution::introduce(std::uint32_t seat)
{
    const Seat& place = m_memory.seats()[seat];
    const auto id = static_cast<WorkerId>(++m_named);
    const std::int64_t tid = place.hasArrived.load() ? place.tid : place.pid;
    m_workers[seat] = id;
    m_recorder.follow(m_memory.ring(seat), id, tid);
    m_sink(WorkerNamed{m_start.id, id, workerName(m_start.plan.with, id), place.pid, tid});
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
    for (std::uint32_t seat = 0; seat < m_memory.seatCount(); ++seat) {
        if (!m_isEmpty[seat] && m_memory.seats()[seat].hasDeparted.load() == 0)
            return true;
    }
    return false;
}

void Execution::collect()
{
    const EventBatch batch = m_recorder.collect();
    reportFailures(batch);
    m_hasFailedTask = m_hasFailedTask || std::ranges::any_of(batch.events, [](const Event& event) {
                          return event.kind == EventKind::TaskStop &&
                                 event.detail == static_cast<std::uint8_t>(Outcome::Failed);
                      });
    m_sink(batch);
}

void Execution::reportFailures(const EventBatch& batch) const
{
    for (const Event& event : batch.events) {
        if (event.kind == EventKind::TaskStop &&
            event.detail == static_cast<std::uint8_t>(Outcome::Failed))
            m_sink(TaskFailed{m_start.id, event.task, m_memory.error(event.task).data()});
    }
}

void Execution::handleLost(const LostWorker& lost)
{
    Seat& seat = m_memory.seats()[lost.seat];
    Ring& ring = m_memory.ring(lost.seat);
    ring.endWriting();  // whatever it was about to write
    collect();          // everything that it had written
    const bool hadArrived = seat.hasArrived.load() != 0;
    const std::string why = workerName(m_start.plan.with, m_workers[lost.seat]) + " (pid " +
                            std::to_string(seat.pid) + ") " + lost.how;
    const CpuTime used = lost.cpuTime - seat.cpuAtOrigin;
    m_lostWorkersTime += used;

    // In its place, write how it ended: last seen at some time, gone by now.
    if (const Nanoseconds seen = m_recorder.lastSeen(ring); seen > Nanoseconds{})
        ring.push({.time = seen,
                   .kind = EventKind::WaitBegin,
                   .detail = static_cast<std::uint8_t>(WaitReason::Unknown)});
    const bool isNeeded = abandon(lost.seat, why);
    ring.push({.time = now(), .value = used.total.count(), .kind = EventKind::WorkerStop});
    collect();

    if (!isNeeded || m_memory.control().stop.load() != 0)
        m_isEmpty[lost.seat] = true;
    else if (hadArrived)
        replace(lost.seat);
    else
        leaveEmpty(lost.seat, why + " before it could replace one that was lost");
}

bool Execution::abandon(std::uint32_t seat, const std::string& why)
{
    WorkerLog log(m_memory.ring(seat), m_memory.control().news);
    return Dispatch(m_memory).abandon(seat, why, log);
}

void Execution::replace(std::uint32_t seat)
{
    Seat& place = m_memory.seats()[seat];
    place.hasArrived.store(0);
    place.cpuAtOrigin = {};
    if (auto added = addWorker(seat); !added)
        leaveEmpty(seat, added.error().message);
    else
        introduce(seat);
}

/// Without a worker in `seat` its team cannot go on: the run is stopped.
void Execution::leaveEmpty(std::uint32_t seat, const std::string& why)
{
    m_message = why;
    m_isEmpty[seat] = true;
    m_memory.control().stop.store(1);
    (void)abandon(seat, why);
}

void Execution::stopWhenAsked()
{
    if (m_stopAsked == Nanoseconds{} && m_settings.stopRequested && m_settings.stopRequested()) {
        m_stopAsked = now();
        m_memory.control().stop.store(1);
    }
    if (m_stopAsked > Nanoseconds{} && now() - m_stopAsked > stopTime)
        m_crew.kill();
}

RunSummary Execution::summary() const
{
    RunSummary summary;
    CpuTime total = m_lostWorkersTime;
    for (std::uint32_t seat = 0; seat < m_memory.seatCount(); ++seat) {
        const Seat& place = m_memory.seats()[seat];
        if (place.hasDeparted.load())
            total += place.cpuAtStop - place.cpuAtOrigin;
    }
    summary.userTime = total.user;
    summary.systemTime = total.system;
    m_costs.addTo(summary);
    summary.lostRecords = m_recorder.lostRecords();
    summary.message = m_message;
    summary.end = m_stopAsked > Nanoseconds{}             ? RunEnd::Interrupted
                  : m_hasFailedTask || !m_message.empty() ? RunEnd::Failed
                                                          : RunEnd::Done;
    return summary;
}
