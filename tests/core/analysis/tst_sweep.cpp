#include "core/analysis/sweep.h"

#include <QTest>

namespace {

constexpr int machineCores = 4;

Experiment experimentOf(const QString& workload, const QString& kind, int tasks)
{
    Experiment experiment;
    experiment.workload = workload.toStdString();
    experiment.with = *workerKindNamed(kind.toStdString());
    experiment.tasks = tasks;
    return experiment;
}

QString text(const Plan& plan)
{
    return QStringLiteral("%1 in progress, split %2, %3 cores")
        .arg(plan.inProgress)
        .arg(plan.split)
        .arg(plan.cores);
}

}  // namespace

/// What "n workers" means in a study, and what so many could gain.
class TestSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void plansOfOtherKindsAreNone();
    void whatEfficiencyIsCountedBy();
};

void TestSweep::plans_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("workers");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<double>("ideal");
    QTest::addColumn<double>("usable");
    const auto row = [](const char* workload, const char* kind, int tasks, int workers,
                        const char* plan, double ideal, double usable) {
        QTest::addRow("%d tasks of %s, %d %s", tasks, workload, workers, kind)
            << QString::fromUtf8(workload) << QString::fromUtf8(kind) << tasks << workers
            << QString::fromUtf8(plan) << ideal << usable;
    };
    row("compute", "threads", 2, 1, "1 in progress, split 1, 1 cores", 1, 1);
    row("compute", "threads", 2, 3, "1 in progress, split 3, 3 cores", 3, 3);
    row("compute", "processes", 2, 8, "1 in progress, split 8, 4 cores", 4, 4);
    row("append", "global-lock", 2, 8, "1 in progress, split 8, 4 cores", 4, 4);
    row("compute", "event-loop", 9, 3, "3 in progress, split 1, 1 cores", 1, 1);
    row("sleep", "threads", 10, 1, "1 in progress, split 1, 1 cores", 1, 1);
    row("sleep", "threads", 10, 4, "4 in progress, split 1, 4 cores", 4, 10.0 / 3);
    row("sleep", "threads", 10, 5, "5 in progress, split 1, 4 cores", 5, 5);
    row("download", "processes", 35, 40, "40 in progress, split 1, 4 cores", 35, 35);
    row("download", "event-loop", 35, 6, "6 in progress, split 1, 1 cores", 6, 35.0 / 6);
    row("philosophers", "threads", 5, 3, "3 in progress, split 1, 3 cores", 3, 2.5);
    row("philosophers", "threads", 5, 8, "8 in progress, split 1, 4 cores", 4, 2.5);
    row("of a later version", "threads", 2, 3, "1 in progress, split 3, 3 cores", 3, 3);
}

void TestSweep::plans()
{
    QFETCH(QString, workload);
    QFETCH(QString, kind);
    QFETCH(int, tasks);
    QFETCH(int, workers);
    const Experiment experiment = experimentOf(workload, kind, tasks);
    const Plan plan = planWith(experiment, workers, machineCores);
    QTEST(text(plan), "plan");
    QCOMPARE(plan.with, experiment.with);
    QVERIFY(validate(plan, experiment, machineCores));
    QCOMPARE(workersInStudy(plan, experiment, machineCores), std::optional(workers));
    QTEST(idealSpeedup(experiment, workers, machineCores), "ideal");
    QTEST(usableWorkers(experiment, workers, machineCores), "usable");
}

void TestSweep::plansOfOtherKindsAreNone()
{
    Experiment experiment = experimentOf(QStringLiteral("compute"), QStringLiteral("threads"), 4);
    const auto threads = WorkerKind::Threads;
    QVERIFY(!workersInStudy({4, 1, 1, threads}, experiment, machineCores));
    QVERIFY(!workersInStudy({4, 1, 4, threads}, experiment, machineCores));
    QVERIFY(!workersInStudy({1, 2, 1, threads}, experiment, machineCores));
    QVERIFY(!workersInStudy({2, 2, 4, threads}, experiment, machineCores));
    // The kind is the plan's, whatever the experiment was first asked for.
    experiment.with = WorkerKind::EventLoop;
    QCOMPARE(workersInStudy({1, 2, 2, threads}, experiment, machineCores), std::optional(2));
}

void TestSweep::whatEfficiencyIsCountedBy()
{
    for (const char* const waiting : {"download", "sleep", "mixed"})
        QCOMPARE(efficiencyPer({.workload = waiting, .settings = {}, .urls = {}, .pictures = {}}),
                 EfficiencyPer::Worker);
    for (const char* const computing : {"compute", "append", "memory", "tree", "increment"})
        QCOMPARE(efficiencyPer({.workload = computing, .settings = {}, .urls = {}, .pictures = {}}),
                 EfficiencyPer::Core);
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
