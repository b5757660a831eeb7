#include "core/model/plan.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

QString text(const Plan& plan)
{
    return QStringLiteral("%1/%2/%3").arg(plan.inProgress).arg(plan.split).arg(plan.cores);
}

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

Experiment experiment(int tasks, int workers)
{
    Experiment experiment;
    experiment.tasks = tasks;
    experiment.workers = workers;
    return experiment;
}

QString errorOf(const Result<void>& result)
{
    return result ? QString() : QString::fromStdString(result.error().message);
}

}  // namespace

/// The three numbers that a mode names, and the ranges of all numbers.
class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planOfMode_data();
    void planOfMode();
    void keepsTheKindOfWorker();
    void everyPlanIsValid_data();
    void everyPlanIsValid();
    void modeOfPlan_data();
    void modeOfPlan();
    void rejectsExperiment_data();
    void rejectsExperiment();
    void rejectsPlan_data();
    void rejectsPlan();
    void acceptsTheLimits();
    void names();
};

/// Each row of the table in terms.md, then the limits.
void TestPlan::planOfMode_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("machineCores");
    QTest::addColumn<QString>("plan");

    QTest::newRow("sequential") << Mode::Sequential << 4 << 3 << 8 << "1/1/1";
    QTest::newRow("concurrent") << Mode::Concurrent << 4 << 3 << 8 << "4/1/1";
    QTest::newRow("parallel") << Mode::Parallel << 4 << 3 << 8 << "1/3/3";
    QTest::newRow("both") << Mode::Both << 4 << 3 << 8 << "4/1/3";
    QTest::newRow("both-split") << Mode::BothSplit << 4 << 3 << 8 << "4/3/3";

    QTest::newRow("workers default to the cores") << Mode::BothSplit << 4 << 0 << 2 << "4/2/2";
    QTest::newRow("more workers than cores") << Mode::Parallel << 4 << 6 << 2 << "1/6/2";
    QTest::newRow("all is at most 256") << Mode::Concurrent << 10'000 << 2 << 2 << "256/1/1";
    QTest::newRow("512 workers at most") << Mode::BothSplit << 10'000 << 16 << 2 << "32/16/2";
    QTest::newRow("256 workers") << Mode::BothSplit << 10'000 << 256 << 2 << "2/256/2";
    QTest::newRow("300 cores") << Mode::Parallel << 4 << 0 << 300 << "1/256/256";
    QTest::newRow("1000 cores") << Mode::BothSplit << 4 << 0 << 1000 << "2/256/256";
}

void TestPlan::planOfMode()
{
    QFETCH(Mode, mode);
    QFETCH(int, tasks);
    QFETCH(int, workers);
    QFETCH(int, machineCores);
    QTEST(text(planFor(mode, experiment(tasks, workers), machineCores)), "plan");
}

void TestPlan::keepsTheKindOfWorker()
{
    Experiment processes = experiment(4, 2);
    processes.with = WorkerKind::Processes;
    for (const Mode mode : allModes)
        QCOMPARE(planFor(mode, processes, 2).with, WorkerKind::Processes);
}

void TestPlan::everyPlanIsValid_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("workers");
    QTest::newRow("smallest") << 1 << 1;
    QTest::newRow("most tasks") << limits::maxTasks << 1;
    QTest::newRow("most workers") << 1 << limits::maxWorkersAsked;
    QTest::newRow("most of both") << limits::maxTasks << limits::maxWorkersAsked;
    QTest::newRow("odd") << 257 << 255;
}

void TestPlan::everyPlanIsValid()
{
    QFETCH(int, tasks);
    QFETCH(int, workers);
    for (const int cores : {1, 2, 64, 1024}) {
        for (const Mode mode : allModes)
            QCOMPARE(errorOf(validate(planFor(mode, experiment(tasks, workers), cores), cores)),
                     QString());
    }
}

void TestPlan::modeOfPlan_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("mode");
    QTest::newRow("sequential") << Plan{1, 1, 1} << "sequential";
    QTest::newRow("concurrent") << Plan{4, 1, 1} << "concurrent";
    QTest::newRow("parallel") << Plan{1, 2, 2} << "parallel";
    QTest::newRow("both") << Plan{4, 1, 2} << "both";
    QTest::newRow("both-split") << Plan{4, 2, 2} << "both-split";
    QTest::newRow("none") << Plan{3, 1, 2} << "";
    QTest::newRow("other workers") << Plan{1, 1, 1, WorkerKind::Processes} << "";
}

void TestPlan::modeOfPlan()
{
    QFETCH(Plan, plan);
    const auto mode = modeOf(plan, experiment(4, 2), 2);
    QTEST(mode ? text(nameOf(*mode)) : QString(), "mode");
}

void TestPlan::rejectsExperiment_data()
{
    QTest::addColumn<Experiment>("wrong");
    QTest::addColumn<QString>("message");

    const auto lasting = [](Nanoseconds length) {
        Experiment wrong;
        wrong.taskLength = length;
        return wrong;
    };
    QTest::newRow("no task") << experiment(0, 2) << "the number of tasks is 0; expected 1 to 10000";
    QTest::newRow("too many tasks")
        << experiment(10'001, 2) << "the number of tasks is 10001; expected 1 to 10000";
    QTest::newRow("fewer than no worker")
        << experiment(4, -1) << "the number of workers is -1; expected 1 to 256";
    QTest::newRow("too many workers")
        << experiment(4, 257) << "the number of workers is 257; expected 1 to 256";
    QTest::newRow("too short") << lasting(9'999ns)
                               << "the task length is 0.009999 ms; expected 0.01 to 600000 ms";
    QTest::newRow("too long") << lasting(600'001ms)
                              << "the task length is 600001.000000 ms; expected 0.01 to 600000 ms";
}

void TestPlan::rejectsExperiment()
{
    QFETCH(Experiment, wrong);
    QTEST(errorOf(validate(wrong)), "message");
}

void TestPlan::rejectsPlan_data()
{
    QTest::addColumn<Plan>("wrong");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing in progress")
        << Plan{0, 1, 1} << "the number of tasks in progress is 0; expected 1 to 256";
    QTest::newRow("too much in progress")
        << Plan{257, 1, 1} << "the number of tasks in progress is 257; expected 1 to 256";
    QTest::newRow("no part") << Plan{1, 0, 1}
                             << "the number of parts a task is split into is 0; expected 1 to 256";
    QTest::newRow("too many parts")
        << Plan{1, 257, 1} << "the number of parts a task is split into is 257; expected 1 to 256";
    QTest::newRow("no core") << Plan{1, 1, 0} << "the number of cores is 0; expected 1 to 4";
    QTest::newRow("too many cores") << Plan{1, 1, 5} << "the number of cores is 5; expected 1 to 4";
    QTest::newRow("too many workers")
        << Plan{171, 3, 1}
        << "the number of workers (in progress × split) is 513; expected 1 to 512";
}

void TestPlan::rejectsPlan()
{
    QFETCH(Plan, wrong);
    QTEST(errorOf(validate(wrong, 4)), "message");
}

void TestPlan::acceptsTheLimits()
{
    Experiment longest = experiment(limits::maxTasks, limits::maxWorkersAsked);
    longest.taskLength = limits::maxTaskLength;
    QCOMPARE(errorOf(validate(longest)), QString());
    Experiment shortest = experiment(1, 0);
    shortest.taskLength = limits::minTaskLength;
    QCOMPARE(errorOf(validate(shortest)), QString());
    QCOMPARE(errorOf(validate(Plan{256, 2, 4}, 4)), QString());
    QCOMPARE(errorOf(validate(Plan{2, 256, 1}, 4)), QString());
}

void TestPlan::names()
{
    QStringList modes;
    for (const Mode mode : allModes) {
        modes << text(nameOf(mode));
        QCOMPARE(modeNamed(nameOf(mode)), mode);
    }
    QCOMPARE(modes.join(u','), QStringLiteral("sequential,concurrent,parallel,both,both-split"));
    QVERIFY(!modeNamed("Sequential") && !modeNamed(""));

    QCOMPARE(text(nameOf(WorkerKind::Threads)), QStringLiteral("threads"));
    QCOMPARE(text(nameOf(WorkerKind::Processes)), QStringLiteral("processes"));
    QCOMPARE(workerKindNamed("threads"), WorkerKind::Threads);
    QCOMPARE(workerKindNamed("processes"), WorkerKind::Processes);
    QVERIFY(!workerKindNamed("thread"));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
