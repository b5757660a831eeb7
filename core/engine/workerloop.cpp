#include "core/engine/workerloop.h"

#include "core/engine/dispatch.h"
#include "core/observe/processtree.h"
#include "core/observe/wordwait.h"
#include "core/workload/workload.h"

#include <exception>
#include <string>

namespace {

void tellRunner(RunControl& control, std::atomic<std::uint32_t>& what)
{
    what.store(1);
    control.news.fetch_add(1);
    wakeAll(control.news);
}

void standAtGate(RunControl& control, Seat& seat)
{
    seat.pid = currentProcess();
    seat.tid = currentThread();
    tellRunner(control, seat.hasArrived);
    while (control.gate.load() == RunControl::gateClosed)
        waitWhileEqual(control.gate, RunControl::gateClosed);
    seat.cpuAtOrigin = threadCpuTime();
}

Result<Outcome> runPart(const Workload& workload, const PartOfWork& part, WorkContext& context)
{
    try {
        return workload.run(part, context);
    } catch (const std::exception& error) {  // out of memory, most of all
        return failure(error.what());
    }
}

void leave(RunControl& control, Seat& seat, WorkerLog& log)
{
    seat.cpuAtStop = threadCpuTime();
    log.mark(EventKind::WorkerStop, {}, {}, 0, (seat.cpuAtStop - seat.cpuAtOrigin).total.count());
    tellRunner(control, seat.hasDeparted);
}

}  // namespace

void work(const RunMemory& memory, std::uint32_t index)
{
    const RunOrder& order = memory.order();
    const Workload* const workload = workloadNamed(order.workload.data());
    Seat& seat = memory.seats()[index];
    RunControl& control = memory.control();
    const auto part = static_cast<PartId>(index % order.seatsPerTeam);

    const bool replacesAnother = control.gate.load() == RunControl::gateOpen;
    standAtGate(control, seat);
    WorkerLog log(memory.ring(index), control.news);
    log.start(replacesAnother ? now() : Nanoseconds(control.origin.load()));
    Dispatch dispatch(memory);
    WorkContext context(log, control.stop);
    while (const auto task = dispatch.next(index, log)) {
        log.mark(EventKind::PartStart, *task, part);
        const auto outcome =
            runPart(*workload, {*task, part, order.seatsPerTeam, order.amount}, context);
        log.mark(EventKind::PartStop, *task, part);
        dispatch.finishPart(index, outcome, log);
    }
    leave(control, seat, log);
}
