#include "core/model/eventcheck.h"

#include "core/model/limits.h"

namespace {

bool isOfPart(EventKind kind) noexcept
{
    return kind == EventKind::PartStart || kind == EventKind::PartStop;
}

bool needsTask(EventKind kind) noexcept
{
    return kind == EventKind::TaskStart || kind == EventKind::TaskStop || isOfPart(kind) ||
           kind == EventKind::Suspend;
}

/// Events that only a worker that has started can bring about. Not the start and stop of a task:
/// the recorder gives these on behalf of a worker that died. Nor Gap and Alive, which then say
/// nothing.
bool needsStart(EventKind kind) noexcept
{
    return isOfPart(kind) || kind == EventKind::WaitBegin || kind == EventKind::WaitEnd ||
           kind >= EventKind::SwitchIn;
}

/// Two workers may start and stop a task, so that its stop can be seen first.
Result<void> checkTaskStart(const Event& event, const Task& task)
{
    if (task.start)
        return contradiction(event, "has started before");
    if (task.stop && *task.stop < event.time)
        return contradiction(event, "starts after its stop");
    return {};
}

Result<void> checkTaskStop(const Event& event, const Task& task)
{
    if (task.stop)
        return contradiction(event, "has stopped before");
    if (task.start && event.time < *task.start)
        return contradiction(event, "stops before its start");
    return {};
}

}  // namespace

Result<void> checkTime(const Event& event, Nanoseconds origin, Nanoseconds last)
{
    if (event.kind < EventKind::WorkerStart || event.kind > EventKind::Suspend)
        return failure(describe(event) + " is of an unknown kind; expected 1 to " +
                       std::to_string(eventKindCount));
    if (event.time < last)
        return failure(describe(event) + " is out of order; expected " +
                       std::to_string(last.count()) + " ns or later");
    if (event.time - origin > limits::longestRun)
        return failure(describe(event) + " is more than ten years after the origin of the run");
    if (event.kind == EventKind::Gap && Nanoseconds(event.value) > event.time)
        return failure(describe(event) + " ends before it starts, at " +
                       std::to_string(event.value) + " ns");
    return {};
}

Result<void> checkLife(const Event& event, Life life)
{
    if (event.kind == EventKind::WorkerStart && life != Life::NotStarted)
        return failure(describe(event) + ": the worker has started before");
    if (needsStart(event.kind) && life == Life::NotStarted)
        return failure(describe(event) + ": the worker has not started yet");
    if (isOfPart(event.kind) && life == Life::Stopped)
        return failure(describe(event) + ": the worker has stopped before");
    return {};
}

Result<void> checkTask(const Event& event, std::span<const Task> tasks)
{
    if (number(event.task) > tasks.size() || (needsTask(event.kind) && event.task == TaskId::None))
        return failure(describe(event) + " names task " + std::to_string(number(event.task)) +
                       "; expected 1 to " + std::to_string(tasks.size()));
    if (event.kind == EventKind::TaskStart)
        return checkTaskStart(event, tasks[number(event.task) - 1]);
    if (event.kind == EventKind::TaskStop)
        return checkTaskStop(event, tasks[number(event.task) - 1]);
    return {};
}

tl::unexpected<Error> contradiction(const Event& event, const char* what)
{
    return failure(describe(event) + ": task " + std::to_string(number(event.task)) + " " + what);
}
