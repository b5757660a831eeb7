#include "core/engine/workerloop.h"

#include "core/engine/dispatch.h"
#include "core/engine/eventloop.h"
#include "core/engine/runningpart.h"
#include "core/observe/processtree.h"
#include "core/observe/residentmemory.h"
#include "core/observe/wordwait.h"

namespace {

void tellRunner(RunControl& control, std::atomic<std::uint32_t>& what)
{
    what.store(1);
    control.news.fetch_add(1);
    wakeAll(control.news);
}

void standAtGate(RunControl& control, Station& station)
{
    station.pid = currentProcess();
    station.tid = currentThread();
    station.arrived = now();
    tellRunner(control, station.hasArrived);
    while (control.gate.load() == RunControl::gateClosed)
        waitWhileEqual(control.gate, RunControl::gateClosed);
    station.cpuAtOrigin = threadCpuTime();
}

/// One part after another, each to its end.
void executeOneByOne(const RunMemory& memory, std::uint32_t seat, WorkerTools& tools)
{
    Dispatch dispatch(memory);
    while (const auto task = dispatch.next(seat, tools.log)) {
        RunningPart part(memory, tools, seat, *task);
        part.goOn();
        dispatch.finishPart(seat, part.outcome(), tools.log);
    }
}

void leave(const RunMemory& memory, Station& station, WorkerLog& log)
{
    if (memory.order().with == WorkerKind::Processes)
        memory.shared().totals.resident.fetch_add(residentMemory());
    station.cpuAtStop = threadCpuTime();
    log.mark(EventKind::WorkerStop, {}, {}, 0,
             (station.cpuAtStop - station.cpuAtOrigin).total.count());
    tellRunner(memory.control(), station.hasDeparted);
}

}  // namespace

void work(const RunMemory& memory, std::uint32_t worker, GlobalLock* globalLock)
{
    Station& station = memory.stations()[worker];
    RunControl& control = memory.control();
    const bool replacesAnother = control.gate.load() == RunControl::gateOpen;
    standAtGate(control, station);
    WorkerLog log(memory.ring(worker), control.news);
    log.start(replacesAnother ? now() : Nanoseconds(control.origin.load()));
    WorkerTools tools(log, globalLock);
    if (memory.order().with == WorkerKind::EventLoop)
        EventLoop(memory, tools).run();
    else
        executeOneByOne(memory, worker, tools);
    leave(memory, station, log);
}
