#include "app/timeline/rangetotals.h"

#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"

#include <algorithm>
#include <cmath>

namespace {

double quotient(Nanoseconds sum, Nanoseconds length)
{
    return length > Nanoseconds{}
               ? static_cast<double>(sum.count()) / static_cast<double>(length.count())
               : 0;
}

Nanoseconds inProgressWithin(const Recording& recording, const PanelModel& model, TimeRange range)
{
    if (recording.start.isObserved())
        return Nanoseconds(std::llround(area(model.inProgress(), range)));
    Nanoseconds sum{};
    for (const Task& task : recording.tasks) {
        const TimeRange of = rangeOf(recording, task);
        sum +=
            std::max(Nanoseconds{}, std::min(of.end, range.end) - std::max(of.start, range.start));
    }
    return sum;
}

void addWaits(RangeTotals& totals, const WorkerSums& sums, const Worker& worker)
{
    const auto waits = sums.waits.within(worker.waits, totals.range);
    for (std::size_t reason = 0; reason < waits.size(); ++reason)
        totals.waiting[reason] += waits[reason];
}

QString wordFor(WaitReason reason, bool hasTasks)
{
    switch (reason) {
    case WaitReason::Ready:
        return TimelineWords::tr("ready %1");
    case WaitReason::Io:
        return TimelineWords::tr("input or output %1");
    case WaitReason::Lock:
        return TimelineWords::tr("lock %1");
    case WaitReason::Queue:
        return TimelineWords::tr("queue %1");
    case WaitReason::Sleep:
        return TimelineWords::tr("sleep %1");
    case WaitReason::Join:
        return hasTasks ? TimelineWords::tr("other parts %1")
                        : TimelineWords::tr("another to end %1");
    case WaitReason::Unknown:
        break;
    }
    return TimelineWords::tr("blocked, reason not known %1");
}

}  // namespace

RangeTotals totalsOf(const Recording& recording, const PanelModel& model, TimeRange range)
{
    RangeTotals totals;
    totals.hasTasks = !recording.start.isObserved();
    const TimeRange span = recording.span();
    totals.range = {std::clamp(range.start, span.start, span.end),
                    std::clamp(range.end, span.start, span.end)};
    for (std::size_t i = 0; i < std::min(recording.workers.size(), model.workers()); ++i) {
        const Worker& worker = recording.workers[i];
        const WorkerSums& sums = model.sumsOf(i);
        const auto running = sums.slices.within(worker.slices, totals.range);
        totals.running += running[0];
        if (!totals.hasTasks)
            totals.running += running[1];
        totals.unseen += sums.unseen.within(worker.unseen, totals.range)[0];
        if (model.taskLanes().isEmpty())
            addWaits(totals, sums, worker);
    }
    for (std::size_t task = 0; task < model.taskLanes().size(); ++task) {
        for (const TaskLane& lane : model.taskLanes().of(task))
            addWaits(totals, lane.sums, lane.track);
    }
    const auto length = totals.range.length();
    totals.meanRunning = quotient(totals.running, length);
    totals.meanInProgress = quotient(inProgressWithin(recording, model, totals.range), length);
    return totals;
}

QStringList linesOf(const RangeTotals& totals)
{
    const QLocale locale;
    QStringList lines{TimelineWords::tr("selected %1").arg(durationText(totals.range.length())),
                      TimelineWords::tr("running %1").arg(durationText(totals.running))};
    for (std::size_t i = 0; i < totals.waiting.size(); ++i) {
        if (totals.waiting[i] > Nanoseconds{})
            lines << wordFor(static_cast<WaitReason>(i), totals.hasTasks)
                         .arg(durationText(totals.waiting[i]));
    }
    if (totals.unseen > Nanoseconds{})
        lines << TimelineWords::tr("not known, records were lost %1")
                     .arg(durationText(totals.unseen));
    lines << TimelineWords::tr("mean running %1").arg(locale.toString(totals.meanRunning, 'f', 2));
    lines << TimelineWords::tr("mean in progress %1")
                 .arg(locale.toString(totals.meanInProgress, 'f', 2));
    return lines;
}
