#include "app/timeline/rangetotals.h"
#include "app/timeline/rowpicture.h"
#include "app/timeline/runningcolumns.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

/// Task 1 computes twice and waits for input between; task 2 has to wait for the loop.
constexpr auto loopText = "with event-loop; known 40\n"
                          "T1[0-40] T2[0-30]\n"
                          "W1: T1 run 0-10@0 T2 run 10-12 - io 12-20 T1 run 20-26 ready 26-28 "
                          "run 28-30 T2 run 30-30.5 T1 run 30.5-40\n"
                          "S: T1 io 10-20 ready 30-30.5 T2 ready 0-10 sleep 12-25 ready 25-30";

/// What is known of `whole` at `t`, as a live run would have it.
Recording cutAt(const Recording& whole, Nanoseconds t)
{
    Recording cut = whole;
    cut.knownUntil = t;
    cut.summary.end = t < whole.knownUntil ? RunEnd::NotYet : RunEnd::Done;
    const auto shorten = [t](auto& intervals) {
        std::erase_if(intervals, [t](const auto& each) { return each.start >= t; });
        if (!intervals.empty())
            intervals.back().end = std::min(intervals.back().end, t);
    };
    for (Worker& worker : cut.workers) {
        shorten(worker.slices);
        shorten(worker.waits);
        shorten(worker.parts);
        if (worker.stop > t)
            worker.stop.reset();
    }
    for (Task& task : cut.tasks) {
        std::erase_if(task.suspensions, [t](const Suspension& each) { return each.start >= t; });
        for (Suspension& each : task.suspensions) {
            if (each.end > t)
                each.end.reset();
        }
        if (task.stop > t)
            task.stop.reset();
    }
    return cut;
}

/// "T1 run 0-10 io 10-20 …", a line for each part.
QString lanesText(const PanelModel& model)
{
    QStringList lines;
    for (std::size_t task = 0; task < model.taskLanes().size(); ++task) {
        for (const TaskLane& lane : model.taskLanes().of(task))
            lines << QString::fromStdString(intervalsText(lane.track, testOrigin));
    }
    return lines.join(u'\n');
}

/// One letter for each column of a row: `#` for running, else what waits in it.
QString rowText(const Recording& recording, std::size_t task, int columns)
{
    PanelModel model;
    model.update(recording);
    RunningColumns running(columns);
    const RowPicture row = pictureOfRow({recording, model, RowsBy::Tasks}, {task, 1},
                                        {{testOrigin, testOrigin + 40ms}, columns}, 20, running);
    QString text(columns, u' ');
    constexpr QLatin1String letters("n.#rilqsjwx");
    for (const Band& band : row.bands) {
        for (const StateSpan& span : band.spans->states) {
            for (int c = span.first; c < span.last; ++c)
                text[c] = letters[static_cast<int>(span.state)];
        }
        for (const RunSpan& run : band.spans->runs) {
            for (int c = run.first; c < run.last; ++c)
                text[c] = run.isLongest ? QChar(u'#') : text[c];
        }
    }
    return text;
}

}  // namespace

/// What tasks do that share one worker.
class TestTaskLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suspensionsStandAmongTheWaits();
    void onlyWithAnEventLoop();
    void growAsTheRecordingDoes();
    void anotherRecordingIsTakenInAnew();
    void rows();
    void narrowStretchesAreMerged();
    void groupsAndTotals();
    void changesOfWorker();
};

void TestTaskLanes::suspensionsStandAmongTheWaits()
{
    const Recording recording = recordingFrom(loopText);
    PanelModel model;
    model.update(recording);
    QCOMPARE(lanesText(model),
             QStringLiteral("T1 run 0-10@0 io 10-20 run 20-26 ready 26-28 run 28-30 "
                            "ready 30-30.5 run 30.5-40\n"
                            "T2 ready 0-10 run 10-12 sleep 12-25 ready 25-30 run 30-30.5"));
}

void TestTaskLanes::onlyWithAnEventLoop()
{
    Recording recording = recordingFrom(loopText);
    recording.start.plan.with = WorkerKind::Threads;
    PanelModel model;
    model.update(recording);
    QVERIFY(model.taskLanes().isEmpty());
}

void TestTaskLanes::growAsTheRecordingDoes()
{
    const Recording whole = recordingFrom(loopText);
    PanelModel grown;
    for (Nanoseconds t = 1ms; t <= 41ms; t += 700us) {
        const Recording now = cutAt(whole, testOrigin + t);
        grown.update(now);
        PanelModel fresh;
        fresh.update(now);
        QCOMPARE(lanesText(grown), lanesText(fresh));
        const TimeRange all{testOrigin, testOrigin + t};
        QCOMPARE(totalsOf(now, grown, all), totalsOf(now, fresh, all));
    }
    QVERIFY(lanesText(grown).contains(QStringLiteral("io 10-20")));
}

void TestTaskLanes::anotherRecordingIsTakenInAnew()
{
    const Recording whole = recordingFrom(loopText);
    PanelModel model;
    model.update(whole);
    const Recording shorter = cutAt(whole, testOrigin + 11ms);
    model.update(shorter);
    QCOMPARE(lanesText(model), QStringLiteral("T1 run 0-10@0 io 10-11\nT2 ready 0-10 run 10-11"));
}

void TestTaskLanes::rows()
{
    const Recording recording = recordingFrom(loopText);
    QCOMPARE(rowText(recording, 0, 40),
             QStringLiteral("##########iiiiiiiiii######rr##") + QStringLiteral("##########"));
    QCOMPARE(rowText(recording, 1, 40),
             QStringLiteral("rrrrrrrrrr##sssssssssssssrrrrr") + QStringLiteral("          "));
}

void TestTaskLanes::narrowStretchesAreMerged()
{
    Recording recording = recordingFrom("with event-loop; known 40; T1[0-40] T2[0-40]; W1: "
                                        "- run 0-40");
    Worker& loop = recording.workers.front();
    loop.slices.clear();
    for (int i = 0; i < 4000; ++i) {  // each has its turn for 3 and 7 of 10 µs
        const Nanoseconds start = testOrigin + i * 10us;
        loop.slices.push_back({start, start + 3us, TaskId(1)});
        loop.slices.push_back({start + 3us, start + 10us, TaskId(2)});
        recording.tasks[0].suspensions.push_back(
            {start + 3us, start + 10us, PartId(0), WaitReason::Ready});
    }
    QCOMPARE(rowText(recording, 0, 40), QString(40, u'r'));
    QCOMPARE(rowText(recording, 1, 40), QString(40, u'#'));
}

void TestTaskLanes::groupsAndTotals()
{
    const Recording recording = recordingFrom(loopText);
    PanelModel model;
    model.update(recording);
    RunningColumns running(4);
    const RowPicture row = pictureOfRow({recording, model, RowsBy::Tasks}, {0, 2},
                                        {{testOrigin, testOrigin + 40ms}, 4}, 20, running);
    QCOMPARE(row.bands.size(), std::size_t{1});
    QCOMPARE(qRound(running.counts()[1] * 10),
             2);  // task 2 runs for 2 of 10 ms, task 1 is suspended
    const RangeTotals totals = totalsOf(recording, model, {testOrigin, testOrigin + 20ms});
    QCOMPARE(totals.running, Nanoseconds(12ms));
    QCOMPARE(totals.waiting[static_cast<std::size_t>(WaitReason::Io)], Nanoseconds(10ms));
    QCOMPARE(totals.waiting[static_cast<std::size_t>(WaitReason::Sleep)], Nanoseconds(8ms));
    QCOMPARE(totals.waiting[static_cast<std::size_t>(WaitReason::Ready)], Nanoseconds(10ms));
}

void TestTaskLanes::changesOfWorker()
{
    const Recording recording =
        recordingFrom("W1: T1 run 0-10 T2 run 10-20 T1 run 30-40; W2: T1 run 20-30");
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    const Columns columns({testOrigin, testOrigin + 40ms}, 40);
    const std::vector<WorkerChange> changes{{20, PartId(0), WorkerId(2)},
                                            {30, PartId(0), WorkerId(1)}};
    QCOMPARE(workerChangesOf(source, 0, columns), changes);
    QVERIFY(workerChangesOf(source, 1, columns).empty());
    RunningColumns running(40);
    QCOMPARE(pictureOfRow(source, {0, 1}, columns, 20, running).changes, changes);
}

QTEST_GUILESS_MAIN(TestTaskLanes)
#include "tst_tasklanes.moc"
