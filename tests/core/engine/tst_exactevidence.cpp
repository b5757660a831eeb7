// Runs of our own by the kernel's scheduling record, and where it is refused.

#include "core/analysis/times.h"
#include "core/analysis/verdict.h"
#include "core/engine/executor.h"
#include "core/engine/processcrew.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/childprocess.h"
#include "core/observe/cores.h"
#include "core/observe/schedulingrecord.h"
#include "tests/support/descriptors.h"
#include "tests/support/invariants.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <map>

using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t longAmount = 30'000'000;  ///< many time slices

const Cores& cores()
{
    static const Cores detected = Cores::detect().value();
    return detected;
}

ExecutorSettings settings()
{
    ExecutorSettings given;
    given.workerProgram = ownProgram();
    given.collectEvery = 5ms;
    return given;
}

using OnFrame = std::function<void(const Frame&, const Recording&)>;

Recording runOf(const RunStart& start, const ExecutorSettings& given, const OnFrame& onFrame = {})
{
    ComparisonBuilder builder;
    const FrameSink sink = [&](const Frame& frame) {
        if (const auto added = builder.add(frame); !added)
            QFAIL(added.error().message.c_str());
        if (onFrame && !builder.comparison().runs.empty())
            onFrame(frame, builder.comparison().runs.front());
    };
    Executor(cores(), sink, given).run(start, longAmount);
    [&] { QCOMPARE(brokenInvariant(builder.comparison()), std::string()); }();
    return builder.comparison().runs.at(0);
}

RunStart startOf(Mode mode, WorkerKind with)
{
    Experiment experiment;
    experiment.workers = 2;
    experiment.tasks = 4;
    experiment.with = with;
    return {.mode = mode,
            .plan = planFor(mode, experiment, cores().machine().cores),
            .experiment = experiment};
}

RunStart startOf(const Plan& plan, int tasks)
{
    Experiment experiment;
    experiment.tasks = tasks;
    experiment.with = plan.with;
    return {.plan = plan, .experiment = experiment};
}

bool isOneOf(Verdict verdict, std::initializer_list<Verdict> allowed)
{
    return std::ranges::find(allowed, verdict) != allowed.end();
}

}  // namespace

#define NEEDS_THE_RECORD()                                                                         \
    if (const auto record = SchedulingRecord::open(); !record)                                     \
    QSKIP(record.error().message.c_str())

class TestExactEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceSaysWhereItComesFrom();
    void everyPlan_data();
    void everyPlan();
    void aCoreRunsOneAtATime();
    void waitsKeepTheReasonsOfTheMarks();
    void killedWorkerEndsWhereItWasLost();
    void manyShortTasks();
    void runsAreNotMixedUp();
    void leavesNothingOpen();
};

void TestExactEvidence::evidenceSaysWhereItComesFrom()
{
    const auto record = SchedulingRecord::open();
    const Recording run = runOf(startOf({1, 1, 1, WorkerKind::Threads}, 1), settings());
    QCOMPARE(run.start.evidence, record ? Evidence::Exact : Evidence::Inferred);
    QCOMPARE(run.start.evidenceNote, record ? std::string() : record.error().message);

    ExecutorSettings without = settings();
    without.useSchedulingRecord = false;
    const Recording inferred = runOf(startOf({1, 1, 1, WorkerKind::Threads}, 1), without);
    QCOMPARE(inferred.start.evidence, Evidence::Inferred);
    QCOMPARE(inferred.start.evidenceNote, std::string());
}

void TestExactEvidence::everyPlan_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : {WorkerKind::Threads, WorkerKind::Processes}) {
        for (const Mode mode : allModes)
            QTest::addRow("%s %s", nameOf(mode).data(), nameOf(with).data()) << mode << with;
    }
}

/// However busy the machine is: what a worker did adds up to its life, and what it ran agrees with
/// the system's own account.
void TestExactEvidence::everyPlan()
{
    QFETCH(Mode, mode);
    QFETCH(WorkerKind, with);
    const Recording run = runOf(startOf(mode, with), settings());
    QCOMPARE(run.summary.message, std::string());
    QCOMPARE(run.summary.lostRecords, 0U);
    for (const Worker& worker : run.workers) {
        const WorkerTimes times = timesOf(worker);
        QCOMPARE(times.running + times.ready + times.blocked + times.unknown,
                 *worker.stop - worker.start);
        QCOMPARE(times.unknown, Nanoseconds{});
        if (run.start.evidence != Evidence::Exact)
            continue;
        QCOMPARE(QString::fromStdString(disagreement(run, worker, worker.cpuTime)), QString());
    }

    const Judgement judged = judge(run);
    const bool isOneByOne = run.start.plan.inProgress == 1;
    QCOMPARE(judged.concurrency.max == 1, isOneByOne);
    if (run.start.plan.cores == 1 && cores().machine().canBind) {
        const bool isExact = run.start.evidence == Evidence::Exact;
        const Verdict right = isOneByOne ? Verdict::Neither : Verdict::Concurrent;
        QVERIFY(isOneOf(judged.verdict, {right, isExact ? right : Verdict::Inconclusive}));
    } else  // on a busy machine workers may never run at the same time
        QVERIFY(!isOneOf(judged.verdict, {isOneByOne ? Verdict::Concurrent : Verdict::Neither,
                                          isOneByOne ? Verdict::Both : Verdict::Parallel}));
}

void TestExactEvidence::aCoreRunsOneAtATime()
{
    NEEDS_THE_RECORD();
    const int all = cores().machine().cores;
    const Recording run = runOf(startOf({4, 2, all, WorkerKind::Threads}, 8), settings());
    std::map<int, std::vector<TimeRange>> byCore;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices)
            byCore[slice.core].push_back({slice.start, slice.end});
    }
    QVERIFY(!byCore.contains(-1));
    for (auto& [core, ranges] : byCore) {
        std::ranges::sort(ranges, {}, &TimeRange::start);
        for (std::size_t i = 1; i < ranges.size(); ++i)
            QCOMPARE_LE(ranges[i - 1].end.count(), ranges[i].start.count());
    }
}

/// A worker that is done with its part waits for the others: the record says when, the marks why.
void TestExactEvidence::waitsKeepTheReasonsOfTheMarks()
{
    NEEDS_THE_RECORD();
    const Recording run = runOf(startOf({1, 3, 1, WorkerKind::Threads}, 3), settings());
    bool hasReady = false;
    bool hasReason = false;
    for (const Worker& worker : run.workers) {
        for (const Wait& wait : worker.waits) {
            hasReady = hasReady || wait.reason == WaitReason::Ready;
            hasReason =
                hasReason || wait.reason == WaitReason::Queue || wait.reason == WaitReason::Join;
        }
    }
    QVERIFY(hasReady);  // three parts on one core
    QVERIFY(hasReason);
}

void TestExactEvidence::killedWorkerEndsWhereItWasLost()
{
    bool isKilled = false;
    const OnFrame kill = [&](const Frame& frame, const Recording& run) {
        if (isKilled || !std::holds_alternative<EventBatch>(frame) || run.workers.empty() ||
            run.workers[0].slices.empty())
            return;
        isKilled = true;
        ::kill(static_cast<pid_t>(run.workers[0].pid), SIGKILL);
    };
    const Recording run = runOf(startOf({1, 1, 1, WorkerKind::Processes}, 12), settings(), kill);
    QCOMPARE(run.workers.size(), 2U);  // another took its place
    const auto failed = std::ranges::count(run.tasks, Outcome::Failed, &Task::outcome);
    QVERIFY(failed <= 1);  // none if it was killed between two tasks
    QCOMPARE(run.summary.end, failed == 1 ? RunEnd::Failed : RunEnd::Done);
    for (const Worker& worker : run.workers) {
        const WorkerTimes times = timesOf(worker);
        QVERIFY(worker.stop.has_value());
        QCOMPARE(times.running + times.ready + times.blocked + times.unknown,
                 *worker.stop - worker.start);
    }
    QVERIFY(run.workers[1].start >= *run.workers[0].stop);
}

void TestExactEvidence::manyShortTasks()
{
    ComparisonBuilder builder;
    const FrameSink sink = [&](const Frame& frame) {
        if (const auto added = builder.add(frame); !added)
            QFAIL(added.error().message.c_str());
    };
    const Plan plan{8, 1, cores().machine().cores, WorkerKind::Threads};
    Executor(cores(), sink, settings()).run(startOf(plan, 5000), 3000);
    QCOMPARE(brokenInvariant(builder.comparison()), std::string());
    const Recording& run = builder.comparison().runs.at(0);
    QCOMPARE(run.summary.lostRecords, 0U);
    for (const Worker& worker : run.workers) {
        const WorkerTimes times = timesOf(worker);
        QCOMPARE(times.running + times.ready + times.blocked, *worker.stop - worker.start);
    }
}

void TestExactEvidence::runsAreNotMixedUp()
{
    Nanoseconds end{};
    for (int i = 0; i < 5; ++i) {
        const Recording run = runOf(startOf({2, 1, 1, WorkerKind::Threads}, 2), settings());
        QCOMPARE(run.workers.size(), 2U);
        for (const Worker& worker : run.workers) {
            QVERIFY(worker.start >= run.start.origin && run.start.origin >= end);
            QVERIFY(worker.slices.front().start >= worker.start);
        }
        end = run.span().end;
    }
}

void TestExactEvidence::leavesNothingOpen()
{
    (void)runOf(startOf({1, 1, 1, WorkerKind::Threads}, 1), settings());
    const auto before = openDescriptors();
    for (const WorkerKind with : {WorkerKind::Threads, WorkerKind::Processes})
        (void)runOf(startOf({2, 1, 1, with}, 2), settings());
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(mappingsNamed("perf_event"), 0);
}

int main(int argc, char** argv)
{
    if (argc > 1 && std::string(argv[1]) == "worker")
        return workAsProcess({argv + 2, argv + argc});
    QCoreApplication application(argc, argv);
    TestExactEvidence test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_exactevidence.moc"
