#include "core/analysis/profile.h"
#include "core/analysis/verdict.h"
#include "core/workload/globallock.h"
#include "tests/support/enginerun.h"
#include "tests/support/invariants.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <unistd.h>

Q_DECLARE_METATYPE(WorkerKind)

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

int mostInProgress(const Recording& run)
{
    return judge(run).concurrency.max;
}

/// How long at least two workers ran at the same time, as a share of the time that any ran.
double parallelism(const Recording& run)
{
    return judge(run).parallelism.share;
}

}  // namespace

/// Every workload with every kind of worker, and what each kind means.
class TestKinds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWorkloadWithEveryKind_data();
    void everyWorkloadWithEveryKind();
    void partsWithEveryKind_data();
    void partsWithEveryKind();
    void eventLoopIsOneThread();
    void eventLoopOverlapsWaits();
    void eventLoopDoesNotOverlapComputing();
    void eventLoopSuspendsWhatWaits();
    void computingHoldsUpTheLoop();
    void globalLockLetsOneComputeAtATime();
    void globalLockIsReleasedToWait();
    void globalLockNamesItsHolder();
    void memoryOfThreadsIsTheParents();
    void memoryOfProcessesIsTheirOwn();
    void workersCostSomethingToStart_data();
    void workersCostSomethingToStart();
};

void TestKinds::everyWorkloadWithEveryKind_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<WorkerKind>("with");
    for (const WorkloadTraits& workload : workloadTraits()) {
        for (const WorkerKind with : allWorkerKinds)
            QTest::addRow("%s with %s", workload.name.data(), nameOf(with).data())
                << text(workload.name) << with;
    }
}

void TestKinds::everyWorkloadWithEveryKind()
{
    QFETCH(QString, workload);
    QFETCH(WorkerKind, with);
    Experiment experiment = experimentOf(qPrintable(workload), with, 6);
    experiment.settings[Setting::Order] = static_cast<std::int64_t>(LockOrder::Same);
    for (const bool exact : {true, false}) {
        const Recording run = recorded(experiment, {3, 1, machineCores().machine().cores},
                                       {.useSchedulingRecord = exact});
        QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
        QCOMPARE(countOf(run, Outcome::Done), 6);
        QCOMPARE(run.workers.size(), with == WorkerKind::EventLoop ? 1U : 3U);
        for (const Worker& worker : run.workers)
            QCOMPARE(worker.pid == getpid(), with != WorkerKind::Processes);
        QCOMPARE(run.summary.lostRecords, 0U);
        Comparison comparison;
        comparison.runs.push_back(run);
        QCOMPARE(QString::fromStdString(brokenInvariant(comparison)), QString());
    }
}

void TestKinds::partsWithEveryKind_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<WorkerKind>("with");
    for (const WorkloadTraits& workload : workloadTraits()) {
        for (const WorkerKind with : allWorkerKinds) {
            if (workload.canSplit)
                QTest::addRow("%s with %s", workload.name.data(), nameOf(with).data())
                    << text(workload.name) << with;
        }
    }
}

void TestKinds::partsWithEveryKind()
{
    QFETCH(QString, workload);
    QFETCH(WorkerKind, with);
    Experiment experiment = experimentOf(qPrintable(workload), with, 4);
    experiment.settings[Setting::Serial] = 30;
    experiment.settings[Setting::Protection] = static_cast<std::int64_t>(Protection::SharedLock);
    const Recording run = recorded(experiment, {2, 3, machineCores().machine().cores});
    QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
    QCOMPARE(countOf(run, Outcome::Done), 4);
    std::set<std::pair<std::uint32_t, std::uint16_t>> parts;
    for (const Worker& worker : run.workers) {
        for (const PartRun& part : worker.parts)
            parts.emplace(number(part.task), number(part.part));
    }
    QCOMPARE(parts.size(), 12U);  // each part of each task
}

void TestKinds::eventLoopIsOneThread()
{
    const Recording run = recorded(experimentOf("download", WorkerKind::EventLoop, 8), {8, 1, 1});
    QCOMPARE(run.workers.size(), 1U);
    QCOMPARE(mostInProgress(run), 8);
    QCOMPARE(judge(run).parallelism.max, 1);
}

void TestKinds::eventLoopOverlapsWaits()
{
    Experiment experiment = experimentOf("sleep", WorkerKind::EventLoop, 6);
    experiment.taskLength = std::chrono::milliseconds(60);
    const Recording run = recorded(experiment, {6, 1, 1});
    // All have started before the first stops.
    Nanoseconds lastStart{};
    Nanoseconds firstStop = Nanoseconds::max();
    for (const Task& task : run.tasks) {
        lastStart = std::max(lastStart, *task.start);
        firstStop = std::min(firstStop, *task.stop);
    }
    QVERIFY(lastStart < firstStop);
    QCOMPARE(judge(run).verdict, Verdict::Concurrent);
}

void TestKinds::eventLoopDoesNotOverlapComputing()
{
    const Recording run = recorded(experimentOf("compute", WorkerKind::EventLoop, 5), {5, 1, 1});
    QCOMPARE(mostInProgress(run), 1);
    QCOMPARE(run.summary.end, RunEnd::Done);
    for (const Task& task : run.tasks)
        QVERIFY(task.suspensions.empty());
}

void TestKinds::eventLoopSuspendsWhatWaits()
{
    const Recording run = recorded(experimentOf("download", WorkerKind::EventLoop, 6), {3, 1, 1});
    for (const Task& task : run.tasks) {
        QVERIFY(!task.suspensions.empty());
        QCOMPARE(task.suspensions.front().reason, WaitReason::Io);
        for (const Suspension& suspension : task.suspensions) {
            QVERIFY(suspension.end.has_value());
            QVERIFY(suspension.start >= *task.start && *suspension.end <= *task.stop);
            // On no worker meanwhile.
            for (const PartRun& part : run.workers[0].parts)
                QVERIFY(part.task != task.id || part.end <= suspension.start ||
                        part.start >= *suspension.end);
        }
    }
}

void TestKinds::computingHoldsUpTheLoop()
{
    // The serial part of a task is what the others wait for: a lock that only this thread can free.
    Experiment experiment = experimentOf("mixed", WorkerKind::EventLoop, 4);
    experiment.settings[Setting::Delay] = 0;
    const Recording run = recorded(experiment, {4, 1, 1});
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(mostInProgress(run), 4);
    // While one task computes, none of the others does anything: their parts never overlap.
    const auto& parts = run.workers[0].parts;
    for (std::size_t i = 1; i < parts.size(); ++i)
        QVERIFY(parts[i].start >= parts[i - 1].end);
}

void TestKinds::globalLockLetsOneComputeAtATime()
{
    Experiment experiment = experimentOf("compute", WorkerKind::GlobalLock, 2);
    experiment.taskLength = std::chrono::milliseconds(100);
    const Recording run = recorded(experiment, {2, 1, machineCores().machine().cores});
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(mostInProgress(run), 2);
    QVERIFY2(parallelism(run) < 0.05, qPrintable(QString::number(parallelism(run))));
    const auto handOver = findingOf(run, finding::handOver);
    QVERIFY(handOver && handOver->value >= Nanoseconds(GlobalLock::switchInterval).count());
    // They took turns: each of them waited for the lock, and had it again.
    for (const Worker& worker : run.workers) {
        const auto locks = std::ranges::count(worker.waits, WaitReason::Lock, &Wait::reason);
        QVERIFY2(locks >= 3, qPrintable(QString::number(locks)));
    }
}

void TestKinds::globalLockIsReleasedToWait()
{
    Experiment experiment = experimentOf("sleep", WorkerKind::GlobalLock, 4);
    experiment.taskLength = std::chrono::milliseconds(80);
    const Recording run = recorded(experiment, {4, 1, 1});
    Nanoseconds lastStart{};
    Nanoseconds firstStop = Nanoseconds::max();
    for (const Task& task : run.tasks) {
        lastStart = std::max(lastStart, *task.start);
        firstStop = std::min(firstStop, *task.stop);
    }
    QVERIFY(lastStart < firstStop);
}

void TestKinds::globalLockNamesItsHolder()
{
    Experiment experiment = experimentOf("compute", WorkerKind::GlobalLock, 2);
    experiment.taskLength = std::chrono::milliseconds(60);
    const Recording run = recorded(experiment, {2, 1, 1});
    int named = 0;
    for (const Worker& worker : run.workers) {
        for (const Wait& wait : worker.waits) {
            if (wait.reason != WaitReason::Lock || wait.held.holder == TaskId::None)
                continue;
            QCOMPARE(wait.held.lock, 0);
            QVERIFY(wait.held.holder != wait.task);
            ++named;
        }
    }
    QVERIFY(named > 0);
}

void TestKinds::memoryOfThreadsIsTheParents()
{
    const Recording run = recorded(experimentOf("append", WorkerKind::Threads, 4), {2, 1, 1});
    QCOMPARE(findingOf(run, finding::itemsInWorkers)->value, 20'000);
    QCOMPARE(findingOf(run, finding::itemsInParent)->value, 20'000);
    QVERIFY(findingOf(run, finding::bytesInParent)->value >= 80'000);
}

void TestKinds::memoryOfProcessesIsTheirOwn()
{
    const Recording run = recorded(experimentOf("append", WorkerKind::Processes, 4), {2, 1, 1});
    QCOMPARE(findingOf(run, finding::itemsInWorkers)->value, 20'000);
    QCOMPARE(findingOf(run, finding::itemsInParent)->value, 0);
    QCOMPARE(findingOf(run, finding::bytesInParent)->value, 0);
}

void TestKinds::workersCostSomethingToStart_data()
{
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : allWorkerKinds)
        QTest::addRow("%s", nameOf(with).data()) << with;
}

void TestKinds::workersCostSomethingToStart()
{
    QFETCH(WorkerKind, with);
    const Recording run = recorded(experimentOf("compute", with, 3), {3, 1, 1});
    const auto cost = findingOf(run, finding::workerStart);
    QVERIFY(cost && cost->value > 0);
    QVERIFY(Nanoseconds(cost->value) <= run.start.startUp);
    QVERIFY(findingOf(run, finding::residentBytes)->value > 100'000);
}

QTEST_GUILESS_MAIN(TestKinds)
#include "tst_kinds.moc"
