#include "core/model/comparisonbuilder.h"
#include "core/model/limits.h"
#include "core/observe/threadbook.h"
#include "tests/support/invariants.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

Nanoseconds at(int milliseconds)
{
    return testOrigin + std::chrono::milliseconds(milliseconds);
}

/// A book whose sink builds a recording. What happened to a thread is read from there.
class Scene {
public:
    Scene() : m_sink([this](const Frame& frame) { take(frame); }), book(RunId{0}, m_sink)
    {
        m_sink(StreamStarted{"test", {}});
        m_sink(RunStarted{{.evidence = Evidence::Exact,
                           .origin = testOrigin,
                           .command = std::vector<std::string>{"program"}}});
    }

    void collect(int milliseconds) { m_sink(book.takeBatch(at(milliseconds))); }

    [[nodiscard]] const Worker& worker(int number) const
    {
        return m_builder.comparison().runs.at(0).workers.at(static_cast<std::size_t>(number - 1));
    }
    [[nodiscard]] std::string intervals(int number) const
    {
        return intervalsText(worker(number), testOrigin);
    }
    [[nodiscard]] std::size_t workers() const
    {
        return m_builder.comparison().runs.at(0).workers.size();
    }

private:
    void take(const Frame& frame)
    {
        if (const auto added = m_builder.add(frame); !added)
            QFAIL(added.error().message.c_str());
        QCOMPARE(brokenInvariant(m_builder.comparison()), std::string());
    }

    ComparisonBuilder m_builder;
    FrameSink m_sink;

public:
    ThreadBook book;
};

constexpr std::int64_t pid = 100;
constexpr std::int64_t tid = 101;

}  // namespace

/// What a book of threads makes of switches that are late, missing or too many.
class TestThreadBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readyUntilTheFirstSwitch();
    void firstSwitchInIsMissing();
    void runsWhereItIsSeen();
    void preemptedIsReady();
    void explainsTheWaitThatGoesOn();
    void explainsNothingThatIsOver();
    void lossIsUnseenUntilTheNextSwitch();
    void lossOfOneThread();
    void switchOutAfterALossIsNotTheFirst();
    void lateEventsAreClamped();
    void keepsWhatIsLater();
    void startsOnce();
    void unknownThreadsAreNobody();
    void namesAndRenames();
    void numberIsUsedAgain();
    void unexplainedWaits();
    void livingProcessesAndThreads();
    void tooManyThreadsAreLeftOutOnce();
};

void TestThreadBook::readyUntilTheFirstSwitch()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(1));
    scene.book.switchIn(tid, 1, at(3));
    scene.book.switchOut(tid, 1, WaitReason::Unknown, at(5));
    scene.book.stop(tid, at(6), std::chrono::milliseconds(2));
    scene.collect(9);
    QCOMPARE(scene.intervals(1), std::string("ready 1-3 run 3-5@1 unknown 5-6"));
    QCOMPARE(scene.worker(1).cpuTime, Nanoseconds(std::chrono::milliseconds(2)));
}

void TestThreadBook::firstSwitchInIsMissing()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(1));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(5));
    scene.book.switchOut(tid, 0, WaitReason::Ready, at(7));  // its switch in was lost, not missing
    scene.book.stop(tid, at(8));
    scene.collect(9);
    QCOMPARE(scene.intervals(1), std::string("run 1-5@0 unknown 5-7 ready 7-8"));
}

void TestThreadBook::runsWhereItIsSeen()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(1));
    scene.book.runOn(tid, 0, at(3));  // from its start: no switch of it is known
    scene.book.runOn(tid, 0, at(4));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(5));
    scene.book.runOn(tid, 1, at(7));
    scene.book.stop(tid, at(9));
    scene.book.runOn(tid, 1, at(9));
    scene.collect(9);
    QCOMPARE(scene.intervals(1), std::string("run 1-5@0 unknown 5-7 run 7-9@1"));
    QCOMPARE(scene.worker(1).slices.size(), 2U);
}

void TestThreadBook::preemptedIsReady()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.switchIn(tid, 0, at(0));
    scene.book.switchOut(tid, 0, WaitReason::Ready, at(2));
    scene.book.switchIn(tid, 1, at(3));
    scene.collect(4);
    QCOMPARE(scene.intervals(1), std::string("run 0-2@0 ready 2-3 run 3-4@1"));
    QCOMPARE(scene.book.lastBlocked(), Nanoseconds{});
}

void TestThreadBook::explainsTheWaitThatGoesOn()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(2));
    QCOMPARE(scene.book.lastBlocked(), at(2));
    scene.collect(3);  // the wait is in the recording already
    scene.book.explain(tid, WaitReason::Lock, at(4));
    scene.book.switchIn(tid, 0, at(6));
    scene.collect(7);
    QCOMPARE(scene.intervals(1), std::string("run 0-2@0 lock 2-6 run 6-7@0"));
}

void TestThreadBook::explainsNothingThatIsOver()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(2));
    scene.book.switchIn(tid, 0, at(3));
    scene.book.explain(tid, WaitReason::Io, at(4));
    scene.book.switchOut(tid, 0, WaitReason::Ready, at(5));
    scene.book.explain(tid, WaitReason::Io, at(6));
    scene.book.explain(999, WaitReason::Io, at(6));
    scene.collect(7);
    QCOMPARE(scene.intervals(1), std::string("run 0-2@0 unknown 2-3 run 3-5@0 ready 5-7"));
}

void TestThreadBook::lossIsUnseenUntilTheNextSwitch()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.start(pid, tid + 1, "b", at(0));
    scene.book.switchIn(tid, 0, at(0));
    scene.book.loseSight(at(2));
    scene.book.switchIn(tid, 1, at(5));
    scene.book.stop(tid, at(6));
    scene.collect(8);
    QCOMPARE(scene.intervals(1), std::string("run 0-2@0 unseen 2-5 run 5-6@1"));
    QCOMPARE(scene.intervals(2), std::string("ready 0-2 unseen 2-8"));
}

void TestThreadBook::lossOfOneThread()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.start(pid, tid + 1, "b", at(0));
    scene.book.loseSight(tid + 1, at(3));
    scene.book.loseSight(999, at(3));
    scene.collect(5);
    QCOMPARE(scene.intervals(1), std::string("ready 0-5"));
    QCOMPARE(scene.intervals(2), std::string("ready 0-3 unseen 3-5"));
}

void TestThreadBook::switchOutAfterALossIsNotTheFirst()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.loseSight(at(1));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(4));
    scene.collect(5);
    QCOMPARE(scene.intervals(1), std::string("ready 0-1 unseen 1-4 unknown 4-5"));
}

void TestThreadBook::lateEventsAreClamped()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(3));
    scene.book.switchIn(tid, 0, at(1));  // before it started
    scene.book.switchOut(tid, 0, WaitReason::Ready, at(6));
    scene.book.switchIn(tid, 0, at(5));  // before it left
    scene.book.stop(tid, at(4));
    scene.collect(8);
    QCOMPARE(scene.intervals(1), std::string("run 3-6@0"));
    QCOMPARE(*scene.worker(1).stop, at(6));
}

void TestThreadBook::keepsWhatIsLater()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.switchIn(tid, 0, at(2));
    scene.book.start(pid, tid + 1, "b", at(1));  // put down later, but it was earlier
    const EventBatch first = scene.book.takeBatch(at(1));
    QCOMPARE(first.events.size(), 2U);
    QCOMPARE(first.knownUntil, at(1));
    QCOMPARE(first.events[1].worker, WorkerId{2});
    const EventBatch second = scene.book.takeBatch(at(3));
    QCOMPARE(second.events.size(), 1U);
    QCOMPARE(second.events[0].kind, EventKind::SwitchIn);
    QVERIFY(scene.book.takeBatch(at(4)).events.empty());
}

void TestThreadBook::startsOnce()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.start(pid, tid, "b", at(1));
    scene.collect(2);
    QCOMPARE(scene.workers(), 1U);
    QCOMPARE(scene.worker(1).name, std::string("a"));
}

void TestThreadBook::unknownThreadsAreNobody()
{
    Scene scene;
    scene.book.switchIn(tid, 0, at(0));
    scene.book.switchOut(tid, 0, WaitReason::Ready, at(1));
    scene.book.stop(tid, at(2));
    scene.book.rename(tid, "a");
    scene.book.loseSight(at(3));
    QVERIFY(scene.book.takeBatch(at(4)).events.empty());
    QVERIFY(!scene.book.isAlive(tid));
    QCOMPARE(scene.book.nameOf(tid), std::string());
}

void TestThreadBook::namesAndRenames()
{
    Scene scene;
    scene.book.start(pid, tid, "sh", at(0));
    scene.book.rename(tid, "cat");
    scene.collect(1);
    QCOMPARE(scene.workers(), 1U);
    QCOMPARE(scene.worker(1).name, std::string("cat"));
    QCOMPARE(scene.worker(1).pid, pid);
    QCOMPARE(scene.worker(1).tid, tid);
    QCOMPARE(scene.book.nameOf(tid), std::string("cat"));
}

void TestThreadBook::numberIsUsedAgain()
{
    Scene scene;
    scene.book.start(pid, tid, "a", at(0));
    scene.book.stop(tid, at(2));
    QVERIFY(!scene.book.isAlive(tid));
    scene.book.start(pid + 7, tid, "b", at(3));
    scene.book.switchIn(tid, 1, at(4));
    scene.collect(5);
    QCOMPARE(scene.workers(), 2U);
    QCOMPARE(scene.intervals(1), std::string("ready 0-2"));
    QCOMPARE(scene.intervals(2), std::string("ready 3-4 run 4-5@1"));
}

void TestThreadBook::unexplainedWaits()
{
    Scene scene;
    const auto count = [&](int before) { return scene.book.unexplained(at(before)).size(); };
    scene.book.start(pid, tid, "a", at(0));
    QCOMPARE(count(9), 0U);  // ready
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(2));
    QCOMPARE(count(1), 0U);  // it has only just begun
    QCOMPARE(count(2), 1U);
    QCOMPARE(scene.book.unexplained(at(2)).front().pid, pid);
    QCOMPARE(scene.book.unexplained(at(2)).front().tid, tid);
    scene.book.explain(tid, WaitReason::Unknown, at(3));
    QCOMPARE(count(9), 0U);  // looked for in vain, once
    scene.book.switchIn(tid, 0, at(4));
    scene.book.switchOut(tid, 0, WaitReason::Unknown, at(5));
    QCOMPARE(count(9), 1U);  // another wait
    scene.book.loseSight(at(6));
    QCOMPARE(count(9), 0U);
}

void TestThreadBook::livingProcessesAndThreads()
{
    Scene scene;
    scene.book.start(300, 300, "child", at(0));
    scene.book.start(100, 100, "main", at(0));
    scene.book.start(100, 101, "thread", at(0));
    const auto names = [&] {
        std::string text;
        for (const auto& [number, name] : scene.book.livingProcesses())
            text += name + " " + std::to_string(number) + ";";
        return text;
    };
    QCOMPARE(names(), std::string("main 100;child 300;"));
    QCOMPARE(scene.book.livingThreads(), (std::vector<std::int64_t>{100, 101, 300}));
    QCOMPARE(scene.book.threadsOf(100), (std::vector<std::int64_t>{100, 101}));
    scene.book.stop(100, at(1));
    QCOMPARE(names(), std::string("thread 100;child 300;"));  // it lives as long as any thread
    scene.book.stop(101, at(1));
    QCOMPARE(names(), std::string("child 300;"));
    QVERIFY(scene.book.isAlive(300));
}

void TestThreadBook::tooManyThreadsAreLeftOutOnce()
{
    std::size_t named = 0;
    const FrameSink count = [&](const Frame& frame) {
        named += std::holds_alternative<WorkerNamed>(frame) ? 1U : 0U;
    };
    ThreadBook book(RunId{0}, count);
    const auto most = static_cast<std::int64_t>(limits::maxWorkersOfRun);
    for (std::int64_t i = 1; i <= most + 2; ++i)
        book.start(1, i, "a", at(0));
    book.start(1, most + 1, "a", at(1));  // seen again, as a poll or a switch does
    QCOMPARE(named, limits::maxWorkersOfRun);
    QCOMPARE(book.leftOut(), 2U);
    book.stop(most + 1, at(2));
    book.start(1, most + 1, "a", at(3));  // another one, of the same number
    QCOMPARE(book.leftOut(), 3U);
    book.switchIn(most + 2, 0, at(4));
    QVERIFY(!book.isAlive(most + 2));
    QCOMPARE(book.takeBatch(at(5)).events.size(), limits::maxWorkersOfRun);
}

QTEST_APPLESS_MAIN(TestThreadBook)
#include "tst_threadbook.moc"
