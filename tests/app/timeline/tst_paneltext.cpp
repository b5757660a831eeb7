#include "app/timeline/paneltext.h"
#include "app/timeline/plantext.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"

#include <QLocale>
#include <QTest>

using namespace std::chrono_literals;

namespace {

Comparison shortComparison()
{
    Experiment experiment;
    experiment.taskLength = 60ms;
    return simulatedComparison(experiment);
}

PanelText ended(const Comparison& comparison, std::size_t run)
{
    return textOf(comparison, run, judge(comparison.runs[run]), Feed::Ended);
}

}  // namespace

/// The words of a panel.
class TestPanelText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void titles_data();
    void titles();
    void repeatsAreNumbered();
    void sentences_data();
    void sentences();
    void verdicts_data();
    void verdicts();
    void figures();
    void whileRunning();
    void problems_data();
    void problems();
    void describesAll();
    void observedPrograms();
    void exitStatuses_data();
    void exitStatuses();
    void evidenceIsExplained();
    void deadlocks();
    void findingsAndFailures();
};

void TestPanelText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestPanelText::titles_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("title");
    QTest::newRow("none") << -1 << "Run";
    QTest::newRow("sequential") << 0 << "Sequential";
    QTest::newRow("concurrent") << 1 << "Concurrent";
    QTest::newRow("parallel") << 2 << "Parallel";
    QTest::newRow("both") << 3 << "Concurrent + parallel";
    QTest::newRow("both-split") << 4 << "Concurrent + parallel, split tasks";
}

void TestPanelText::titles()
{
    QFETCH(int, mode);
    QFETCH(QString, title);
    QCOMPARE(titleOf(mode < 0 ? std::nullopt : std::optional(static_cast<Mode>(mode))), title);
}

void TestPanelText::repeatsAreNumbered()
{
    Comparison comparison = shortComparison();
    comparison.runs.push_back(comparison.runs[1]);
    QCOMPARE(titleOf(comparison, 0), QStringLiteral("Sequential"));
    QCOMPARE(titleOf(comparison, 1), QStringLiteral("Concurrent, repeat 1"));
    QCOMPARE(titleOf(comparison, 5), QStringLiteral("Concurrent, repeat 2"));

    comparison.runs.resize(2);
    comparison.runs[0].start.mode.reset();
    comparison.runs[1].start.mode.reset();
    comparison.runs[0].start.plan = {1, 1, 1, WorkerKind::Processes};
    comparison.runs[1].start.plan = {4, 1, 1, WorkerKind::EventLoop};
    QCOMPARE(titleOf(comparison, 0), QStringLiteral("Run with 1 worker process"));
    QCOMPARE(titleOf(comparison, 1), QStringLiteral("Run with 4 tasks in progress"));
}

void TestPanelText::sentences_data()
{
    QTest::addColumn<QList<int>>("plan");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("sequential") << QList{1, 1, 1} << 0 << "1 worker · one task after another";
    QTest::newRow("concurrent") << QList{4, 1, 1} << 0 << "4 workers take turns on 1 core";
    QTest::newRow("parallel") << QList{1, 2, 2} << 0
                              << "one task at a time, split across 2 workers on 2 cores";
    QTest::newRow("both") << QList{4, 1, 2} << 0 << "4 workers share 2 cores";
    QTest::newRow("a core each") << QList{4, 1, 4} << 0 << "4 workers on 4 cores";
    QTest::newRow("both, split") << QList{4, 2, 2} << 0
                                 << "4 tasks at once, each split in 2, on 2 cores";
    QTest::newRow("processes") << QList{4, 1, 1} << 1 << "4 worker processes take turns on 1 core";
    QTest::newRow("one process") << QList{1, 1, 1} << 1
                                 << "1 worker process · one task after another";
    const int lock = static_cast<int>(WorkerKind::GlobalLock);
    const int loop = static_cast<int>(WorkerKind::EventLoop);
    QTest::newRow("global lock")
        << QList{5, 1, 1} << lock
        << "5 threads under one global lock (a model of CPython's) take turns on 1 core";
    QTest::newRow("global lock, split")
        << QList{3, 2, 2} << lock
        << "3 tasks at once, each split in 2, for 6 threads under one global lock (a model of "
           "CPython's) on 2 cores";
    QTest::newRow("event loop") << QList{5, 1, 1} << loop
                                << "an event loop, up to 5 tasks in progress";
    QTest::newRow("event loop, one")
        << QList{1, 1, 1} << loop << "an event loop · one task after another";
    QTest::newRow("event loop, split")
        << QList{5, 2, 2} << loop << "an event loop, up to 5 tasks in progress, each split in 2";
}

void TestPanelText::sentences()
{
    QFETCH(QList<int>, plan);
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    QCOMPARE(sentenceOf(Plan{plan[0], plan[1], plan[2], static_cast<WorkerKind>(kind)}), sentence);
}

void TestPanelText::verdicts_data()
{
    QTest::addColumn<int>("run");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("detail");
    QTest::newRow("sequential") << 0 << "Neither"
                                << "never 2 tasks in progress";
    QTest::newRow("concurrent") << 1 << "Concurrent, not parallel"
                                << "4 in progress · 1 running";
    QTest::newRow("parallel") << 2 << "Parallel, not concurrent"
                              << "1 in progress · 2 running";
    QTest::newRow("both") << 3 << "Concurrent and parallel"
                          << "4 in progress · 2 running";
}

void TestPanelText::verdicts()
{
    QFETCH(int, run);
    QFETCH(QString, verdict);
    QFETCH(QString, detail);
    const PanelText text = ended(shortComparison(), static_cast<std::size_t>(run));
    QCOMPARE(text.verdict, verdict);
    QCOMPARE(text.detail, detail);
    Judgement doubtful;
    doubtful.reason = "3 records were lost";
    QCOMPARE(verdictDetail(doubtful), QStringLiteral("3 records were lost"));
}

void TestPanelText::figures()
{
    const Comparison comparison = shortComparison();
    const PanelText text = ended(comparison, 3);
    QCOMPARE(text.wall, QStringLiteral("120 ms"));
    QCOMPARE(text.factor, QStringLiteral("2.00×"));
    QVERIFY(text.hint.contains(QStringLiteral("efficiency 100 %")));
    QVERIFY(text.hint.contains(QStringLiteral("inferred")));
    Comparison alone = comparison;
    alone.runs.erase(alone.runs.begin());  // no sequential run: nothing to divide by
    QVERIFY(ended(alone, 2).factor.isEmpty());
}

void TestPanelText::whileRunning()
{
    Comparison comparison;
    comparison.runs.push_back(
        simulatedRun({.mode = Mode::Concurrent, .experiment = {}, .until = 130ms}));
    const PanelText text = textOf(comparison, 0, {}, Feed::Live);
    QVERIFY(text.isRunning);
    QCOMPARE(text.verdict, QStringLiteral("running…"));
    QCOMPARE(text.wall, QStringLiteral("130 ms"));
    QVERIFY(text.problem.isEmpty() && text.factor.isEmpty());
    const PanelText cut = textOf(comparison, 0, {}, Feed::Ended);
    QVERIFY(!cut.isRunning);
    QCOMPARE(cut.problem, QStringLiteral("cut off"));
    comparison.runs.push_back(comparison.runs.front());  // another run has begun since
    QCOMPARE(textOf(comparison, 0, {}, Feed::Live).problem, QStringLiteral("cut off"));
}

void TestPanelText::problems_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("problem");
    QTest::newRow("done") << static_cast<int>(RunEnd::Done) << ""
                          << "";
    QTest::newRow("failed") << static_cast<int>(RunEnd::Failed) << ""
                            << "failed";
    QTest::newRow("why") << static_cast<int>(RunEnd::Failed) << "no memory"
                         << "failed: no memory";
    QTest::newRow("stopped") << static_cast<int>(RunEnd::Interrupted) << ""
                             << "stopped";
}

void TestPanelText::problems()
{
    QFETCH(int, end);
    QFETCH(QString, message);
    QFETCH(QString, problem);
    Comparison comparison = shortComparison();
    comparison.runs[1].summary.end = static_cast<RunEnd>(end);
    comparison.runs[1].summary.message = message.toStdString();
    QCOMPARE(ended(comparison, 1).problem, problem);
}

void TestPanelText::describesAll()
{
    QCOMPARE(ended(shortComparison(), 0).description,
             QStringLiteral("1 worker · one task after another, 240 ms, speedup 1.00×, Neither, "
                            "never 2 tasks in progress"));
}

namespace {

/// Two threads that compute side by side.
Comparison observedComparison()
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs.push_back(
        recordingFrom("observed; evidence exact; W1: run 0-100@0; W2: ready 0-10 run 10-100@1"));
    comparison.runs.front().start.command = {"/usr/bin/xz", "-T2", "a file"};
    for (Worker& worker : comparison.runs.front().workers)
        worker.pid = 300;
    return comparison;
}

}  // namespace

void TestPanelText::observedPrograms()
{
    Comparison comparison = observedComparison();
    const PanelText text = ended(comparison, 0);
    QCOMPARE(text.title, QStringLiteral("xz -T2 a file"));
    QCOMPARE(text.detail, QStringLiteral("2 threads in progress · 2 running"));
    QCOMPARE(text.description,
             QStringLiteral("1 process, 2 threads on 2 cores · exact evidence, 100 ms, Concurrent "
                            "and parallel, 2 threads in progress · 2 running"));
    QVERIFY(text.hint.contains(QStringLiteral("/usr/bin/xz -T2 a file")));
    comparison.runs.insert(comparison.runs.begin(), shortComparison().runs.front());
    QVERIFY(ended(comparison, 1).factor.isEmpty());  // a sequential run is of something else
    QVERIFY(!ended(comparison, 1).hint.contains(QStringLiteral("peedup")));
    comparison.runs.push_back(comparison.runs.back());
    QCOMPARE(titleOf(comparison, 2), QStringLiteral("xz -T2 a file, repeat 2"));
    comparison.runs.back().start.command = {"cat"};
    QCOMPARE(titleOf(comparison, 2), QStringLiteral("cat"));
}

void TestPanelText::exitStatuses_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("problem");
    const int failed = static_cast<int>(RunEnd::Failed);
    QTest::newRow("done") << static_cast<int>(RunEnd::Done) << 0 << ""
                          << "";
    QTest::newRow("failed") << failed << 3 << ""
                            << "exit status 3";
    QTest::newRow("killed") << failed << 137 << "was killed"
                            << "exit status 137: was killed";
    QTest::newRow("stopped") << static_cast<int>(RunEnd::Interrupted) << 130 << ""
                             << "exit status 130: stopped";
    QTest::newRow("of no matter") << static_cast<int>(RunEnd::Done) << 1 << ""
                                  << "exit status 1";
    QTest::newRow("failed otherwise") << failed << 0 << "could not be started"
                                      << "failed: could not be started";
}

void TestPanelText::exitStatuses()
{
    QFETCH(int, end);
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(QString, problem);
    Comparison comparison = observedComparison();
    RunSummary& summary = comparison.runs.front().summary;
    summary = {
        .end = static_cast<RunEnd>(end), .exitStatus = status, .message = message.toStdString()};
    QCOMPARE(ended(comparison, 0).problem, problem);
}

void TestPanelText::evidenceIsExplained()
{
    Comparison comparison = observedComparison();
    Recording& run = comparison.runs.front();
    QVERIFY(!ended(comparison, 0).hint.contains(QStringLiteral("hypervisor")));
    run.start.evidenceNote = "sudo sysctl kernel.perf_event_paranoid=2 makes it exact";
    run.summary.lostRecords = 12;
    run.summary.stolenTime = 900us;  // 0.45 % of two cores
    QString hint = ended(comparison, 0).hint;
    QVERIFY(hint.contains(QStringLiteral("perf_event_paranoid=2")));
    QVERIFY(hint.contains(QStringLiteral("12 records were lost")));
    QVERIFY(!hint.contains(QStringLiteral("hypervisor")));
    run.summary.lostRecords = 1;
    run.summary.stolenTime = 5ms;
    hint = ended(comparison, 0).hint;
    QVERIFY(hint.contains(QStringLiteral("1 record was lost")));
    QVERIFY(hint.contains(QStringLiteral("took 5.00 ms from the cores, 2.5 % of their time")));
}

void TestPanelText::deadlocks()
{
    Comparison comparison;
    comparison.runs.push_back(recordingFrom("T1[0-200] T2[0-150]failed; "
                                            "W1: T1 run 0-10 lock 10-150#2T2 run 150-200; "
                                            "W2: T2 run 0-20 lock 20-150#1T1"));
    comparison.runs[0].summary.end = RunEnd::Failed;
    comparison.runs[0].summary.findings = {{"deadlocks", 1}};
    const PanelText text = ended(comparison, 0);
    QCOMPARE(text.deadlock, QStringLiteral("deadlock: 2 → 1 → 2"));
    QCOMPARE(text.alarm(), QStringLiteral("failed · deadlock: 2 → 1 → 2"));
    QVERIFY(text.headline.isEmpty());  // it would say the same in fewer words
    QVERIFY(text.description.endsWith(QStringLiteral("failed, deadlock: 2 → 1 → 2, 1 deadlock")));

    Recording& run = comparison.runs[0];  // the same while it stands
    run.summary.end = RunEnd::NotYet;
    run.knownUntil = run.workers[1].waits.back().end;
    run.workers[0].slices.pop_back();
    for (Worker& worker : run.workers)
        worker.stop.reset();
    for (Task& task : run.tasks)
        task.stop.reset();
    const PanelText live = textOf(comparison, 0, {}, Feed::Live);
    QVERIFY(live.isRunning);
    QCOMPARE(live.alarm(), QStringLiteral("deadlock: 1 → 2 → 1"));
}

void TestPanelText::findingsAndFailures()
{
    Comparison comparison = shortComparison();
    comparison.runs[1].summary.findings = {{"count", 7, 20}, {"worker_start_ns", 80'000}};
    comparison.runs[1].tasks[2].error = std::string("out of memory, ") + std::string(400, 'x');
    const PanelText text = ended(comparison, 1);
    QCOMPARE(text.headline, QStringLiteral("13 additions lost"));
    QVERIFY(text.hint.contains(QStringLiteral("counted 7 of 20: 13 additions were lost")));
    QVERIFY(text.hint.contains(QStringLiteral("\n80.0 µs to start a worker (median)\n")));
    QVERIFY(text.hint.contains(QStringLiteral("\nTask 3: out of memory, ") + QString(400, u'x')));
    QVERIFY(text.description.endsWith(QStringLiteral("80.0 µs to start a worker (median)")));
}

QTEST_GUILESS_MAIN(TestPanelText)
#include "tst_paneltext.moc"
