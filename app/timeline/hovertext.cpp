#include "app/timeline/hovertext.h"

#include "app/timeline/bars.h"
#include "app/timeline/timelinewords.h"

#include <QLocale>

#include <algorithm>
#include <span>

namespace {

/// Whether an event loop does something else meanwhile.
bool isSuspended(const RowSource& source, const Hit& hit)
{
    const bool isWait = hit.state && *hit.state != WorkState::NotStarted &&
                        *hit.state != WorkState::NotKnown && *hit.state != WorkState::Running;
    return isWait && source.rows == RowsBy::Tasks && hit.worker == WorkerId::None &&
           !source.model.taskLanes().isEmpty();
}

QString wordFor(const RowSource& source, const Hit& hit)
{
    switch (*hit.state) {
    case WorkState::NotStarted:
        return TimelineWords::tr("not started");
    case WorkState::NotKnown:
        return TimelineWords::tr("in progress");
    case WorkState::Running:
        return TimelineWords::tr("running");
    case WorkState::Ready:
        return isSuspended(source, hit) ? TimelineWords::tr("ready, waiting for the event loop")
                                        : TimelineWords::tr("ready, waiting for a core");
    case WorkState::Io:
        return TimelineWords::tr("blocked: input or output");
    case WorkState::Lock:
        return TimelineWords::tr("blocked: lock");
    case WorkState::Queue:
        return TimelineWords::tr("blocked: queue");
    case WorkState::Sleep:
        return TimelineWords::tr("blocked: sleep");
    case WorkState::Join:
        return source.hasTasks() ? TimelineWords::tr("blocked: other parts")
                                 : TimelineWords::tr("blocked: another has to end");
    case WorkState::Waiting:
        return TimelineWords::tr("blocked, reason not known");
    case WorkState::Unseen:
        return TimelineWords::tr("not known: records were lost");
    }
    return {};
}

QString joined(const QStringList& parts)
{
    return parts.join(QStringLiteral(" · "));
}

/// Whether it is the name that the runner gives to a worker of its own, which says nothing more.
bool isUsualName(const Worker& worker)
{
    const std::string id = std::to_string(number(worker.id));
    return worker.name == "thread " + id || worker.name == "process " + id;
}

/// "worker 2 (compute-2, thread 4711)"
QString nameOfWorker(const Recording& recording, const Worker& worker)
{
    const QLocale locale;
    QStringList known;
    if (!worker.name.empty() && !isUsualName(worker))
        known << QString::fromStdString(worker.name.substr(0, 40));
    if (recording.start.plan.with == WorkerKind::Processes && worker.pid > 0)
        known << TimelineWords::tr("process %1").arg(worker.pid);
    else if (worker.tid > 0)
        known << TimelineWords::tr("thread %1").arg(worker.tid);
    const QString text = TimelineWords::tr("worker %1").arg(locale.toString(number(worker.id)));
    return known.isEmpty() ? text
                           : TimelineWords::tr("%1 (%2)", "worker 2 (its name, thread 4711)")
                                 .arg(text, known.join(QStringLiteral(", ")));
}

/// "thread 4713 of process 4711 (xz)"
QString nameOfObserved(const Worker& worker)
{
    const QString name = QString::fromStdString(worker.name.substr(0, 40)).simplified();
    QString text =
        worker.tid == worker.pid || worker.tid <= 0
            ? TimelineWords::tr("process %1").arg(worker.pid)
            : TimelineWords::tr("thread %1 of process %2").arg(worker.tid).arg(worker.pid);
    if (worker.pid <= 0)
        text = TimelineWords::tr("thread %1").arg(number(worker.id));
    return name.isEmpty() ? text
                          : TimelineWords::tr("%1 (%2)", "thread 4711 (its name)").arg(text, name);
}

/// "worker 2 (compute-2, thread 4711) on core 1"
QString workerLine(const Recording& recording, const Hit& hit)
{
    const Worker& worker = recording.workers[number(hit.worker) - 1];
    const QString text =
        recording.start.isObserved() ? nameOfObserved(worker) : nameOfWorker(recording, worker);
    return hit.core < 0 ? text
                        : TimelineWords::tr("%1 on core %2", "worker 2 on core 1")
                              .arg(text, nameOfCore(hit.core));
}

/// "12.3 ms – 16.3 ms · 4.00 ms"
QString rangeLine(TimeRange range, Nanoseconds origin, TimeFormat format)
{
    return TimelineWords::tr("%1 – %2 · %3", "start, stop, duration")
        .arg(timeText(range.start - origin, format), timeText(range.end - origin, format),
             durationText(range.length()));
}

/// "waits for lock 3, held by task 2"
QString lockLine(const Hit& hit)
{
    const QLocale locale;
    const QString lock = hit.held.lock == 0
                             ? TimelineWords::tr("the global lock")
                             : TimelineWords::tr("lock %1").arg(locale.toString(hit.held.lock));
    return hit.held.holder == TaskId::None
               ? TimelineWords::tr("waits for %1", "%1: lock 3").arg(lock)
               : TimelineWords::tr("waits for %1, held by task %2", "%1: lock 3")
                     .arg(lock, locale.toString(number(hit.held.holder)));
}

/// Which lock is waited for is known where it has a number, or where someone holds it.
bool isLockKnown(const Hit& hit)
{
    return hit.state == WorkState::Lock && hit.held != HeldLock{};
}

QString outcomeLine(const Task& task)
{
    const QString error = QString::fromStdString(task.error.substr(0, 1000));
    if (!task.stop || task.outcome == Outcome::Done)
        return {};
    if (task.outcome == Outcome::Cancelled)
        return TimelineWords::tr("cancelled");
    return error.isEmpty() ? TimelineWords::tr("failed")
                           : TimelineWords::tr("failed: %1").arg(error);
}

bool runsAt(const Worker& worker, Nanoseconds t)
{
    const std::size_t at = TimeSums<Slice, 2>::firstEndingAfter(worker.slices, t, 0);
    return at < worker.slices.size() && worker.slices[at].start <= t;
}

bool countsAt(const RowSource& source, std::size_t row, Nanoseconds t)
{
    if (source.rows == RowsBy::Tasks)
        return rangeOf(source.recording, source.recording.tasks[row]).contains(t);
    if (source.rows == RowsBy::Workers)
        return runsAt(source.recording.workers[source.workerOfRow(row)], t);
    const auto& slices = source.model.cores().slicesOf(row);
    const std::size_t at = CoreIndex::Sums::firstEndingAfter(slices, t, 0);
    return at < slices.size() && slices[at].start <= t;
}

/// How many of a group are in progress, or run, at `t`.
QString groupLine(const RowSource& source, RowGroup group, Nanoseconds t)
{
    int count = 0;
    for (std::size_t row = group.first; row < group.first + group.count; ++row)
        count += countsAt(source, row, t) ? 1 : 0;
    const QString words = source.rows == RowsBy::Tasks ? TimelineWords::tr("%1 in progress")
                          : source.rows == RowsBy::Workers
                              ? TimelineWords::tr("%1 running")
                              : TimelineWords::tr("%1 in use", "cores in a group");
    return words.arg(QLocale().toString(count));
}

/// Adds how many tasks of a group have failed or were cancelled, if any.
void addLosses(QStringList& lines, const RowSource& source, RowGroup group)
{
    if (source.rows != RowsBy::Tasks)
        return;
    const auto tasks = std::span(source.recording.tasks).subspan(group.first, group.count);
    if (const auto failed = std::ranges::count(tasks, Mark::Failed, markOf); failed > 0)
        lines << TimelineWords::tr("%1 failed").arg(QLocale().toString(failed));
    if (const auto cancelled = std::ranges::count(tasks, Mark::Cancelled, markOf); cancelled > 0)
        lines << TimelineWords::tr("%1 cancelled").arg(QLocale().toString(cancelled));
}

/// What the pointer is on: "Task 3", "Core 1 · Task 3", "xz 4711".
QStringList headlineOf(const RowSource& source, const Hit& hit)
{
    QStringList parts;
    if (source.rows == RowsBy::Cores || hit.task == TaskId::None)
        parts << labelOf(source, hit.group);
    if (hit.task != TaskId::None)
        parts << labelOf({std::size_t{number(hit.task)} - 1, 1}, RowsBy::Tasks);
    if (hit.state)
        parts << wordFor(source, hit);
    else if (source.rows == RowsBy::Cores && !hit.interval.isEmpty())
        parts << TimelineWords::tr("idle, or used by others");
    return parts;
}

void describeTask(HoverText& text, const RowSource& source, const Hit& hit, TimeFormat format)
{
    const Task& task = source.recording.tasks[number(hit.task) - 1];
    const QString outcome = outcomeLine(task);
    if (!outcome.isEmpty())
        text.lines << outcome;
    if (task.start && hit.interval != rangeOf(source.recording, task))
        text.lines << TimelineWords::tr("task: %1")
                          .arg(rangeLine(rangeOf(source.recording, task),
                                         source.recording.start.origin, format));
}

}  // namespace

QString HoverText::inOneLine() const
{
    return joined(QStringList{headline} + lines);
}

HoverText hoverTextOf(const RowSource& source, const Hit& hit, Nanoseconds t, TimeFormat format)
{
    HoverText text;
    const bool isObserved = !source.hasTasks() && hit.worker != WorkerId::None;
    text.task = isObserved ? source.processOf(number(hit.worker) - 1) : hit.task;
    if (hit.group.count > 1) {
        text.headline = labelOf(source, hit.group);
        text.lines << groupLine(source, hit.group, t);
        addLosses(text.lines, source, hit.group);
        return text;
    }
    text.headline = joined(headlineOf(source, hit));
    if (hit.worker != WorkerId::None)
        text.lines << workerLine(source.recording, hit);
    else if (isSuspended(source, hit))
        text.lines << TimelineWords::tr("suspended: on no worker until then");
    if (isLockKnown(hit))
        text.lines << lockLine(hit);
    if (!hit.interval.isEmpty())
        text.lines << rangeLine(hit.interval, source.recording.start.origin, format);
    if (hit.task != TaskId::None && number(hit.task) <= source.recording.tasks.size())
        describeTask(text, source, hit, format);
    return text;
}
