#include "core/analysis/times.h"
#include "core/analysis/verdict.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/observation.h"
#include "core/observe/processtable.h"
#include "core/observe/schedulingrecord.h"
#include "tests/support/descriptors.h"
#include "tests/support/invariants.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>

using namespace std::chrono_literals;

namespace {

using Command = std::vector<std::string>;

struct Observed {
    Recording run;
    ObservationEnd end;
    std::vector<std::size_t> frames;  ///< by kind
};

Observed observed(ObservationOrder order)
{
    ComparisonBuilder builder;
    Observed seen;
    const FrameSink sink = [&](const Frame& frame) {
        seen.frames.push_back(frame.index());
        if (const auto added = builder.add(frame); !added)
            QFAIL(added.error().message.c_str());
    };
    sink(StreamStarted{"test", {}});
    order.files = ProgramFiles::Merged;
    seen.end = observe(order, sink);
    sink(StreamEnded{});
    [&] { QCOMPARE(brokenInvariant(builder.comparison()), std::string()); }();
    seen.run = builder.comparison().runs.at(0);
    return seen;
}

Observed observed(const Command& command)
{
    ObservationOrder order;
    order.command = command;
    return observed(order);
}

/// `script` for sh, with `arguments` as $1, $2, …
Command shell(const std::string& script, const Command& arguments = {})
{
    Command command{"sh", "-c", script, "sh"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

bool isGranted()
{
    return SchedulingRecord::open().has_value();
}

const Worker& mainThread(const Recording& run)
{
    return run.workers.at(0);
}

bool hasReason(const Worker& worker, WaitReason reason)
{
    return std::ranges::find(worker.waits, reason, &Wait::reason) != worker.waits.end();
}

bool isParallel(const Recording& run)
{
    const Verdict verdict = judge(run).verdict;
    return verdict == Verdict::Parallel || verdict == Verdict::Both;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Milliseconds in which threads are seen even where a busy machine leaves the process table unread
/// for a while.
constexpr const char* longEnough = "300";

}  // namespace

#define NEEDS_THE_RECORD()                                                                         \
    if (const auto record = SchedulingRecord::open(); !record)                                     \
    QSKIP(record.error().message.c_str())

/// Observing real programs, with the evidence that this machine grants.
class TestObservation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    void threadsAreWorkers();
    void childProcessesAreWorkers();
    void lifeIsAccountedFor_data();
    void lifeIsAccountedFor();
    void slicesAgreeWithTheSystem_data();
    void slicesAgreeWithTheSystem();
    void aCoreRunsOneAtATime();
    void turnsAreNotParallel();
    void aSleeperOnlyWaits();
    void reasonsToWait_data();
    void reasonsToWait();
    void executedProgramKeepsItsWorker();
    void threadThatExecutes();
    void aThousandChildren();
    void exitStatus_data();
    void exitStatus();
    void whatCannotBeStarted_data();
    void whatCannotBeStarted();
    void whatIsLeftBehindIsNamed();
    void whatHasEndedIsNotLeftBehind();
    void stopEndsTheWholeTree();
    void stoppedProgramGoesOn();
    void longCommandsAreCut();
    void anotherUsersProgramIsSaidNotToBeSeen();
    void leavesNothingOpen();
    void canBeToldNotToUseTheRecord();

private:
    [[nodiscard]] std::string file() const
    {
        return m_folder.filePath(QStringLiteral("out")).toStdString();
    }
    /// What a command wrote to file().
    [[nodiscard]] std::vector<QByteArray> lines() const
    {
        QFile output(m_folder.filePath(QStringLiteral("out")));
        std::vector<QByteArray> all;
        if (!output.open(QIODevice::ReadOnly))
            return all;
        while (!output.atEnd())
            all.push_back(output.readLine().trimmed());
        return all;
    }

    QTemporaryDir m_folder;
};

/// Without folders that another user may not look into: a search there ends with “Permission
/// denied”.
void TestObservation::initTestCase()
{
    qputenv("PATH", "/usr/local/bin:/usr/bin:/bin");
}

void TestObservation::threadsAreWorkers()
{
    const Observed seen = observed({COMPUTING, "threads", "2", longEnough});
    const Recording& run = seen.run;
    QVERIFY(seen.end.wasStarted);
    QVERIFY(run.start.isObserved());
    QCOMPARE(run.start.command, (Command{COMPUTING, "threads", "2", longEnough}));
    QCOMPARE(run.start.evidence, isGranted() ? Evidence::Exact : Evidence::Sampled);
    QCOMPARE(run.start.evidenceNote.empty(), isGranted());
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(run.summary.message, std::string());
    QCOMPARE(run.summary.exitStatus, std::optional(0));
    QCOMPARE(run.summary.lostRecords, 0U);
    QVERIFY(run.summary.userTime + run.summary.systemTime >= 120ms);
    QVERIFY(run.tasks.empty());
    QCOMPARE(run.workers.size(), 3U);
    QCOMPARE(mainThread(run).pid, mainThread(run).tid);
    QCOMPARE(mainThread(run).start, run.start.origin);
    for (const Worker& worker : run.workers) {
        QCOMPARE(worker.pid, mainThread(run).pid);
        QCOMPARE(worker.name, std::string("computing"));
        QVERIFY(worker.stop.has_value());
        QVERIFY(*worker.stop <= *mainThread(run).stop);
    }
}

void TestObservation::childProcessesAreWorkers()
{
    const Recording run = observed({COMPUTING, "processes", "2", longEnough}).run;
    QCOMPARE(run.workers.size(), 3U);
    for (const Worker& worker : run.workers) {
        QCOMPARE(worker.pid, worker.tid);
        QCOMPARE(worker.name, std::string("computing"));
        QVERIFY(worker.stop.has_value());
    }
    QVERIFY(hasReason(mainThread(run), WaitReason::Join));
    QCOMPARE(run.summary.message, std::string());
    const Verdict verdict = judge(run).verdict;
    QVERIFY2(isGranted() || verdict == Verdict::Inconclusive || isParallel(run),
             "samples cannot tell that these two never ran at once");
}

void TestObservation::lifeIsAccountedFor_data()
{
    QTest::addColumn<Command>("command");
    QTest::newRow("threads") << Command{COMPUTING, "threads", "3", "30"};
    QTest::newRow("processes") << Command{COMPUTING, "processes", "3", "30"};
    QTest::newRow("turns") << Command{TAKING_TURNS, "3", "5"};
    QTest::newRow("children") << Command{PARENTING, "children", "50"};
    QTest::newRow("shell") << shell(
        "for i in 1 2 3 4 5; do sleep 0.01 & cat /dev/null; done; wait");
}

void TestObservation::lifeIsAccountedFor()
{
    QFETCH(Command, command);
    const Recording run = observed(command).run;
    for (const Worker& worker : run.workers) {
        const WorkerTimes times = timesOf(worker);
        QCOMPARE(times.running + times.ready + times.blocked + times.unknown,
                 *worker.stop - worker.start);
        QCOMPARE(times.unknown, Nanoseconds{});
    }
}

void TestObservation::slicesAgreeWithTheSystem_data()
{
    QTest::addColumn<std::string>("with");
    QTest::newRow("threads") << std::string("threads");
    QTest::newRow("processes") << std::string("processes");
}

/// Each thread prints what the system accounts to it.
void TestObservation::slicesAgreeWithTheSystem()
{
    NEEDS_THE_RECORD();
    QFETCH(std::string, with);
    const Recording run =
        observed(shell("exec \"$1\" \"$2\" 2 150 > \"$3\"", {COMPUTING, with, file()})).run;
    std::map<std::int64_t, Nanoseconds> accounted;
    for (const QByteArray& line : lines())
        accounted[line.split(' ').value(0).toLongLong()] =
            Nanoseconds(line.split(' ').value(1).toLongLong());
    QCOMPARE(accounted.size(), 2U);
    for (const Worker& worker : run.workers) {
        if (!accounted.contains(worker.tid))
            continue;
        QCOMPARE(QString::fromStdString(disagreement(run, worker, accounted[worker.tid])),
                 QString());
        accounted.erase(worker.tid);
    }
    QVERIFY(accounted.empty());
}

void TestObservation::aCoreRunsOneAtATime()
{
    NEEDS_THE_RECORD();
    const Recording run = observed({COMPUTING, "threads", "5", "30"}).run;
    std::map<int, std::vector<TimeRange>> byCore;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices)
            byCore[slice.core].push_back({slice.start, slice.end});
    }
    QVERIFY(!byCore.contains(-1));
    for (auto& [core, ranges] : byCore) {
        std::ranges::sort(ranges, {}, &TimeRange::start);
        for (std::size_t i = 1; i < ranges.size(); ++i)
            QVERIFY(ranges[i - 1].end <= ranges[i].start);
    }
}

void TestObservation::turnsAreNotParallel()
{
    for (const char* const threads : {"2", "3", "6"}) {
        const Recording run = observed({TAKING_TURNS, threads, "12"}).run;
        QVERIFY(!isParallel(run));
        if (isGranted())
            QVERIFY(judge(run).parallelism.share < 0.05);
    }
}

void TestObservation::aSleeperOnlyWaits()
{
    const Recording run = observed({"sleep", "0.3"}).run;
    QCOMPARE(run.workers.size(), 1U);
    const auto longest = std::ranges::max_element(
        mainThread(run).waits, {}, [](const Wait& wait) { return wait.end - wait.start; });
    QVERIFY(longest->end - longest->start >= 200ms);
    QCOMPARE(longest->reason, WaitReason::Sleep);
    QVERIFY(run.wall() >= 300ms);
}

void TestObservation::reasonsToWait_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<WaitReason>("reason");
    QTest::newRow("sleep") << Command{"sleep", "0.3"} << WaitReason::Sleep;
    QTest::newRow("read") << shell("sleep 0.3 | cat") << WaitReason::Io;
    QTest::newRow("child") << shell("sleep 0.3; true") << WaitReason::Join;
    QTest::newRow("thread") << Command{COMPUTING, "threads", "1", "200"} << WaitReason::Join;
    QTest::newRow("lock") << Command{TAKING_TURNS, "4", "12"} << WaitReason::Lock;
}

void TestObservation::reasonsToWait()
{
    QFETCH(Command, command);
    QFETCH(WaitReason, reason);
    const Recording run = observed(command).run;
    QVERIFY(std::ranges::any_of(run.workers,
                                [&](const Worker& worker) { return hasReason(worker, reason); }));
}

void TestObservation::executedProgramKeepsItsWorker()
{
    const Recording run = observed(shell("exec sleep 0.3")).run;
    QCOMPARE(run.workers.size(), 1U);
    QCOMPARE(mainThread(run).name, std::string("sleep"));
    QCOMPARE(run.start.command.front(), std::string("sh"));
}

void TestObservation::threadThatExecutes()
{
    const Observed seen = observed({PARENTING, "execute-from-thread"});
    QCOMPARE(seen.end.summary.exitStatus, std::optional(0));
    QCOMPARE(seen.run.summary.message, std::string());
    const Recording& run = seen.run;
    QVERIFY(run.wall() >= 50ms);  // what it executed is seen to its end
    NEEDS_THE_RECORD();
    QCOMPARE(run.workers.size(), 2U);
    QCOMPARE(mainThread(run).name, std::string("sleep"));
    QCOMPARE(run.workers[1].name, std::string("parenting"));
    QVERIFY(*run.workers[1].stop < *mainThread(run).stop);
    QCOMPARE(run.summary.lostRecords, 0U);
}

void TestObservation::aThousandChildren()
{
    const Recording run = observed({PARENTING, "children", "1000"}).run;
    QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(run.summary.message, std::string());
    NEEDS_THE_RECORD();
    QCOMPARE(run.summary.lostRecords, 0U);
    QCOMPARE(run.workers.size(), 1001U);
    for (const Worker& worker : run.workers) {
        QCOMPARE(worker.name, std::string("parenting"));  // before and after it was let go
        QVERIFY(worker.stop.has_value());
        QVERIFY(!worker.slices.empty());
    }
}

void TestObservation::exitStatus_data()
{
    QTest::addColumn<std::string>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char* script, int status, const char* message) {
        QTest::newRow(script) << std::string(script) << status << std::string(message);
    };
    row("exit 0", 0, "");
    row("exit 3", 3, "sh exited with status 3");
    row("exit 255", 255, "sh exited with status 255");
    row("kill -KILL $$", 128 + SIGKILL, "sh was killed by signal 9 (Killed)");
    row("kill -TERM $$", 128 + SIGTERM, "sh was killed by signal 15 (Terminated)");
    row("kill -SEGV $$", 128 + SIGSEGV, "sh was killed by signal 11 (Segmentation fault)");
    row("kill -PIPE $$", 128 + SIGPIPE, "sh was killed by signal 13 (Broken pipe)");
}

void TestObservation::exitStatus()
{
    QFETCH(std::string, script);
    QFETCH(int, status);
    QFETCH(std::string, message);
    const Observed seen = observed(shell(script));
    QCOMPARE(seen.run.summary.exitStatus, std::optional(status));
    QCOMPARE(seen.run.summary.message, message);
    QCOMPARE(seen.run.summary.end, status == 0 ? RunEnd::Done : RunEnd::Failed);
    QCOMPARE(seen.end.summary, seen.run.summary);
}

void TestObservation::whatCannotBeStarted_data()
{
    QTest::addColumn<std::string>("program");
    QTest::addColumn<std::string>("why");
    const auto row = [](const char* program, const char* why) {
        QTest::newRow(program) << std::string(program) << std::string(why);
    };
    row("/no/such/program", "“/no/such/program”: there is no such program");
    row("no-such-program", "“no-such-program”: there is no such program");
    row("/", "“/”: it is a directory");
    row("/etc/passwd", "“/etc/passwd”: it is not executable");
    row("/etc/passwd/x", "Not a directory");
}

void TestObservation::whatCannotBeStarted()
{
    QFETCH(std::string, program);
    QFETCH(std::string, why);
    const Observed seen = observed({program, "argument"});
    QVERIFY(!seen.end.wasStarted);
    QCOMPARE(seen.run.summary.end, RunEnd::Failed);
    QVERIFY2(contains(seen.run.summary.message, why), seen.run.summary.message.c_str());
    QVERIFY(seen.run.workers.empty());
    QVERIFY(!seen.run.summary.exitStatus.has_value());
}

void TestObservation::whatIsLeftBehindIsNamed()
{
    // It goes on for long enough to be seen where processes are only polled.
    const Observed seen =
        observed(shell("sleep 100 >&- 2>&- & echo $! > \"$1\"; sleep 0.3", {file()}));
    QCOMPARE(lines().size(), 1U);
    const auto pid = lines().front().toLongLong();
    const bool isAlive = isProcessAlive(pid);
    ::kill(static_cast<pid_t>(pid), SIGKILL);
    QVERIFY(isAlive);  // nobody asked to end it
    QCOMPARE(seen.run.summary.end, RunEnd::Done);
    QCOMPARE(seen.run.summary.message,
             "no longer followed, since it goes on after the program has ended: sleep (pid " +
                 std::to_string(pid) + ")");
}

void TestObservation::whatHasEndedIsNotLeftBehind()
{
    for (int i = 0; i < 5; ++i) {
        const Observed seen = observed({COMPUTING, "processes", "3", "6"});
        QCOMPARE(seen.run.summary.message, std::string());
    }
}

void TestObservation::stopEndsTheWholeTree()
{
    ObservationOrder order;
    order.command =
        shell("(trap '' TERM; echo ready > \"$1\"; sleep 100; sleep 100) & wait", {file()});
    order.collectEvery = 20ms;
    order.stopRequested = [this] { return !lines().empty(); };
    QFile::remove(QString::fromStdString(file()));
    const Observed seen = observed(order);
    QCOMPARE(seen.run.summary.end, RunEnd::Interrupted);
    QCOMPARE(seen.run.summary.exitStatus, std::optional(128 + SIGTERM));
    QVERIFY(seen.run.workers.size() >= 3U);
    for (const Worker& worker : seen.run.workers)
        QVERIFY2(!isProcessAlive(worker.pid), worker.name.c_str());
}

void TestObservation::stoppedProgramGoesOn()
{
    const Observed seen = observed(shell("(sleep 0.2; kill -CONT $$) & kill -STOP $$; exit 5"));
    QCOMPARE(seen.run.summary.exitStatus, std::optional(5));
}

void TestObservation::longCommandsAreCut()
{
    Command command{"true"};
    command.resize(4000, std::string(20, 'x'));
    const Observed seen = observed(command);
    QCOMPARE(seen.run.summary.end, RunEnd::Done);
    QCOMPARE(seen.run.start.command.size(), 1001U);
    QCOMPARE(seen.run.start.command.back(), std::string("…"));
}

void TestObservation::anotherUsersProgramIsSaidNotToBeSeen()
{
    NEEDS_THE_RECORD();
    struct stat file {};
    if (geteuid() == 0)
        QSKIP("root may record any user's programs");
    if (stat("/usr/bin/su", &file) != 0 || (file.st_mode & S_ISUID) == 0 || file.st_uid != 0)
        QSKIP("there is no su that runs as another user");
    const Recording run = observed({"su", "root", "-c", "true"}).run;  // it cannot ask anybody
    if (run.workers.front().unseen.empty())
        QSKIP("here su does not run as another user");
    QVERIFY2(contains(run.summary.message, "runs as another user"), run.summary.message.c_str());
    QVERIFY2(contains(run.summary.message, "su (pid "), run.summary.message.c_str());
    QCOMPARE(judge(run).verdict, Verdict::Inconclusive);
    QVERIFY(run.wall() >= mainThread(run).cpuTime / 2);  // not only up to where it was lost
}

void TestObservation::leavesNothingOpen()
{
    const auto before = openDescriptors();
    (void)observed(shell("true & true"));
    (void)observed({"/no/such/program"});
    (void)observed(shell("kill -KILL $$"));
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(mappingsNamed("perf_event"), 0);
    QVERIFY(::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD);
    sigset_t blocked;
    QCOMPARE(pthread_sigmask(SIG_SETMASK, nullptr, &blocked), 0);
    QVERIFY(!sigismember(&blocked, SIGINT) && !sigismember(&blocked, SIGTERM));
}

void TestObservation::canBeToldNotToUseTheRecord()
{
    ObservationOrder order;
    order.command = {COMPUTING, "threads", "2", longEnough};
    order.useSchedulingRecord = false;
    const Recording run = observed(order).run;
    QCOMPARE(run.start.evidence, Evidence::Sampled);
    QCOMPARE(run.start.evidenceNote, std::string());
    QCOMPARE(run.workers.size(), 3U);
    for (const Worker& worker : run.workers)
        QVERIFY(worker.stop.has_value());
}

QTEST_GUILESS_MAIN(TestObservation)
#include "tst_observation.moc"
