#include "app/timeline/density.h"
#include "app/timeline/legend.h"
#include "app/timeline/panelmodel.h"
#include "app/timeline/rangetotals.h"
#include "app/timeline/rowpicture.h"
#include "app/timeline/runningcolumns.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

/// What two models must agree on.
void compareModels(const PanelModel& one, const PanelModel& other, const Recording& recording)
{
    QCOMPARE(one.tasks(), other.tasks());
    QCOMPARE(one.workers(), other.workers());
    for (std::size_t task = 0; task < one.tasks(); ++task)
        QCOMPARE(one.partsOf(task), other.partsOf(task));
    QCOMPARE(one.inProgress(), other.inProgress());
    const TimeRange all{recording.start.origin, recording.knownUntil};
    QCOMPARE(totalsOf(recording, one, all), totalsOf(recording, other, all));
}

/// The picture of a row over all of `recording` in `columns` columns.
RowPicture rowOf(const Recording& recording, const PanelModel& model, RowsBy rows, RowGroup group,
                 int columns, RunningColumns& running)
{
    const RowSource source{recording, model, rows};
    return pictureOfRow(source, group, {recording.span(), columns}, 20, running);
}

double sum(const std::vector<float>& counts)
{
    double total = 0;
    for (const float count : counts)
        total += static_cast<double>(count);
    return total;
}

}  // namespace

/// What a panel keeps of a recording, and the rows made from it.
class TestPanelModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsLikeNew_data();
    void growsLikeNew();
    void knowsWhenNothingChanged();
    void startsAnewForAnotherRecording();
    void judgesOnceEnded();
    void partsThatGoOn_data();
    void partsThatGoOn();
    void totals();
    void totalsOfAnObservedProgram();
    void groups_data();
    void groups();
    void labels();
    void taskRow();
    void groupsHaveMarks();
    void splitTaskHasLanes();
    void manyPartsAreAddedUp();
    void workerRowMergesNarrowParts();
    void groupOfTasks();
    void stripsAgreeWithRows_data();
    void stripsAgreeWithRows();
};

void TestPanelModel::growsLikeNew_data()
{
    QTest::addColumn<int>("mode");
    for (const Mode mode : allModes)
        QTest::newRow(nameOf(mode).data()) << static_cast<int>(mode);
}

void TestPanelModel::growsLikeNew()
{
    QFETCH(int, mode);
    Simulation simulation{.mode = static_cast<Mode>(mode), .slice = 700us};
    simulation.experiment.taskLength = 20ms;
    simulation.experiment.tasks = 6;
    PanelModel growing;
    const Nanoseconds wall = simulatedRun(simulation).wall();
    for (int step = 1; step <= 40; ++step) {
        simulation.until = wall * step / 40;
        const Recording recording = simulatedRun(simulation);
        growing.update(recording);
        PanelModel fresh;
        fresh.update(recording);
        compareModels(growing, fresh, recording);
    }
}

void TestPanelModel::knowsWhenNothingChanged()
{
    Recording recording = simulatedRun({.mode = Mode::Concurrent, .experiment = {}, .until = 50ms});
    PanelModel model;
    QVERIFY(model.update(recording));
    QVERIFY(!model.update(recording));
    recording.knownUntil += 1ms;
    QVERIFY(model.update(recording));
    recording.workers.front().slices.back().end += 1us;
    QVERIFY(model.update(recording));
    recording.summary.end = RunEnd::Interrupted;
    QVERIFY(model.update(recording));
    QVERIFY(!model.update(recording));
}

void TestPanelModel::startsAnewForAnotherRecording()
{
    PanelModel model;
    model.update(simulatedRun({.mode = Mode::Both}));
    const Recording other = recordingFrom("W1: T1 run 0-10");
    QVERIFY(model.update(other));
    PanelModel fresh;
    fresh.update(other);
    compareModels(model, fresh, other);
}

void TestPanelModel::judgesOnceEnded()
{
    PanelModel model;
    model.update(simulatedRun({.mode = Mode::Concurrent, .experiment = {}, .until = 50ms}));
    QVERIFY(!model.judgement());
    model.update(simulatedRun({.mode = Mode::Concurrent}));
    QVERIFY(model.judgement());
    QCOMPARE(model.judgement()->verdict, Verdict::Concurrent);
}

void TestPanelModel::partsThatGoOn_data()
{
    QTest::addColumn<bool>("workerStopped");
    QTest::addColumn<int>("taskStop");
    QTest::addColumn<int>("end");
    QTest::newRow("goes on") << false << -1 << 40;
    QTest::newRow("its worker was killed") << true << -1 << 25;
    QTest::newRow("its task was ended") << false << 22 << 22;
}

void TestPanelModel::partsThatGoOn()
{
    QFETCH(bool, workerStopped);
    QFETCH(int, taskStop);
    QFETCH(int, end);
    Recording recording = recordingFrom("T1[0-]; W1: T1 run 0-20; known 40");
    Worker& worker = recording.workers.front();
    worker.parts = {{testOrigin, testOrigin, static_cast<TaskId>(1), {}}};
    worker.stop.reset();
    if (workerStopped)
        worker.stop = testOrigin + 25ms;
    if (taskStop >= 0)
        recording.tasks.front().stop = testOrigin + std::chrono::milliseconds(taskStop);
    const TimeRange range = rangeOf(recording, PartRef{0, 0});
    QCOMPARE(range.end - testOrigin, Nanoseconds(std::chrono::milliseconds(end)));
}

void TestPanelModel::totals()
{
    const Recording recording = recordingFrom(
        "W1: T1 run 0-10 ready 10-20 run 20-30; W2: T2 run 5-20 io 20-40 run 40-50 - queue 50-60");
    PanelModel model;
    model.update(recording);
    const RangeTotals found = totalsOf(recording, model, {testOrigin + 5ms, testOrigin + 25ms});
    QCOMPARE(found.running, Nanoseconds(5ms + 5ms + 15ms));
    QCOMPARE(found.waiting[static_cast<std::size_t>(WaitReason::Ready)], Nanoseconds(10ms));
    QCOMPARE(found.waiting[static_cast<std::size_t>(WaitReason::Io)], Nanoseconds(5ms));
    QCOMPARE(found.meanRunning, 25.0 / 20);
    QCOMPARE(found.meanInProgress, 2.0);
    const RangeTotals beyond = totalsOf(recording, model, {testOrigin - 1s, testOrigin + 1s});
    QCOMPARE(beyond.range, recording.span());
    QVERIFY(linesOf(found).join(u'|').contains(QStringLiteral("mean running 1.25")));
}

void TestPanelModel::totalsOfAnObservedProgram()
{
    const Recording recording =
        recordingFrom("observed; evidence exact; W1: run 0-30@0 unseen "
                      "30-50 run 50-60@0; W2: io 0-15 join 15-20 run 20-60@1");
    PanelModel model;
    model.update(recording);
    const RangeTotals found = totalsOf(recording, model, {testOrigin, testOrigin + 40ms});
    QCOMPARE(found.running, Nanoseconds(30ms + 20ms));
    QCOMPARE(found.unseen, Nanoseconds(10ms));
    QCOMPARE(found.waiting[static_cast<std::size_t>(WaitReason::Io)], Nanoseconds(15ms));
    QCOMPARE(found.meanRunning, 50.0 / 40);
    QCOMPARE(found.meanInProgress, 1.5);  // in periods of 20 ms: one thread, then both
    const QString lines = linesOf(found).join(u'|');
    QVERIFY(lines.contains(QStringLiteral("records were lost 10.0 ms")));
    QVERIFY(lines.contains(QStringLiteral("another to end 5.00 ms")));
}

void TestPanelModel::groups_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("inFirst");
    QTest::addColumn<int>("inLast");
    QTest::newRow("none") << 0 << 0 << 0 << 0;
    QTest::newRow("one") << 1 << 1 << 1 << 1;
    QTest::newRow("as many as fit") << 40 << 40 << 1 << 1;
    QTest::newRow("one more") << 41 << 21 << 2 << 1;
    QTest::newRow("512") << 512 << 21 << 25 << 12;
    QTest::newRow("10,000") << 10'000 << 20 << 500 << 500;
}

void TestPanelModel::groups()
{
    QFETCH(int, total);
    QFETCH(int, rows);
    QFETCH(int, inFirst);
    QFETCH(int, inLast);
    const auto groups = groupRows(static_cast<std::size_t>(total));
    QCOMPARE(static_cast<int>(groups.size()), rows);
    std::size_t next = 0;
    for (const RowGroup group : groups) {
        QCOMPARE(group.first, next);
        next += group.count;
    }
    QCOMPARE(static_cast<int>(next), total);
    if (rows > 0) {
        QCOMPARE(static_cast<int>(groups.front().count), inFirst);
        QCOMPARE(static_cast<int>(groups.back().count), inLast);
    }
}

void TestPanelModel::labels()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(labelOf({2, 1}, RowsBy::Tasks), QStringLiteral("Task 3"));
    QCOMPARE(labelOf({0, 40}, RowsBy::Tasks), QStringLiteral("Tasks 1–40"));
    QCOMPARE(labelOf({9500, 500}, RowsBy::Tasks), QStringLiteral("Tasks 9,501–10,000"));
    QCOMPARE(labelOf({25, 25}, RowsBy::Workers), QStringLiteral("Workers 26–50"));
    QCOMPARE(labelOf({0, 1}, RowsBy::Cores), QStringLiteral("Core 0"));
    QCOMPARE(labelOf({5, 5}, RowsBy::Cores), QStringLiteral("Cores 5–9"));
}

void TestPanelModel::taskRow()
{
    const Recording recording =
        recordingFrom("T1[0-10] T2[20-80]failed; W1: T1 run 0-10 T2 run 20-80 ready 80-100 T1 "
                      "run 100-100");
    PanelModel model;
    model.update(recording);
    RunningColumns running(80);
    const RowPicture row = rowOf(recording, model, RowsBy::Tasks, {1, 1}, 80, running);
    QCOMPARE(row.bars.size(), std::size_t{1});
    QCOMPARE(row.bars[0].first, 20.0);
    QCOMPARE(row.bars[0].last, 80.0);
    QCOMPARE(row.bars[0].mark, Mark::Failed);
    QVERIFY(row.bars[0].ends);
    QCOMPARE(row.notStartedUntil, 20.0);
    QCOMPARE(sum(running.counts()), 60.0);
}

/// What failed is seen in a group, too, each as far as there is room for its mark.
void TestPanelModel::groupsHaveMarks()
{
    const Recording recording = recordingFrom(
        "T1[0-10]failed T2[0-12]cancelled T3[20-50]cancelled T4[60-80]failed T5[0-100]; "
        "W1: T1 run 0-10 T4 run 60-80; W2: T2 run 0-12 T3 run 20-50; W3: T5 run 0-100");
    PanelModel model;
    model.update(recording);
    for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers}) {
        RunningColumns running(100);
        const auto count = RowSource{recording, model, rows}.count();
        const RowPicture row = rowOf(recording, model, rows, {0, count}, 100, running);
        QCOMPARE(row.marked.size(), std::size_t{3});
        QCOMPARE(row.marked[0].last, 10.0);  // and not that of T2, beside it
        QCOMPARE(row.marked[0].mark, Mark::Failed);
        QCOMPARE(row.marked[1].last, 50.0);
        QCOMPARE(row.marked[1].mark, Mark::Cancelled);
        QCOMPARE(row.marked[2].last, 80.0);
        LegendUse use;
        use.add(row, ColourBy::Task);
        QVERIFY(use.extras.test(static_cast<std::size_t>(LegendExtra::Failed)));
        QVERIFY(use.extras.test(static_cast<std::size_t>(LegendExtra::Cancelled)));
    }
}

void TestPanelModel::splitTaskHasLanes()
{
    Recording recording = recordingFrom("W1: T1.0 run 0-10; W2: T1.1 run 0-8 ready 8-10");
    recording.start.plan = {1, 2, 2, WorkerKind::Threads};
    PanelModel model;
    model.update(recording);
    RunningColumns running(10);
    const RowPicture row = rowOf(recording, model, RowsBy::Tasks, {0, 1}, 10, running);
    QCOMPARE(row.bands.size(), std::size_t{2});
    QCOMPARE(row.bands[0].top, 0.0);
    QCOMPARE(row.bands[1].top, 0.5);
    QCOMPARE(row.bands[1].height, 0.5);
    QCOMPARE(sum(running.counts()), 18.0);
}

void TestPanelModel::manyPartsAreAddedUp()
{
    Simulation simulation{.mode = Mode::Parallel};
    simulation.experiment.workers = 64;
    const Recording recording = simulatedRun(simulation);
    PanelModel model;
    model.update(recording);
    RunningColumns running(100);
    const RowPicture row = rowOf(recording, model, RowsBy::Tasks, {0, 1}, 100, running);
    QCOMPARE(row.bands.size(), std::size_t{1});  // 20 pixels are too few for 64 lanes
    QCOMPARE(row.bands[0].height, 1.0);
    QVERIFY(row.bands[0].spans->runs.front().share > 0.99F);  // both cores work for the task
}

void TestPanelModel::workerRowMergesNarrowParts()
{
    Simulation simulation;
    simulation.experiment.tasks = 5000;
    simulation.experiment.taskLength = 100us;
    const Recording recording = simulatedRun(simulation);
    const TimeRange whole = recording.span();
    QVERIFY(barsOf(recording, 0, {whole, 100}).size() <= 100);
    const Columns few({whole.start + 1ms, whole.start + 1500us}, 100);
    const auto bars = barsOf(recording, 0, few);
    QCOMPARE(bars.size(), std::size_t{5});
    QCOMPARE(number(bars.front().task), 11U);
    QCOMPARE(bars.front().first, 0.0);
    QCOMPARE(bars.front().last, 20.0);
}

void TestPanelModel::groupOfTasks()
{
    Simulation simulation;
    simulation.experiment.tasks = 100;
    simulation.experiment.taskLength = 1ms;
    const Recording recording = simulatedRun(simulation);
    PanelModel model;
    model.update(recording);
    RunningColumns running(100);
    const RowPicture row = rowOf(recording, model, RowsBy::Tasks, {20, 10}, 100, running);
    QCOMPARE(row.bars.size(), std::size_t{1});
    QCOMPARE(row.bars[0].first, 20.0);
    QCOMPARE(row.bars[0].last, 30.0);
    QCOMPARE(row.bars[0].task, TaskId::None);
    QCOMPARE(row.bands.size(), std::size_t{1});
    QCOMPARE(row.bands[0].spans->runs.front().first, 20);
    QVERIFY(sum(running.counts()) > 9.9);
}

void TestPanelModel::stripsAgreeWithRows_data()
{
    growsLikeNew_data();
}

void TestPanelModel::stripsAgreeWithRows()
{
    QFETCH(int, mode);
    Simulation simulation{.mode = static_cast<Mode>(mode)};
    simulation.experiment.tasks = 60;
    simulation.experiment.taskLength = 5ms;
    const Recording recording = simulatedRun(simulation);
    PanelModel model;
    model.update(recording);
    constexpr int columns = 500;
    std::array<std::vector<float>, 2> running;
    for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers}) {
        RunningColumns counts(columns);
        const RowSource source{recording, model, rows};
        for (const RowGroup group : groupRows(source.count()))
            rowOf(recording, model, rows, group, columns, counts);
        running[static_cast<std::size_t>(rows)] = counts.counts();
    }
    const double perColumn = static_cast<double>(recording.wall().count()) / columns;
    const double exact = area(runningProfile(recording), recording.span()) / perColumn;
    for (const auto& counts : running)
        QVERIFY2(std::abs(sum(counts) - exact) < exact * 0.002,
                 qPrintable(QStringLiteral("%1 %2").arg(sum(counts)).arg(exact)));
}

QTEST_GUILESS_MAIN(TestPanelModel)
#include "tst_panelmodel.moc"
