#include "core/analysis/verdict.h"
#include "core/observe/clock.h"
#include "tests/support/enginerun.h"

#include <QTest>

#include <algorithm>
#include <map>

Q_DECLARE_METATYPE(WorkerKind)
Q_DECLARE_METATYPE(Protection)

namespace {

Experiment counting(Protection protection, WorkerKind with, std::int64_t items)
{
    Experiment experiment = experimentOf("increment", with, 2);
    experiment.settings[Setting::Items] = items;
    experiment.settings[Setting::Protection] = static_cast<std::int64_t>(protection);
    return experiment;
}

Experiment dining(LockOrder order, WorkerKind with, int tasks)
{
    Experiment experiment = experimentOf("philosophers", with, tasks);
    experiment.taskLength = std::chrono::milliseconds(2);
    experiment.settings[Setting::Order] = static_cast<std::int64_t>(order);
    experiment.settings[Setting::Rounds] = 30;
    return experiment;
}

/// How many tasks each worker executed, in no order of workers.
std::vector<std::size_t> tasksPerWorker(const Recording& run)
{
    std::vector<std::size_t> counts;
    for (const Worker& worker : run.workers)
        counts.push_back(worker.parts.size());
    std::ranges::sort(counts);
    return counts;
}

}  // namespace

/// What the workers of a run share: a counter, locks, the queue of tasks.
class TestSharedState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void protectedCountersAreExact_data();
    void protectedCountersAreExact();
    void unprotectedCountersLoseAdditions_data();
    void unprotectedCountersLoseAdditions();
    void oneTaskAfterAnotherLosesNothing();
    void oppositeOrderDeadlocks_data();
    void oppositeOrderDeadlocks();
    void sameOrderNeverDeadlocks_data();
    void sameOrderNeverDeadlocks();
    void aDeadlockCanBeStopped();
    void workersGoHomeWhenTheRunBreaksOff();
    void staticSharesAreFixed();
    void whoHasNoMoreWaitsAtTheQueue();
    void stealingTakesFromTheRich();
    void everySharingDoesEveryTaskOnce_data();
    void everySharingDoesEveryTaskOnce();
    void serialPartsNeverOverlap();
    void wholeTaskSerialIsSequential();
};

void TestSharedState::protectedCountersAreExact_data()
{
    QTest::addColumn<Protection>("protection");
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : allWorkerKinds) {
        QTest::addRow("one lock, %s", nameOf(with).data()) << Protection::SharedLock << with;
        QTest::addRow("atomic, %s", nameOf(with).data()) << Protection::Atomic << with;
    }
}

void TestSharedState::protectedCountersAreExact()
{
    QFETCH(Protection, protection);
    QFETCH(WorkerKind, with);
    const Experiment experiment = counting(protection, with, 30'000);
    for (const Plan& plan : {Plan{2, 1, machineCores().machine().cores}, Plan{2, 3, 1}}) {
        const Recording run = recorded(experiment, plan);
        QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
        QCOMPARE(findingOf(run, finding::count)->value, 60'000);
        QCOMPARE(findingOf(run, finding::count)->expected, std::optional<std::int64_t>(60'000));
    }
}

void TestSharedState::unprotectedCountersLoseAdditions_data()
{
    QTest::addColumn<Protection>("protection");
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : {WorkerKind::Threads, WorkerKind::Processes}) {
        QTest::addRow("nothing, %s", nameOf(with).data()) << Protection::None << with;
        QTest::addRow("own locks, %s", nameOf(with).data()) << Protection::OwnLocks << with;
    }
}

void TestSharedState::unprotectedCountersLoseAdditions()
{
    QFETCH(Protection, protection);
    QFETCH(WorkerKind, with);
    // On one core a worker must lose it just between a load and its store: too rare to rely on.
    const int cores = machineCores().machine().cores;
    if (cores < 2)
        QSKIP("needs two cores");
    bool hasLost = false;
    for (int i = 0; i < 20 && !hasLost; ++i) {
        const Recording run = recorded(counting(protection, with, 4'000'000), {2, 1, cores});
        const auto count = findingOf(run, finding::count);
        QVERIFY(count->value <= *count->expected);
        QCOMPARE(run.summary.end,
                 RunEnd::Done);  // the tasks did what they should; the sum is wrong
        hasLost = count->value < *count->expected;
    }
    QVERIFY(hasLost);
}

void TestSharedState::oneTaskAfterAnotherLosesNothing()
{
    const Recording run =
        recorded(counting(Protection::None, WorkerKind::Threads, 100'000), {1, 1, 1});
    QCOMPARE(findingOf(run, finding::count)->value, 200'000);
}

void TestSharedState::oppositeOrderDeadlocks_data()
{
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : allWorkerKinds)
        QTest::addRow("%s", nameOf(with).data()) << with;
}

void TestSharedState::oppositeOrderDeadlocks()
{
    QFETCH(WorkerKind, with);
    const Recording run = recorded(dining(LockOrder::Opposite, with, 3), {3, 1, 1});
    QCOMPARE(run.summary.end, RunEnd::Failed);
    QCOMPARE(countOf(run, Outcome::Failed), 1);
    QCOMPARE(countOf(run, Outcome::Done), 2);
    QCOMPARE(findingOf(run, finding::deadlocks)->value, 1);
    const Task& failed = run.tasks[2];  // the last of the circle gives up
    const QString error = QString::fromStdString(failed.error);
    QVERIFY2(error.startsWith(QStringLiteral("deadlock: task ")), qPrintable(error));
    for (const int lock : {2, 3, 4})
        QCOMPARE(error.count(QStringLiteral("waits for lock %1, held by").arg(lock)), 1);
    if (with == WorkerKind::EventLoop)
        return;
    // The waits say what for, and who had it.
    const auto& waits = run.workers[0].waits;
    const auto inCircle = std::ranges::find_if(
        waits, [](const Wait& wait) { return wait.reason == WaitReason::Lock; });
    QVERIFY(inCircle != waits.end());
    QVERIFY(inCircle->held.lock >= 2);
}

void TestSharedState::sameOrderNeverDeadlocks_data()
{
    oppositeOrderDeadlocks_data();
}

void TestSharedState::sameOrderNeverDeadlocks()
{
    QFETCH(WorkerKind, with);
    const Recording run = recorded(dining(LockOrder::Same, with, 4), {4, 1, 1});
    QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
    QVERIFY(!findingOf(run, finding::deadlocks));
}

void TestSharedState::aDeadlockCanBeStopped()
{
    // Stopped while it stands: when every task waits for a lock.
    Nanoseconds quietSince{};
    const auto allWait = [&](const Comparison& comparison) {
        if (comparison.runs.empty())
            return false;
        const Recording& run = comparison.runs.front();
        const bool wait =
            run.workers.size() == 3 && std::ranges::all_of(run.workers, [](const Worker& worker) {
                return !worker.waits.empty() && worker.waits.back().reason == WaitReason::Lock &&
                       worker.slices.size() > 1;
            });
        if (!wait)
            quietSince = {};
        else if (quietSince == Nanoseconds{})
            quietSince = now();
        return wait && now() - quietSince > std::chrono::milliseconds(100);
    };
    const Recording run = recorded(dining(LockOrder::Opposite, WorkerKind::Threads, 3), {3, 1, 1},
                                   {.stopWhen = allWait});
    QCOMPARE(run.summary.end, RunEnd::Interrupted);
    QCOMPARE(countOf(run, Outcome::Done), 0);
    QCOMPARE(countOf(run, Outcome::Failed), 0);
}

void TestSharedState::workersGoHomeWhenTheRunBreaksOff()
{
    // Whoever takes the frames may throw: for lack of memory, say.
    int asked = 0;
    const auto throws = [&](const Comparison&) -> bool {
        if (++asked > 20)
            throw std::runtime_error("no more");
        return false;
    };
    for (const WorkerKind with : allWorkerKinds) {
        asked = 0;
        Experiment experiment = experimentOf("sleep", with, 3);
        experiment.taskLength = std::chrono::minutes(10);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 (void)recorded(experiment, {3, 1, 1}, {.stopWhen = throws}));
    }
}

void TestSharedState::staticSharesAreFixed()
{
    Experiment experiment = experimentOf("compute", WorkerKind::Threads, 10);
    experiment.settings[Setting::Sharing] = static_cast<std::int64_t>(Sharing::Static);
    const Recording run = recorded(experiment, {4, 1, 1});
    QCOMPARE(tasksPerWorker(run), (std::vector<std::size_t>{2, 2, 3, 3}));
    // A share is a row of neighbours, whoever is faster.
    for (const Worker& worker : run.workers) {
        for (std::size_t i = 1; i < worker.parts.size(); ++i)
            QCOMPARE(number(worker.parts[i].task), number(worker.parts[i - 1].task) + 1);
    }
}

void TestSharedState::whoHasNoMoreWaitsAtTheQueue()
{
    for (const WorkerKind with : {WorkerKind::Threads, WorkerKind::Processes}) {
        // Of three tasks, one team has one and the other two: it waits while the last is done.
        Experiment experiment = experimentOf("sleep", with, 3);
        experiment.taskLength = std::chrono::milliseconds(40);
        experiment.settings[Setting::Sharing] = static_cast<std::int64_t>(Sharing::Static);
        const Recording run = recorded(experiment, {2, 1, 1});
        QCOMPARE(run.summary.end, RunEnd::Done);
        const auto idle = std::ranges::find(run.workers, std::size_t{1},
                                            [](const Worker& each) { return each.parts.size(); });
        QVERIFY(idle != run.workers.end());
        const auto wait = std::ranges::find(idle->waits, WaitReason::Queue, &Wait::reason);
        QVERIFY(wait != idle->waits.end());
        QVERIFY(wait->start >= idle->parts[0].end);
        QVERIFY(wait->start < *run.tasks[2].stop);
        QVERIFY(*idle->stop >= *run.tasks[2].stop);
    }
}

void TestSharedState::stealingTakesFromTheRich()
{
    // The second team's tasks are in its share, but it never gets a core before the first is done.
    Experiment experiment = experimentOf("tree", WorkerKind::Threads, 24);
    experiment.settings[Setting::Sharing] = static_cast<std::int64_t>(Sharing::Stealing);
    bool hasStolen = false;
    for (int i = 0; i < 20 && !hasStolen; ++i) {
        const Recording run = recorded(experiment, {2, 1, 1});
        QCOMPARE(countOf(run, Outcome::Done), 24);
        hasStolen = tasksPerWorker(run) != std::vector<std::size_t>{12, 12};
    }
    QVERIFY(hasStolen);
}

void TestSharedState::everySharingDoesEveryTaskOnce_data()
{
    QTest::addColumn<int>("sharing");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("teams");
    for (const auto sharing : {Sharing::Static, Sharing::Shared, Sharing::Stealing}) {
        for (const auto& [tasks, teams] :
             std::vector<std::pair<int, int>>{{1, 1}, {3, 7}, {100, 8}})
            QTest::addRow("%s, %d tasks, %d teams",
                          textOf(Setting::Sharing, static_cast<std::int64_t>(sharing)).c_str(),
                          tasks, teams)
                << static_cast<int>(sharing) << tasks << teams;
    }
}

void TestSharedState::everySharingDoesEveryTaskOnce()
{
    QFETCH(int, sharing);
    QFETCH(int, tasks);
    QFETCH(int, teams);
    for (const WorkerKind with : allWorkerKinds) {
        Experiment experiment = experimentOf("compute", with, tasks);
        experiment.taskLength = std::chrono::microseconds(200);
        experiment.settings[Setting::Sharing] = sharing;
        const Recording run = recorded(experiment, {teams, 1, 1});
        std::map<TaskId, int> executed;
        for (const Worker& worker : run.workers) {
            for (const PartRun& part : worker.parts)
                ++executed[part.task];
        }
        QCOMPARE(executed.size(), static_cast<std::size_t>(tasks));
        for (const auto& [task, count] : executed)
            QCOMPARE(count, 1);
        QCOMPARE(countOf(run, Outcome::Done), tasks);
    }
}

void TestSharedState::serialPartsNeverOverlap()
{
    // With everything serial, two tasks at once take turns as one after another would.
    Experiment experiment = experimentOf("compute", WorkerKind::Threads, 6);
    experiment.taskLength = std::chrono::milliseconds(20);
    experiment.settings[Setting::Serial] = 100;
    const Recording run = recorded(experiment, {2, 1, machineCores().machine().cores});
    QCOMPARE(run.summary.end, RunEnd::Done);
    const double share = judge(run).parallelism.share;
    QVERIFY2(share < 0.1, qPrintable(QString::number(share)));
}

void TestSharedState::wholeTaskSerialIsSequential()
{
    Experiment experiment = experimentOf("compute", WorkerKind::Threads, 3);
    experiment.taskLength = std::chrono::milliseconds(20);
    experiment.settings[Setting::Serial] = 100;
    const Recording run = recorded(experiment, {1, 3, machineCores().machine().cores});
    QCOMPARE(run.summary.end, RunEnd::Done);
    // The first part did all the work; the others waited for it.
    Nanoseconds first{};
    Nanoseconds others{};
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices) {
            if (slice.task != TaskId::None)
                (slice.part == PartId{0} ? first : others) += slice.end - slice.start;
        }
    }
    QVERIFY(first > 10 * others);
}

QTEST_GUILESS_MAIN(TestSharedState)
#include "tst_sharedstate.moc"
