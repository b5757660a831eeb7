#include "core/model/comparisonbuilder.h"

#include <algorithm>
#include <string>

namespace {

/// No recording is longer; bounds what arithmetic on times from outside can reach.
constexpr Nanoseconds longestRun = std::chrono::hours(24 * 366 * 10);

std::string describe(const Event& event)
{
    return "event " + std::to_string(static_cast<int>(event.kind)) + " of worker " +
           std::to_string(number(event.worker)) + " at " + std::to_string(event.time.count()) +
           " ns";
}

/// Lets `worker` run until `end`: grows its last slice, or begins a new one where the task, the
/// part or the core has changed or it did not run in between.
void addRunning(Worker& worker, TimeRange range, TaskId task, PartId part, std::int16_t core)
{
    if (range.isEmpty())
        return;
    if (!worker.slices.empty()) {
        Slice& last = worker.slices.back();
        if (last.end == range.start && last.task == task && last.part == part &&
            last.core == core) {
            last.end = range.end;
            return;
        }
    }
    worker.slices.push_back({range.start, range.end, task, part, core});
}

}  // namespace

Result<void> ComparisonBuilder::add(const Frame& frame)
{
    return std::visit([this](const auto& value) { return apply(value); }, frame);
}

Result<void> ComparisonBuilder::apply(const StreamStarted& frame)
{
    if (frame.machine.cores < 1 || frame.machine.physicalCores < 1)
        return failure("the machine has " + std::to_string(frame.machine.cores) +
                       " cores; expected at least 1");
    m_comparison.machine = frame.machine;
    m_comparison.producer = frame.producer;
    return {};
}

Result<void> ComparisonBuilder::apply(const RunStarted& frame)
{
    const auto expected = static_cast<RunId>(m_comparison.runs.size());
    if (frame.start.id != expected)
        return failure("run " + std::to_string(number(frame.start.id)) + " begins; expected run " +
                       std::to_string(number(expected)));
    if (auto ok = validate(frame.start.experiment); !ok)
        return ok;
    if (auto ok = validate(frame.start.plan, limits::maxWorkers); !ok)
        return ok;
    if (frame.start.origin < Nanoseconds{} || frame.start.origin > Nanoseconds::max() - longestRun)
        return failure("the origin of run " + std::to_string(number(expected)) +
                       " is out of range");

    Recording run;
    run.start = frame.start;
    run.knownUntil = frame.start.origin;
    run.tasks.resize(static_cast<std::size_t>(frame.start.experiment.tasks));
    for (std::size_t i = 0; i < run.tasks.size(); ++i)
        run.tasks[i].id = static_cast<TaskId>(i + 1);
    m_comparison.runs.push_back(std::move(run));
    m_workers.clear();
    return {};
}

Result<Recording*> ComparisonBuilder::openRun(RunId run)
{
    if (m_comparison.runs.empty() || m_comparison.runs.back().start.id != run)
        return failure("a frame belongs to run " + std::to_string(number(run)) +
                       ", which is not the one that goes on");
    Recording& open = m_comparison.runs.back();
    if (open.hasEnded())
        return failure("a frame belongs to run " + std::to_string(number(run)) +
                       ", which has ended");
    return &open;
}

Result<void> ComparisonBuilder::apply(const WorkerNamed& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    auto& workers = (*run)->workers;
    const auto expected = static_cast<WorkerId>(workers.size() + 1);
    if (frame.worker != expected)
        return failure("worker " + std::to_string(number(frame.worker)) +
                       " is named; expected worker " + std::to_string(number(expected)));
    Worker worker;
    worker.id = frame.worker;
    worker.name = frame.name;
    worker.pid = frame.pid;
    worker.tid = frame.tid;
    worker.start = (*run)->knownUntil;
    workers.push_back(std::move(worker));
    m_workers.push_back({.last = (*run)->start.origin});
    return {};
}

Result<void> ComparisonBuilder::apply(const EventBatch& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    Recording& recording = **run;
    if (frame.knownUntil < recording.knownUntil ||
        frame.knownUntil - recording.start.origin > longestRun)
        return failure("events are known until " + std::to_string(frame.knownUntil.count()) +
                       " ns; expected no earlier than before and within ten years of the origin");
    for (const Event& event : frame.events) {
        if (auto ok = applyEvent(recording, event); !ok)
            return ok;
    }
    recording.knownUntil = frame.knownUntil;
    for (std::size_t i = 0; i < recording.workers.size(); ++i) {
        Worker& worker = recording.workers[i];
        if (m_workers[i].doing == WorkerState::Doing::Waiting && !worker.waits.empty())
            worker.waits.back().end = std::max(worker.waits.back().end, frame.knownUntil);
    }
    return {};
}

Result<void> ComparisonBuilder::applyEvent(Recording& run, const Event& event)
{
    using Doing = WorkerState::Doing;
    const auto index = static_cast<std::size_t>(number(event.worker)) - 1;
    if (index >= run.workers.size())
        return failure(describe(event) + ": no such worker was named");
    if (number(event.task) > run.tasks.size())
        return failure(describe(event) + ": task " + std::to_string(number(event.task)) +
                       " does not exist; expected 1 to " + std::to_string(run.tasks.size()));
    Worker& worker = run.workers[index];
    WorkerState& state = m_workers[index];
    if (event.time < state.last || event.time - run.start.origin > longestRun)
        return failure(describe(event) + " is out of order; expected " +
                       std::to_string(state.last.count()) + " ns or later");
    const bool needsTask = event.kind == EventKind::TaskStart ||
                           event.kind == EventKind::TaskStop ||
                           event.kind == EventKind::PartStart || event.kind == EventKind::PartStop;
    if (needsTask && event.task == TaskId::None)
        return failure(describe(event) + " names no task");

    const auto runUntil = [&](Nanoseconds end) {
        if (state.doing != Doing::Running)
            return;
        const std::int16_t core = worker.slices.empty() || worker.slices.back().end < state.last
                                      ? event.core
                                      : worker.slices.back().core;
        addRunning(worker, {state.last, end}, state.task, state.part, core);
    };
    Task* const task = event.task == TaskId::None ? nullptr : &run.tasks[number(event.task) - 1];

    switch (event.kind) {
    case EventKind::WorkerStart:
        worker.start = event.time;
        state.doing = Doing::Running;
        break;
    case EventKind::WorkerStop:
        runUntil(event.time);
        if (state.doing == Doing::Waiting && !worker.waits.empty())
            worker.waits.back().end = event.time;
        worker.stop = event.time;
        worker.cpuTime = Nanoseconds(event.value);
        state.doing = Doing::Nothing;
        break;
    case EventKind::TaskStart:
        runUntil(event.time);
        if (task->start)
            return failure(describe(event) + ": task " + std::to_string(number(task->id)) +
                           " starts a second time");
        task->start = event.time;
        break;
    case EventKind::TaskStop:
        runUntil(event.time);
        if (!task->start || task->stop || event.time < *task->start)
            return failure(describe(event) + ": task " + std::to_string(number(task->id)) +
                           " stops, but is not in progress");
        task->stop = event.time;
        task->outcome = event.detail <= static_cast<std::uint8_t>(Outcome::Cancelled)
                            ? static_cast<Outcome>(event.detail)
                            : Outcome::Failed;
        break;
    case EventKind::PartStart:
        runUntil(event.time);
        state.task = event.task;
        state.part = event.part;
        worker.parts.push_back({event.time, event.time, event.task, event.part});
        if (std::ranges::find(task->workers, worker.id) == task->workers.end())
            task->workers.push_back(worker.id);
        break;
    case EventKind::PartStop:
        runUntil(event.time);
        if (worker.parts.empty() || state.task != event.task)
            return failure(describe(event) + ": a part stops that has not started");
        worker.parts.back().end = event.time;
        state.task = TaskId::None;
        state.part = {};
        break;
    case EventKind::WaitBegin:
        runUntil(event.time);
        if (state.doing != Doing::Waiting) {
            const auto reason = event.detail < waitReasonCount
                                    ? static_cast<WaitReason>(event.detail)
                                    : WaitReason::Unknown;
            worker.waits.push_back({event.time, event.time, state.task, state.part, reason});
        }
        state.doing = Doing::Waiting;
        break;
    case EventKind::WaitEnd:
        if (state.doing == Doing::Waiting)
            worker.waits.back().end = event.time;
        state.doing = Doing::Running;
        break;
    case EventKind::Gap: {
        const auto gapStart = std::max(Nanoseconds(event.value), state.last);
        if (gapStart > event.time)
            return failure(describe(event) + ": a gap ends before it starts");
        runUntil(gapStart);
        worker.waits.push_back({gapStart, event.time, state.task, state.part, WaitReason::Ready});
        state.doing = Doing::Running;
        break;
    }
    case EventKind::Alive:
        runUntil(event.time);
        break;
    default:
        return failure(describe(event) + " is of an unknown kind; expected 1 to 10");
    }
    state.last = event.time;
    return {};
}

Result<void> ComparisonBuilder::apply(const TaskFailed& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    auto& tasks = (*run)->tasks;
    if (frame.task == TaskId::None || number(frame.task) > tasks.size())
        return failure("task " + std::to_string(number(frame.task)) + " failed; expected 1 to " +
                       std::to_string(tasks.size()));
    tasks[number(frame.task) - 1].error = frame.error;
    return {};
}

Result<void> ComparisonBuilder::apply(const RunEnded& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    if (frame.summary.end == RunEnd::NotYet)
        return failure("a run ended as not yet ended");
    (*run)->summary = frame.summary;
    return {};
}

Result<void> ComparisonBuilder::apply(const StreamEnded&)
{
    m_comparison.isComplete = true;
    return {};
}
