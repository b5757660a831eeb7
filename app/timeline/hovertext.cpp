#include "app/timeline/hovertext.h"

#include "app/timeline/timelinewords.h"

#include <QLocale>

namespace {

QString wordFor(WorkState state)
{
    switch (state) {
    case WorkState::NotStarted:
        return TimelineWords::tr("not started");
    case WorkState::NotKnown:
        return TimelineWords::tr("in progress");
    case WorkState::Running:
        return TimelineWords::tr("running");
    case WorkState::Ready:
        return TimelineWords::tr("ready, waiting for a core");
    case WorkState::Io:
        return TimelineWords::tr("blocked: input or output");
    case WorkState::Lock:
        return TimelineWords::tr("blocked: lock");
    case WorkState::Queue:
        return TimelineWords::tr("blocked: queue");
    case WorkState::Sleep:
        return TimelineWords::tr("blocked: sleep");
    case WorkState::Join:
        return TimelineWords::tr("blocked: other parts");
    case WorkState::Waiting:
        return TimelineWords::tr("blocked, reason not known");
    }
    return {};
}

QString joined(const QStringList& parts)
{
    return parts.join(QStringLiteral(" · "));
}

/// "worker 2 (compute-2, thread 4711) on core 0"
QString workerLine(const Recording& recording, const Hit& hit)
{
    const Worker& worker = recording.workers[number(hit.worker) - 1];
    const QLocale locale;
    QStringList known;
    if (!worker.name.empty())
        known << QString::fromStdString(worker.name.substr(0, 40));
    if (recording.start.plan.with == WorkerKind::Processes && worker.pid > 0)
        known << TimelineWords::tr("process %1").arg(worker.pid);
    else if (worker.tid > 0)
        known << TimelineWords::tr("thread %1").arg(worker.tid);
    QString text = TimelineWords::tr("worker %1").arg(locale.toString(number(hit.worker)));
    if (!known.isEmpty())
        text = TimelineWords::tr("%1 (%2)", "worker 2 (its name, thread 4711)")
                   .arg(text, known.join(QStringLiteral(", ")));
    if (hit.core >= 0)
        text = TimelineWords::tr("%1 on core %2", "worker 2 on core 0")
                   .arg(text, locale.toString(hit.core));
    return text;
}

/// "12.3 ms – 16.3 ms · 4.00 ms"
QString rangeLine(TimeRange range, Nanoseconds origin, TimeFormat format)
{
    return TimelineWords::tr("%1 – %2 · %3", "start, stop, duration")
        .arg(timeText(range.start - origin, format), timeText(range.end - origin, format),
             durationText(range.length()));
}

QString outcomeLine(const Task& task)
{
    const QString error = QString::fromStdString(task.error.substr(0, 200));
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

/// How many of a group are in progress, or run, at `t`.
QString groupLine(const RowSource& source, RowGroup group, Nanoseconds t)
{
    int count = 0;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        const bool counts = source.rows == RowsBy::Tasks
                                ? rangeOf(source.recording, source.recording.tasks[i]).contains(t)
                                : runsAt(source.recording.workers[i], t);
        count += counts ? 1 : 0;
    }
    return (source.rows == RowsBy::Tasks ? TimelineWords::tr("%1 in progress")
                                         : TimelineWords::tr("%1 running"))
        .arg(QLocale().toString(count));
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
    text.task = hit.task;
    if (hit.group.count > 1) {
        text.headline = labelOf(hit.group, source.rows);
        text.lines << groupLine(source, hit.group, t);
        return text;
    }
    QStringList headline;
    const auto task = static_cast<std::size_t>(number(hit.task));
    if (hit.task != TaskId::None)
        headline << labelOf({task - 1, 1}, RowsBy::Tasks);
    else
        headline << labelOf(hit.group, source.rows);
    if (hit.state)
        headline << wordFor(*hit.state);
    text.headline = joined(headline);
    if (hit.worker != WorkerId::None)
        text.lines << workerLine(source.recording, hit);
    if (!hit.interval.isEmpty())
        text.lines << rangeLine(hit.interval, source.recording.start.origin, format);
    if (hit.task != TaskId::None && task <= source.recording.tasks.size())
        describeTask(text, source, hit, format);
    return text;
}
