#include "app/table/intervalwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char* text, const char* hint = nullptr)
{
    return QCoreApplication::translate("IntervalTable", text, hint);
}

QString kindText(IntervalKind kind)
{
    switch (kind) {
    case IntervalKind::Task:
        return tr("task");
    case IntervalKind::Slice:
        return tr("slice");
    case IntervalKind::Wait:
        return tr("wait");
    case IntervalKind::Unseen:
        break;
    }
    return tr("lost records");
}

QString stateText(const IntervalRow& row)
{
    switch (row.kind) {
    case IntervalKind::Task:
        return tr("in progress");
    case IntervalKind::Slice:
        return tr("running");
    case IntervalKind::Wait:
        return row.reason == WaitReason::Ready ? tr("ready") : tr("blocked");
    case IntervalKind::Unseen:
        break;
    }
    return tr("not known");
}

/// "lock 3, held by task 2"
QString lockText(const HeldLock& held)
{
    const QLocale locale;
    if (held == HeldLock{})
        return tr("lock");
    const QString lock =
        held.lock == 0 ? tr("the global lock") : tr("lock %1").arg(locale.toString(held.lock));
    return held.holder == TaskId::None ? lock
                                       : tr("%1, held by task %2", "%1: lock 3")
                                             .arg(lock, locale.toString(number(held.holder)));
}

QString reasonText(const IntervalRow& row, const RowSource& source)
{
    if (row.kind != IntervalKind::Wait)
        return {};
    switch (row.reason) {
    case WaitReason::Ready:
        return row.worker == WorkerId::None || !source.model.taskLanes().isEmpty()
                   ? tr("a core, or the event loop")
                   : tr("a core");
    case WaitReason::Io:
        return tr("input or output");
    case WaitReason::Lock:
        return lockText(row.held);
    case WaitReason::Queue:
        return tr("queue");
    case WaitReason::Sleep:
        return tr("sleep");
    case WaitReason::Join:
        return source.hasTasks() ? tr("other parts") : tr("another has to end");
    case WaitReason::Unknown:
        break;
    }
    return tr("not known");
}

QString workerText(const IntervalRow& row, const RowSource& source)
{
    if (row.worker == WorkerId::None || number(row.worker) > source.recording.workers.size())
        return {};
    return source.hasTasks() ? QLocale().toString(number(row.worker))
                             : nameOfThread(source.recording.workers[number(row.worker) - 1]);
}

}  // namespace

QString titleOf(IntervalColumn column)
{
    switch (column) {
    case IntervalColumn::Kind:
        return tr("kind");
    case IntervalColumn::Task:
        return tr("task");
    case IntervalColumn::Worker:
        return tr("worker");
    case IntervalColumn::Core:
        return tr("core");
    case IntervalColumn::State:
        return tr("state");
    case IntervalColumn::Reason:
        return tr("waits for");
    case IntervalColumn::Start:
        return tr("start");
    case IntervalColumn::Stop:
        return tr("stop");
    case IntervalColumn::Length:
        break;
    }
    return tr("length");
}

QString meaningOf(IntervalColumn column)
{
    switch (column) {
    case IntervalColumn::Kind:
        return tr("A task from start to stop, or what a worker did without a break");
    case IntervalColumn::Task:
        return tr("The task that it belongs to");
    case IntervalColumn::Worker:
        return tr("The thread or process that did it");
    case IntervalColumn::Core:
        return tr("The core it ran on, where that is known");
    case IntervalColumn::State:
        return tr("Running on a core, ready for one, or blocked");
    case IntervalColumn::Reason:
        return tr("What it waited for");
    case IntervalColumn::Start:
        return tr("From the start of the run; choose it to turn the order round");
    case IntervalColumn::Stop:
        return tr("From the start of the run");
    case IntervalColumn::Length:
        break;
    }
    return tr("From its start to its stop");
}

QString textOf(const IntervalRow& row, IntervalColumn column, const RowSource& source,
               TimeFormat format)
{
    const Nanoseconds origin = source.recording.start.origin;
    switch (column) {
    case IntervalColumn::Kind:
        return kindText(row.kind);
    case IntervalColumn::Task:
        return row.task == TaskId::None ? QString() : QLocale().toString(number(row.task));
    case IntervalColumn::Worker:
        return workerText(row, source);
    case IntervalColumn::Core:
        return row.core < 0 ? QString() : nameOfCore(row.core);
    case IntervalColumn::State:
        return stateText(row);
    case IntervalColumn::Reason:
        return reasonText(row, source);
    case IntervalColumn::Start:
        return timeText(row.range.start - origin, format);
    case IntervalColumn::Stop:
        return row.goesOn ? tr("goes on", "in the place of a time")
                          : timeText(row.range.end - origin, format);
    case IntervalColumn::Length:
        break;
    }
    return durationText(row.range.length());
}

TimeFormat tableFormat(const RowSource& source)
{
    const Nanoseconds wall = source.recording.wall();
    const Nanoseconds step =
        wall < std::chrono::milliseconds(10) ? Nanoseconds(1) : std::chrono::microseconds(1);
    return timeFormatFor({Nanoseconds{}, wall}, step);
}
