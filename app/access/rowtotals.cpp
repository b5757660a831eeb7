#include "app/access/rowtotals.h"

#include "app/timeline/partlanes.h"
#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("RowTotals", text);
}

void widen(RowTotals& totals, TimeRange range)
{
    if (totals.span)
        range = {std::min(totals.span->start, range.start), std::max(totals.span->end, range.end)};
    totals.span = range;
}

void addLane(RowTotals& totals, const Lane& lane)
{
    const auto running = lane.sums->slices.within(lane.worker->slices, lane.clip);
    totals.running += running[0] + running[1];
    const auto waits = lane.sums->waits.within(lane.worker->waits, lane.clip);
    for (std::size_t reason = 0; reason < waits.size(); ++reason) {
        const bool isReady = static_cast<WaitReason>(reason) == WaitReason::Ready;
        (isReady ? totals.ready : totals.blocked) += waits[reason];
    }
    totals.unseen += lane.sums->unseen.within(lane.worker->unseen, lane.clip)[0];
}

void addTask(RowTotals& totals, const RowSource& source, std::size_t task)
{
    const Task& of = source.recording.tasks[task];
    if (!of.start)
        return;
    widen(totals, rangeOf(source.recording, of));
    forEachLane(source, task, [&](PartId, const Lane& lane) { addLane(totals, lane); });
}

void addWorker(RowTotals& totals, const RowSource& source, std::size_t row)
{
    const std::size_t at = source.workerOfRow(row);
    const Worker& worker = source.recording.workers[at];
    const Nanoseconds end =
        worker.stop.value_or(std::max(worker.start, source.recording.knownUntil));
    const TimeRange life{worker.start, end};
    widen(totals, life);
    addLane(totals, {&worker, &source.model.sumsOf(at), life});
}

void addCore(RowTotals& totals, const RowSource& source, std::size_t core)
{
    const TimeRange span = source.recording.span();
    widen(totals, span);
    const auto& slices = source.model.cores().slicesOf(core);
    totals.running += source.model.cores().sumsOf(core).within(slices, span)[0];
}

}  // namespace

RowTotals totalsOfRows(const RowSource& source, RowGroup group)
{
    RowTotals totals;
    const std::size_t end = std::min(group.first + group.count, source.count());
    for (std::size_t row = group.first; row < end; ++row) {
        switch (source.rows) {
        case RowsBy::Tasks:
            addTask(totals, source, row);
            break;
        case RowsBy::Workers:
            addWorker(totals, source, row);
            break;
        case RowsBy::Cores:
            addCore(totals, source, row);
            break;
        }
    }
    return totals;
}

QString sentenceOf(const RowTotals& totals, const RowSource& source)
{
    if (!totals.span)
        return tr("not started");
    QStringList parts{tr("running %1").arg(durationText(totals.running))};
    if (source.rows != RowsBy::Cores) {
        parts << tr("ready %1").arg(durationText(totals.ready));
        parts << tr("blocked %1").arg(durationText(totals.blocked));
    }
    if (totals.unseen > Nanoseconds{})
        parts << tr("not known, records were lost %1").arg(durationText(totals.unseen));
    const Nanoseconds origin = source.recording.start.origin;
    return tr("%1 to %2: %3")
        .arg(durationText(totals.span->start - origin), durationText(totals.span->end - origin),
             parts.join(QStringLiteral(", ")));
}
