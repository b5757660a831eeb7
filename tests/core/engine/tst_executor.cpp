#include "core/analysis/verdict.h"
#include "core/engine/executor.h"
#include "core/engine/processcrew.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/childprocess.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/workload/compute.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <set>
#include <thread>

namespace {

const Cores& cores()
{
    static const Cores detected = Cores::detect().value();
    return detected;
}

constexpr std::uint64_t shortAmount = 2'000'000;  ///< a few ms: may end within one time slice
constexpr std::uint64_t longAmount = 30'000'000;  ///< many time slices
constexpr std::uint64_t endlessAmount = 1'000'000'000'000;

struct Ran {
    Recording recording;
    std::vector<Frame> frames;
};

using OnFrame = std::function<void(const Frame&, const Comparison&)>;

Ran runPlan(const Plan& plan, int tasks, std::uint64_t amount, const OnFrame& onFrame = {},
            std::function<bool()> stopRequested = {})
{
    Experiment experiment;
    experiment.tasks = tasks;
    experiment.with = plan.with;
    ComparisonBuilder builder;
    Ran ran;
    const FrameSink sink = [&](const Frame& frame) {
        ran.frames.push_back(frame);
        const auto added = builder.add(frame);
        if (!added)
            QFAIL(added.error().message.c_str());
        if (onFrame)
            onFrame(frame, builder.comparison());
    };
    ExecutorSettings settings;
    settings.workerProgram = ownProgram();
    settings.collectEvery = std::chrono::milliseconds(2);
    settings.stopRequested = std::move(stopRequested);
    Executor(cores(), sink, settings)
        .run({.id = RunId{0}, .plan = plan, .experiment = experiment}, amount);
    ran.recording = builder.comparison().runs.at(0);
    return ran;
}

/// The most tasks that are in progress at any start of a task, that task included.
int mostInProgress(const Recording& recording)
{
    int most = 0;
    for (const Task& at : recording.tasks) {
        most = std::max(
            most, static_cast<int>(std::ranges::count_if(recording.tasks, [&](const Task& task) {
                return *task.start <= *at.start && *at.start < *task.stop;
            })));
    }
    return most;
}

/// Kills a worker process while a task waits for it, whatever else the machine does: freezes it
/// once it has run, and kills it when nothing happens any more.
class LostInTheMiddle {
public:
    explicit LostInTheMiddle(std::size_t worker) : m_worker(worker) {}

    void see(const Frame& frame, const Comparison& comparison)
    {
        const auto* const batch = std::get_if<EventBatch>(&frame);
        if (!batch || m_task != TaskId::None)
            return;
        const Recording& run = comparison.runs.at(0);
        const Worker& worker = run.workers.at(m_worker - 1);
        const auto isAlive = [](const Event& event) { return event.kind == EventKind::Alive; };
        m_quietBatches = std::ranges::all_of(batch->events, isAlive) ? m_quietBatches + 1 : 0;
        if (!m_isFrozen && !worker.slices.empty()) {
            m_isFrozen = ::kill(static_cast<pid_t>(worker.pid), SIGSTOP) == 0;
            m_quietBatches = 0;
        } else if (m_isFrozen && m_quietBatches > 100) {
            m_task = std::ranges::find_if(run.tasks, &Task::isInProgress)->id;
            ::kill(static_cast<pid_t>(worker.pid), SIGKILL);
        }
    }

    /// The task that was in progress then.
    [[nodiscard]] TaskId task() const { return m_task; }

private:
    std::size_t m_worker;
    bool m_isFrozen = false;
    int m_quietBatches = 0;
    TaskId m_task = TaskId::None;
};

bool hasChildren()
{
    return !(::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD);
}

}  // namespace

class TestExecutor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlanDoesAllTheWork_data();
    void everyPlanDoesAllTheWork();
    void partsRunOnDifferentWorkersAndJoin_data();
    void partsRunOnDifferentWorkersAndJoin();
    void sequentialTasksFollowOneAnother();
    void concurrentTasksOverlapOnOneCore();
    void intervalsOfAWorkerAreDisjoint();
    void manyTasks();
    void manyWorkers_data();
    void manyWorkers();
    void killedWorkerFailsItsTaskOnly();
    void killedWorkerOfASplitTaskDoesNotHoldUpTheOthers();
    void workerThatCannotStartIsNamed();
    void stopCancelsWhatIsInProgress_data();
    void stopCancelsWhatIsInProgress();
    void stopEndsAFrozenWorker();
    void coresAreKept();
    void partsAreSpreadOverTheCores();
};

void TestExecutor::everyPlanDoesAllTheWork_data()
{
    QTest::addColumn<Plan>("plan");
    for (const WorkerKind with : {WorkerKind::Threads, WorkerKind::Processes}) {
        for (const Mode mode : allModes) {
            Experiment experiment;
            experiment.workers = 2;
            experiment.with = with;
            QTest::addRow("%s %s", nameOf(mode).data(), nameOf(with).data())
                << planFor(mode, experiment, cores().machine().cores);
        }
    }
}

void TestExecutor::everyPlanDoesAllTheWork()
{
    QFETCH(Plan, plan);
    const Recording run = runPlan(plan, 4, longAmount).recording;
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(run.summary.message, std::string());
    QCOMPARE(run.summary.lostRecords, 0U);
    QVERIFY(run.summary.userTime + run.summary.systemTime > Nanoseconds{});
    QCOMPARE(run.workers.size(), static_cast<std::size_t>(plan.workers()));
    QCOMPARE(mostInProgress(run), std::min(4, plan.inProgress));
    for (const Task& task : run.tasks) {
        QCOMPARE(task.outcome, Outcome::Done);
        QCOMPARE(task.workers.size(), static_cast<std::size_t>(plan.split));
        QVERIFY(*task.start >= run.start.origin);
    }
    std::set<std::int64_t> ids;
    for (const Worker& worker : run.workers) {
        QVERIFY(worker.stop.has_value());
        QVERIFY(worker.cpuTime > Nanoseconds{});
        ids.insert(plan.with == WorkerKind::Processes ? worker.pid : worker.tid);
        QCOMPARE(worker.pid == getpid(), plan.with == WorkerKind::Threads);
    }
    QCOMPARE(ids.size(), run.workers.size());
    QVERIFY(!hasChildren());
}

void TestExecutor::partsRunOnDifferentWorkersAndJoin_data()
{
    QTest::addColumn<WorkerKind>("with");
    QTest::addRow("threads") << WorkerKind::Threads;
    QTest::addRow("processes") << WorkerKind::Processes;
}

void TestExecutor::partsRunOnDifferentWorkersAndJoin()
{
    QFETCH(WorkerKind, with);
    const Plan plan{2, 3, cores().machine().cores, with};
    const Recording run = runPlan(plan, 6, shortAmount).recording;
    QCOMPARE(run.summary.end, RunEnd::Done);
    for (const Task& task : run.tasks) {
        std::set<PartId> parts;
        std::set<WorkerId> workers(task.workers.begin(), task.workers.end());
        QCOMPARE(workers.size(), 3U);
        for (const WorkerId id : task.workers) {
            for (const PartRun& part : run.workers[number(id) - 1].parts) {
                if (part.task != task.id)
                    continue;
                parts.insert(part.part);
                QVERIFY(part.start >= *task.start);
                QVERIFY(part.end <= *task.stop);  // the task stops after its parts have joined
            }
        }
        QCOMPARE(parts.size(), 3U);
    }
}

void TestExecutor::sequentialTasksFollowOneAnother()
{
    const Recording run = runPlan({1, 1, 1, WorkerKind::Threads}, 20, shortAmount / 10).recording;
    for (std::size_t i = 1; i < run.tasks.size(); ++i)
        QVERIFY(*run.tasks[i - 1].stop <= *run.tasks[i].start);
    const Judgement judgement = judge(run);
    QCOMPARE(judgement.concurrency.share, 0.0);
    QCOMPARE(judgement.parallelism.max, 1);
}

void TestExecutor::concurrentTasksOverlapOnOneCore()
{
    const Recording run = runPlan({4, 1, 1, WorkerKind::Threads}, 4, longAmount).recording;
    const Judgement judgement = judge(run);
    QCOMPARE(judgement.concurrency.max, 4);
    QVERIFY2(judgement.concurrency.share > 0.5, "four tasks of equal length share one core");
    if (cores().machine().canBind)
        QVERIFY2(judgement.parallelism.share < 0.05, "one core runs one worker at a time");
}

void TestExecutor::intervalsOfAWorkerAreDisjoint()
{
    const Recording run = runPlan({3, 2, 1, WorkerKind::Threads}, 9, shortAmount).recording;
    for (const Worker& worker : run.workers) {
        std::vector<TimeRange> ranges;
        for (const Slice& slice : worker.slices)
            ranges.push_back({slice.start, slice.end});
        for (const Wait& wait : worker.waits)
            ranges.push_back({wait.start, wait.end});
        std::ranges::sort(ranges, {}, &TimeRange::start);
        Nanoseconds known{};
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            QVERIFY(ranges[i].start <= ranges[i].end);
            if (i > 0)
                QVERIFY(ranges[i - 1].end <= ranges[i].start);
            known += ranges[i].length();
        }
        QCOMPARE(known, *worker.stop - worker.start);  // nothing of its life is left out
    }
}

void TestExecutor::manyTasks()
{
    const Ran ran = runPlan({8, 1, cores().machine().cores, WorkerKind::Threads}, 10'000, 3000);
    QCOMPARE(ran.recording.summary.end, RunEnd::Done);
    QCOMPARE(ran.recording.summary.lostRecords, 0U);
    QVERIFY(std::ranges::all_of(ran.recording.tasks, [](const Task& task) {
        return task.stop && task.outcome == Outcome::Done;
    }));
}

void TestExecutor::manyWorkers_data()
{
    QTest::addColumn<Plan>("plan");
    const int all = cores().machine().cores;
    QTest::addRow("256 threads in progress") << Plan{256, 1, 1, WorkerKind::Threads};
    QTest::addRow("256 parts on threads") << Plan{2, 256, all, WorkerKind::Threads};
    QTest::addRow("256 parts on processes") << Plan{1, 256, all, WorkerKind::Processes};
}

void TestExecutor::manyWorkers()
{
    QFETCH(Plan, plan);
    const Recording run = runPlan(plan, 300, 20'000).recording;
    QCOMPARE(run.summary.message, std::string());
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(run.workers.size(), static_cast<std::size_t>(plan.workers()));
    for (const Task& task : run.tasks)
        QCOMPARE(task.outcome, Outcome::Done);
}

void TestExecutor::killedWorkerFailsItsTaskOnly()
{
    LostInTheMiddle loss(1);
    const auto watch = [&](const Frame& frame, const Comparison& comparison) {
        loss.see(frame, comparison);
    };
    const Recording run = runPlan({1, 1, 1, WorkerKind::Processes}, 4, longAmount, watch).recording;
    QCOMPARE(run.summary.end, RunEnd::Failed);
    QCOMPARE(run.workers.size(), 2U);  // another took its place
    QVERIFY(run.workers[0].stop.has_value());
    QVERIFY(!run.workers[0].slices.empty());
    for (const Task& task : run.tasks)
        QCOMPARE(task.outcome, task.id == loss.task() ? Outcome::Failed : Outcome::Done);
    const std::string& error = run.tasks.at(number(loss.task()) - 1).error;
    QVERIFY2(error.find("process 1") != std::string::npos, error.c_str());
    QVERIFY2(error.find("killed by signal 9") != std::string::npos, error.c_str());
    QVERIFY(!hasChildren());
}

void TestExecutor::killedWorkerOfASplitTaskDoesNotHoldUpTheOthers()
{
    LostInTheMiddle loss(2);
    const auto watch = [&](const Frame& frame, const Comparison& comparison) {
        loss.see(frame, comparison);
    };
    const Plan plan{1, 3, cores().machine().cores, WorkerKind::Processes};
    const Recording run = runPlan(plan, 5, longAmount, watch).recording;
    QCOMPARE(run.workers.size(), 4U);
    for (const Task& task : run.tasks)
        QCOMPARE(task.outcome, task.id == loss.task() ? Outcome::Failed : Outcome::Done);
}

void TestExecutor::workerThatCannotStartIsNamed()
{
    Experiment experiment;
    std::vector<Frame> frames;
    ExecutorSettings settings;
    settings.workerProgram = "/no/such/program";
    Executor executor(
        cores(), [&](const Frame& frame) { frames.push_back(frame); }, settings);
    const RunSummary summary = executor.run(
        {.plan = {2, 1, 1, WorkerKind::Processes}, .experiment = experiment}, shortAmount);
    QCOMPARE(summary.end, RunEnd::Failed);
    QVERIFY2(summary.message.find("process 1 of 2") != std::string::npos, summary.message.c_str());
    QVERIFY2(summary.message.find("/no/such/program") != std::string::npos,
             summary.message.c_str());
    QCOMPARE(std::get<RunEnded>(frames.back()).summary, summary);
}

void TestExecutor::stopCancelsWhatIsInProgress_data()
{
    partsRunOnDifferentWorkersAndJoin_data();
}

void TestExecutor::stopCancelsWhatIsInProgress()
{
    QFETCH(WorkerKind, with);
    bool hasStarted = false;
    const auto watch = [&](const Frame& frame, const Comparison& comparison) {
        if (std::holds_alternative<EventBatch>(frame))
            hasStarted = hasStarted || comparison.runs.at(0).tasks[1].start.has_value();
    };
    const Recording run =
        runPlan({2, 2, cores().machine().cores, with}, 4, endlessAmount, watch, [&] {
            return hasStarted;
        }).recording;
    QCOMPARE(run.summary.end, RunEnd::Interrupted);
    QCOMPARE(run.tasks[0].outcome, Outcome::Cancelled);
    QVERIFY(run.tasks[0].stop.has_value());
    QVERIFY(!run.tasks[3].start.has_value());
    QVERIFY(!hasChildren());
}

void TestExecutor::stopEndsAFrozenWorker()
{
    bool isFrozen = false;
    const auto freeze = [&](const Frame& frame, const Comparison& comparison) {
        if (isFrozen || !std::holds_alternative<EventBatch>(frame))
            return;
        if (const Worker& worker = comparison.runs.at(0).workers.at(0); !worker.slices.empty()) {
            isFrozen = true;
            ::kill(static_cast<pid_t>(worker.pid), SIGSTOP);
        }
    };
    const Recording run = runPlan({1, 1, 1, WorkerKind::Processes}, 2, endlessAmount, freeze, [&] {
                              return isFrozen;
                          }).recording;
    QCOMPARE(run.summary.end, RunEnd::Interrupted);
    QVERIFY(run.workers[0].stop.has_value());
    QVERIFY(!hasChildren());
}

void TestExecutor::coresAreKept()
{
    if (!cores().machine().canBind)
        QSKIP("this system cannot bind workers to cores");
    const Recording run = runPlan({4, 1, 1, WorkerKind::Threads}, 8, shortAmount).recording;
    std::set<int> used;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices)
            used.insert(slice.core);
    }
    QCOMPARE(used.size(), 1U);
}

void TestExecutor::partsAreSpreadOverTheCores()
{
    if (!cores().machine().canBind || cores().machine().cores < 2)
        QSKIP("this machine has one core, or cannot bind workers to cores");
    const Recording run = runPlan({2, 2, 2, WorkerKind::Threads}, 4, shortAmount).recording;
    std::set<int> used;
    for (const Worker& worker : run.workers) {
        const int core = worker.slices.front().core;
        used.insert(core);
        for (const Slice& slice : worker.slices)
            QCOMPARE(slice.core, core);
    }
    QCOMPARE(used.size(), 2U);
}

int main(int argc, char** argv)
{
    if (argc > 1 && std::string(argv[1]) == "worker")
        return workAsProcess({argv + 2, argv + argc});
    QCoreApplication application(argc, argv);
    TestExecutor test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_executor.moc"
