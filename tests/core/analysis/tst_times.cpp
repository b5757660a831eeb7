#include "core/analysis/times.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

/// "running 5 ready 3 blocked 2, 2 slices"
QString text(const WorkerTimes& times)
{
    return QStringLiteral("running %1 ready %2 blocked %3, %4 slices")
        .arg(QString::fromStdString(lengthText(times.running)),
             QString::fromStdString(lengthText(times.ready)),
             QString::fromStdString(lengthText(times.blocked)))
        .arg(times.slices);
}

/// A run of one task with this wall time.
Recording run(Mode mode, const std::string& wall, RunEnd end = RunEnd::Done)
{
    Recording run = recordingFrom("T1[0-" + wall + "]");
    run.start.mode = mode;
    run.start.plan.cores = 2;
    run.summary.end = end;
    return run;
}

Comparison comparisonOf(std::vector<Recording> runs)
{
    Comparison comparison;
    comparison.runs = std::move(runs);
    return comparison;
}

}  // namespace

/// What workers did with their time, and how much faster a run was.
class TestTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesOfWorker_data();
    void timesOfWorker();
    void medians_data();
    void medians();
    void sequentialWallIsTheMedianOfThoseDone();
    void speedups();
    void speedupsOfASweep();
    void noSpeedupWithoutTheSameWork();
};

void TestTimes::timesOfWorker_data()
{
    QTest::addColumn<std::string>("worker");
    QTest::addColumn<QString>("times");
    QTest::addColumn<bool>("isWholeLife");
    const auto row = [](const char* name, const char* worker, const char* times,
                        bool isWholeLife = true) {
        QTest::newRow(name) << "W1: " + std::string(worker) << QString::fromUtf8(times)
                            << isWholeLife;
    };
    row("runs", "run 0-10", "running 10 ready 0 blocked 0, 1 slices");
    row("is ready", "T1 run 0-10 ready 10-13 run 13-20", "running 17 ready 3 blocked 0, 2 slices");
    row("is blocked, for every reason",
        "run 0-1 io 1-2 lock 2-4 queue 4-8 sleep 8-16 join 16-32 unknown 32-64 run 64-65",
        "running 2 ready 0 blocked 63, 2 slices");
    row("a slice is a stay on a core, whatever it does there",
        "run 0-1@0 T1 run 1-5@0 T2 run 5-9@0 - run 9-10@0",
        "running 10 ready 0 blocked 0, 1 slices");
    row("another core, another slice", "T1 run 0-4@0 run 4-10@1",
        "running 10 ready 0 blocked 0, 2 slices");
    row("some of it is not known", "T1 run 0-4@0 run 6-10@0",
        "running 8 ready 0 blocked 0, 2 slices", false);
}

void TestTimes::timesOfWorker()
{
    QFETCH(std::string, worker);
    QFETCH(bool, isWholeLife);
    const Worker parsed = recordingFrom(worker).workers[0];
    const WorkerTimes times = timesOf(parsed);
    QTEST(text(times), "times");
    const Nanoseconds life = *parsed.stop - parsed.start;
    QCOMPARE(times.running + times.ready + times.blocked == life, isWholeLife);
    QCOMPARE(timesOf(Worker{}), WorkerTimes{});
}

void TestTimes::medians_data()
{
    QTest::addColumn<std::vector<Nanoseconds>>("values");
    QTest::addColumn<int>("median");
    using Values = std::vector<Nanoseconds>;
    QTest::newRow("one") << Values{Nanoseconds(7)} << 7;
    QTest::newRow("two") << Values{Nanoseconds(9), Nanoseconds(4)} << 6;
    QTest::newRow("three") << Values{Nanoseconds(9), Nanoseconds(1), Nanoseconds(2)} << 2;
    QTest::newRow("four") << Values{Nanoseconds(9), Nanoseconds(1), Nanoseconds(2), Nanoseconds(4)}
                          << 3;
}

void TestTimes::medians()
{
    QFETCH(std::vector<Nanoseconds>, values);
    QTEST(static_cast<int>(median(values).count()), "median");
    const Nanoseconds most = Nanoseconds::max();
    QCOMPARE(median({most, most}), most);
}

void TestTimes::sequentialWallIsTheMedianOfThoseDone()
{
    QVERIFY(!sequentialWall({}));
    QVERIFY(!sequentialWall(comparisonOf({run(Mode::Parallel, "9")})));
    QVERIFY(!sequentialWall(comparisonOf({run(Mode::Sequential, "9", RunEnd::Interrupted)})));
    QCOMPARE(sequentialWall(comparisonOf(
                 {run(Mode::Sequential, "30"), run(Mode::Parallel, "9"),
                  run(Mode::Sequential, "10"), run(Mode::Sequential, "1", RunEnd::Failed),
                  run(Mode::Sequential, "2", RunEnd::NotYet), run(Mode::Sequential, "20")})),
             lengthFrom("20"));
}

void TestTimes::speedups()
{
    const Comparison comparison =
        comparisonOf({run(Mode::Sequential, "20"), run(Mode::Parallel, "8")});
    QCOMPARE(speedup(comparison, comparison.runs[0]), 1.0);
    QCOMPARE(speedup(comparison, comparison.runs[1]), 2.5);
    QCOMPARE(efficiency(comparison, comparison.runs[1]), 1.25);
    Recording oneCore = comparison.runs[1];
    oneCore.start.plan.cores = 1;
    QCOMPARE(efficiency(comparison, oneCore), 2.5);
}

void TestTimes::speedupsOfASweep()
{
    const auto with = [](int workers, WorkerKind kind, const std::string& length) {
        Recording swept = run(Mode::Parallel, length);
        swept.start.mode.reset();
        swept.start.plan = {.inProgress = 1, .split = workers, .cores = 2, .with = kind};
        return swept;
    };
    using enum WorkerKind;
    Comparison sweep =
        comparisonOf({with(1, Threads, "30"), with(2, Threads, "10"), with(1, Processes, "40"),
                      with(2, Processes, "20"), with(1, Threads, "10"), with(1, Threads, "20")});
    QCOMPARE(speedup(sweep, sweep.runs[1]), 2.0);  // by the median of 30, 10 and 20
    QCOMPARE(speedup(sweep, sweep.runs[3]), 2.0);  // by one worker of its own kind
    QCOMPARE(speedup(sweep, sweep.runs[2]), 1.0);
    const Comparison alone = comparisonOf({with(1, Threads, "30"), with(1, Threads, "10")});
    QVERIFY(!speedup(alone, alone.runs[0]));
    const Comparison baseless = comparisonOf({with(2, Threads, "30"), with(3, Threads, "10")});
    QVERIFY(!speedup(baseless, baseless.runs[0]));
    sweep.runs.push_back(run(Mode::Sequential, "50"));
    QCOMPARE(speedup(sweep, sweep.runs[1]), 5.0);
}

void TestTimes::noSpeedupWithoutTheSameWork()
{
    const Comparison comparison = comparisonOf({run(Mode::Sequential, "20")});
    for (const RunEnd end : {RunEnd::NotYet, RunEnd::Failed, RunEnd::Interrupted}) {
        QVERIFY(!speedup(comparison, run(Mode::Parallel, "8", end)));
        QVERIFY(!efficiency(comparison, run(Mode::Parallel, "8", end)));
    }
    QVERIFY(!speedup(comparison, run(Mode::Parallel, "0")));
    QVERIFY(!speedup({}, run(Mode::Parallel, "8")));

    Recording noCores = run(Mode::Parallel, "8");
    noCores.start.plan.cores = 0;
    QVERIFY(!efficiency(comparison, noCores));
}

QTEST_APPLESS_MAIN(TestTimes)
#include "tst_times.moc"
