#include "core/analysis/study.h"
#include "core/analysis/studyjudgement.h"
#include "core/analysis/studywords.h"
#include "core/model/findings.h"
#include "tests/support/studytext.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace std::chrono_literals;

QString rounded(double value)
{
    return QString::number(value, 'f', 2);
}

QString text(const std::optional<Estimate>& estimate)
{
    if (!estimate)
        return QStringLiteral("unknown");
    return QStringLiteral("%1 (%2-%3)")
        .arg(rounded(estimate->value), rounded(estimate->low), rounded(estimate->high));
}

/// "threads 2 on 2: 50 (48-52) ms, speedup 2.00 (1.88-2.17), efficiency …"
QString text(const StudyPoint& point)
{
    const auto milliseconds = [](double wall) { return QString::number(wall / 1e6); };
    return QStringLiteral("%1 %2 on %3: %4 (%5-%6) ms, speedup %7, efficiency %8")
        .arg(QString::fromStdString(std::string(nameOf(point.with))))
        .arg(point.workers)
        .arg(point.cores)
        .arg(milliseconds(point.wall.value), milliseconds(point.wall.low),
             milliseconds(point.wall.high), text(point.speedup), text(point.efficiency));
}

QString pointsOf(const Study& study)
{
    QStringList points;
    for (const StudyCurve& curve : study.curves) {
        for (const StudyPoint& point : curve.points)
            points << text(point);
    }
    return points.join(QLatin1Char('\n'));
}

Experiment of(const char* workload, int tasks)
{
    Experiment experiment;
    experiment.workload = workload;
    experiment.tasks = tasks;
    return experiment;
}

/// Five repeats of one and two workers without a doubt.
constexpr const char* clear = "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49";

Comparison withOthers(Nanoseconds others, Nanoseconds stolen)
{
    Comparison comparison = studiedFrom(clear);
    for (Recording& run : comparison.runs) {
        run.summary.busyTime = *run.summary.busyTime + others;
        run.summary.stolenTime = stolen;
    }
    return comparison;
}

}  // namespace

/// How an experiment scales, from the runs of a comparison.
class TestStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void points_data();
    void points();
    void onlyRunsOfAStudyThatAreDoneCount();
    void curvesTellIdealAndFitted();
    void fitLooksAtCoresOnly();
    void knees_data();
    void knees();
    void doubts_data();
    void doubts();
    void aFailedRunIsTheReason();
    void disturbances_data();
    void disturbances();
    void ownTimeDisturbsNobody();
    void whoWaitsIsNotDisturbed();
    void summaries_data();
    void summaries();
};

void TestStudy::points_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("points");
    const auto row = [](const char* name, const char* runs, const char* workload,
                        const char* points) {
        QTest::newRow(name) << QString::fromUtf8(runs) << QString::fromUtf8(workload)
                            << QString::fromUtf8(points);
    };
    row("by number of workers, interleaved",
        "threads 2: 52; threads 1: 100; threads 2: 48; threads 1: 104; threads 2: 50", "compute",
        "threads 1 on 1: 102 (100-104) ms, speedup 1.00 (1.00-1.00), efficiency 1.00 (1.00-1.00)\n"
        "threads 2 on 2: 50 (48-52) ms, speedup 2.04 (1.92-2.17), efficiency 1.02 (0.96-1.08)");
    row("efficiency is of the cores that there are", "threads 1: 100; threads 4: 50", "compute",
        "threads 1 on 1: 100 (100-100) ms, speedup 1.00 (1.00-1.00), efficiency 1.00 (1.00-1.00)\n"
        "threads 4 on 2: 50 (50-50) ms, speedup 2.00 (2.00-2.00), efficiency 1.00 (1.00-1.00)");
    row("of waiting, by worker", "threads 1: 100; threads 4: 25", "sleep",
        "threads 1 on 1: 100 (100-100) ms, speedup 1.00 (1.00-1.00), efficiency 1.00 (1.00-1.00)\n"
        "threads 4 on 2: 25 (25-25) ms, speedup 4.00 (4.00-4.00), efficiency 1.00 (1.00-1.00)");
    row("each kind against its own",
        "processes 1: 200; threads 1: 100; processes 2: 100; threads 2: 75", "compute",
        "processes 1 on 1: 200 (200-200) ms, speedup 1.00 (1.00-1.00), efficiency 1.00 "
        "(1.00-1.00)\n"
        "processes 2 on 2: 100 (100-100) ms, speedup 2.00 (2.00-2.00), efficiency 1.00 "
        "(1.00-1.00)\n"
        "threads 1 on 1: 100 (100-100) ms, speedup 1.00 (1.00-1.00), efficiency 1.00 (1.00-1.00)\n"
        "threads 2 on 2: 75 (75-75) ms, speedup 1.33 (1.33-1.33), efficiency 0.67 (0.67-0.67)");
    row("nothing to compare with", "threads 2: 50; threads 3: 51", "compute",
        "threads 2 on 2: 50 (50-50) ms, speedup unknown, efficiency unknown\n"
        "threads 3 on 2: 51 (51-51) ms, speedup unknown, efficiency unknown");
}

void TestStudy::points()
{
    QFETCH(QString, runs);
    QFETCH(QString, workload);
    const Study study =
        studyOf(studiedFrom(runs.toStdString(), of(workload.toUtf8().constData(), 20)));
    QTEST(pointsOf(study), "points");
}

void TestStudy::onlyRunsOfAStudyThatAreDoneCount()
{
    Comparison comparison = studiedFrom("threads 1: 100 1 2 3 4 5 6; threads 2: 50");
    comparison.runs[1].summary.end = RunEnd::Failed;
    comparison.runs[2].summary.end = RunEnd::Interrupted;
    comparison.runs[3].summary.end = RunEnd::NotYet;
    comparison.runs[4].start.plan = {4, 1, 1, WorkerKind::Threads};  // tasks in turns on one core
    comparison.runs[5].start.command = {"xz"};
    comparison.runs[6].start.mode = Mode::Sequential;
    const Study study = studyOf(comparison);
    QCOMPARE(study.curves.size(), std::size_t{1});
    QCOMPARE(pointWith(study.curves[0], 1)->repeats, std::vector<double>{100e6});
    QCOMPARE(pointWith(study.curves[0], 2)->repeats, std::vector<double>{50e6});
    QVERIFY(!pointWith(study.curves[0], 4));
    QVERIFY(studyOf({}).curves.empty());
}

void TestStudy::curvesTellIdealAndFitted()
{
    // 20 % serial: 1 ÷ (0.2 + 0.8 ÷ 2) = 1.67, and no more with more workers than cores.
    const Study study =
        studyOf(studiedFrom("threads 1: 100; threads 2: 60; threads 3: 66; threads 4: 70"));
    const StudyCurve& curve = study.curves.at(0);
    QCOMPARE(rounded(curve.serial->value), QStringLiteral("0.20"));
    QStringList lines;
    for (const StudyPoint& point : curve.points)
        lines << rounded(point.ideal) + QLatin1Char(' ') + rounded(*point.fitted);
    QCOMPARE(lines.join(QLatin1String(", ")),
             QStringLiteral("1.00 1.00, 2.00 1.67, 2.00 1.67, 2.00 1.67"));
    QCOMPARE(fastestOf(curve)->workers, 2);
    QVERIFY(!fastestOf(studyOf(studiedFrom("threads 2: 50")).curves.at(0)));
}

void TestStudy::fitLooksAtCoresOnly()
{
    const Study few = studyOf(studiedFrom("threads 1: 100; threads 2: 60"));
    const Study many = studyOf(studiedFrom("threads 1: 100; threads 2: 60; threads 8: 600"));
    QCOMPARE(many.curves.at(0).serial->value, few.curves.at(0).serial->value);
    // Ten sleeps take four workers three rounds: nothing of that is serial.
    const Study waiting = studyOf(studiedFrom(
        "threads 1: 100; threads 2: 50; threads 3: 40; threads 4: 30; threads 5: 20; threads 9: 20",
        of("sleep", 10)));
    QCOMPARE(rounded(waiting.curves.at(0).serial->value), QStringLiteral("0.00"));
}

void TestStudy::knees_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<int>("knee");  // 0: none
    const auto row = [](const char* name, const char* runs, int knee) {
        QTest::newRow(name) << QString::fromUtf8(runs) << knee;
    };
    const char* const flat = "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49;"
                             "threads 3: 50 50 51 50 49; threads 4: 51 50 50 49 50";
    row("flat past two", flat, 2);
    row("slower past two",
        "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49;"
        "threads 3: 60 61 60 60 60; threads 4: 70 71 70 70 70",
        2);
    row("one is as good as any", "threads 1: 100 101 99 100 100; threads 2: 100 99 101 100 100", 1);
    row("still rising at the last",
        "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49; threads 3: 33 34 33 33 33", 0);
    row("what follows varies too much",
        "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49;"
        "threads 3: 50 50 60 50 40",
        0);
    row("it varies too much itself",
        "threads 1: 100 101 99 100 100; threads 2: 60 51 60 60 49;"
        "threads 3: 50 50 51 50 49",
        0);
    row("one number of workers", "threads 1: 100 101 99 100 100", 0);
}

void TestStudy::knees()
{
    QFETCH(QString, runs);
    const Study study = studyOf(studiedFrom(runs.toStdString()));
    QCOMPARE(study.reason, std::string());
    QTEST(study.curves.at(0).knee.value_or(0), "knee");

    Comparison busy = studiedFrom(runs.toStdString());
    for (Recording& run : busy.runs)
        run.summary.stolenTime = run.wall();
    QVERIFY(!studyOf(busy).curves.at(0).knee);
}

void TestStudy::doubts_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* runs, const char* reason) {
        QTest::newRow(name) << QString::fromUtf8(runs) << QString::fromUtf8(reason);
    };
    row("nothing", "", "no run is done.");
    row("none", clear, "");
    row("too few repeats", "threads 1: 100 100 100 100 100; threads 2: 50 50 50 50",
        "with 2 workers (threads) 4 runs are done; at least 5 are needed.");
    row("one repeat", "processes 1: 100",
        "with 1 worker (processes) 1 run is done; at least 5 are "
        "needed.");
    row("not one worker", "threads 2: 50 50 50 50 50",
        "no run with 1 worker (threads) is done, to compare the others with.");
    row("the first differs", "threads 1: 100 100 100 100 126; threads 2: 50 50 50 50 50",
        "the repeats differ too much: with 1 worker (threads) the interval is 26 % of the time; at "
        "most 25 % is allowed.");
    row("as much as may be", "threads 1: 100 100 100 100 125; threads 2: 50 50 50 50 50", "");
    row("half of them differ", "threads 1: 100 100 100 100 100; threads 2: 50 50 50 50 90", "");
    row("most of them differ",
        "threads 1: 100 100 100 100 100; threads 2: 50 50 50 50 90; threads 3: 50 50 50 50 70",
        "the repeats differ too much: with 2 workers (threads) the interval is 80 % of the time; "
        "at most 25 % is allowed.");
    row("of any kind",
        "threads 1: 100 100 100 100 100; threads 2: 50 50 50 50 50; processes 1: 50 50 50 50 90",
        "the repeats differ too much: with 1 worker (processes) the interval is 80 % of the time; "
        "at most 25 % is allowed.");
}

void TestStudy::doubts()
{
    QFETCH(QString, runs);
    const Study study = studyOf(studiedFrom(runs.toStdString()));
    QTEST(QString::fromStdString(study.reason), "reason");
    QCOMPARE(study.isInconclusive(), !study.reason.empty());
}

void TestStudy::aFailedRunIsTheReason()
{
    Comparison comparison = studiedFrom("threads 1: 100 100");
    Recording& run = comparison.runs[1];
    run.summary.end = RunEnd::Failed;
    run.summary.message = "the server is gone";
    QCOMPARE(QString::fromStdString(studyOf(comparison).reason),
             QStringLiteral("run 2 failed: the server is gone."));
    run.tasks.assign(2, Task{});
    run.tasks[1].id = TaskId{2};
    run.tasks[1].outcome = Outcome::Failed;
    run.tasks[1].error = "status 404";
    QCOMPARE(QString::fromStdString(studyOf(comparison).reason),
             QStringLiteral("run 2 failed: task 2: status 404."));
}

void TestStudy::disturbances_data()
{
    QTest::addColumn<int>("others");  // in each run, in µs
    QTest::addColumn<int>("stolen");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, int others, int stolen, const char* reason) {
        QTest::newRow(name) << others << stolen << QString::fromUtf8(reason);
    };
    // The ten runs take 75 ms on average, of two cores: 5 % are 7.5 ms.
    row("idle", 0, 0, "");
    row("a little", 7'000, 0, "");
    row("others", 15'000, 0,
        "the machine was busy; others took 10 % of its cores' time during the runs (the hypervisor "
        "0 %), and at most 5 % is allowed.");
    row("the hypervisor", 0, 15'000,
        "the machine was busy; others took 10 % of its cores' time during the runs (the hypervisor "
        "10 %), and at most 5 % is allowed.");
    row("both, each a little", 6'000, 6'000,
        "the machine was busy; others took 8 % of its cores' time during the runs (the hypervisor "
        "4 %), and at most 5 % is allowed.");
    row("stolen time that is accounted to the workers", -15'000, 15'000,
        "the machine was busy; others took 10 % of its cores' time during the runs (the hypervisor "
        "10 %), and at most 5 % is allowed.");
    row("steps of the clock", -5'000, 0, "");
}

void TestStudy::disturbances()
{
    QFETCH(int, others);
    QFETCH(int, stolen);
    const Study study =
        studyOf(withOthers(std::chrono::microseconds(others), std::chrono::microseconds(stolen)));
    QTEST(QString::fromStdString(study.reason), "reason");
    QVERIFY(study.disturbance->taken >= 0);
}

void TestStudy::ownTimeDisturbsNobody()
{
    Comparison comparison = withOthers(30ms, 0ms);
    QVERIFY(studyOf(comparison).isInconclusive());
    for (Recording& run : comparison.runs) {
        run.summary.observerTime = 5ms;
        run.summary.systemTime = 5ms;
        run.summary.findings = {{finding::pictures, 3, {}},
                                {finding::serverCpu, Nanoseconds(20ms).count(), {}}};
    }
    QCOMPARE(studyOf(comparison).disturbance->taken, 0.0);
    for (Recording& run : comparison.runs)
        run.summary.busyTime.reset();
    QVERIFY(!studyOf(comparison).disturbance);
    QVERIFY(!studyOf(comparison).isInconclusive());
}

void TestStudy::whoWaitsIsNotDisturbed()
{
    Comparison comparison = withOthers(60ms, 0ms);
    QVERIFY(studyOf(comparison).isInconclusive());
    for (Recording& run : comparison.runs)
        run.summary.userTime = run.wall() / 8;  // 6 % of two cores
    QVERIFY(studyOf(comparison).disturbance->taken > 0.5);
    QVERIFY(!studyOf(comparison).isInconclusive());
    for (Recording& run : comparison.runs)
        run.summary.userTime = run.wall() / 4;  // 12.5 %
    QVERIFY(studyOf(comparison).isInconclusive());
}

void TestStudy::summaries_data()
{
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("summary");
    const auto row = [](const char* runs, const char* summary) {
        QTest::newRow(summary) << QString::fromUtf8(runs) << QString::fromUtf8(summary);
    };
    row(clear, "With threads, 2 workers are 2.00 times as fast as one (1.94 to 2.06), with 0 % of "
               "the work serial (0 % to 2 %).");
    row("threads 1: 100 100 100 100 100; threads 2: 80 80 80 80 80; threads 3: 79 79 79 79 80;"
        "processes 1: 100 100 100 100 100; processes 2: 100 100 100 100 100",
        "With threads, 2 workers are 1.25 times as fast as one (1.25 to 1.25) and more bring "
        "nothing, with 60 % of the work serial (60 % to 60 %); with processes, more than one "
        "worker "
        "brings nothing.");
    row("threads 1: 100 100 100 100 100; threads 2: 50 60 70 110 120",
        "With threads, 2 workers are 1.43 times as fast as one (0.83 to 2.00), with 40 % of the "
        "work serial (0 % to 100 %).");
    row("threads 1: 100 100 100 100 100; threads 2: 110 110 110 110 80",
        "With threads, no number of workers is faster than one.");
    row("threads 1: 100 100",
        "Inconclusive: with 1 worker (threads) 2 runs are done; at least 5 are needed.");
}

void TestStudy::summaries()
{
    QFETCH(QString, runs);
    QTEST(QString::fromStdString(summaryOf(studyOf(studiedFrom(runs.toStdString())))), "summary");
}

QTEST_APPLESS_MAIN(TestStudy)
#include "tst_study.moc"
