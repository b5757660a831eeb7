#include "core/analysis/times.h"
#include "core/model/workertrack.h"
#include "tests/support/eventtext.h"
#include "tests/support/invariants.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

Recording emptyRun()
{
    Recording run;
    run.start.origin = testOrigin;
    run.knownUntil = testOrigin;
    run.tasks.resize(3);
    for (std::uint32_t i = 0; i < 3; ++i)
        run.tasks[i].id = TaskId{i + 1};
    run.workers.resize(1);
    run.workers[0].id = WorkerId{1};
    run.workers[0].start = testOrigin;
    return run;
}

/// What the events, all of worker 1, make of an empty run; or the error, up to which they count.
std::string applied(std::string_view events, Recording& run, Evidence evidence = Evidence::Inferred)
{
    WorkerTrack track(testOrigin, evidence);
    for (const Event& event : eventsFrom(events)) {
        if (auto ok = track.apply(event, run.workers[0], run.tasks); !ok)
            return ok.error().message;
    }
    return {};
}

QString intervals(const Recording& run)
{
    return QString::fromStdString(intervalsText(run.workers[0], run.start.origin));
}

QString parts(const Recording& run)
{
    return QString::fromStdString(partsText(run.workers[0], run.start.origin));
}

std::string broken(const Recording& run)
{
    Comparison comparison;
    comparison.runs.push_back(run);
    return brokenInvariant(comparison);
}

}  // namespace

/// What a worker's events say that it did.
class TestWorkerTrack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
    void followsSwitches_data();
    void followsSwitches();
    void switchesNeedALife();
    void growsWhatGoesOn();
    void rejects_data();
    void rejects();
    void errorChangesNothing();
    void suspensions();
    void parts_data();
    void parts();
    void listsWorkersOnce();
    void noTaskHasNoPart();
    void growsAWaitThatGoesOn();
    void life();
    void boundsCpuTime();
};

void TestWorkerTrack::follows_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QString>("intervals");
    const auto row = [](const char* name, std::string events, const char* expected) {
        QTest::newRow(name) << "0 W1 worker-start @0;" + events << QString::fromUtf8(expected);
    };

    row("runs", "10 W1 alive", "run 0-10@0");
    row("goes on running", "4 W1 alive; 10 W1 alive", "run 0-10@0");
    row("runs until it stops", "10 W1 worker-stop", "run 0-10@0");
    row("changes task", "2 W1 part-start T1; 8 W1 part-stop T1; 10 W1 alive",
        "run 0-2@0 T1 run 2-8@0 - run 8-10@0");
    row("changes part",
        "0 W1 part-start T1.0; 5 W1 part-stop T1.0; 5 W1 part-start T1.1; 9 W1 alive",
        "T1 run 0-5@0 T1.1 run 5-9@0");
    row("start and stop of a task do not cut",
        "0 W1 part-start T1; 1 W1 task-start T1; 5 W1 task-stop T1; 9 W1 alive", "T1 run 0-9@0");

    row("waits", "0 W1 part-start T1; 2 W1 wait-begin io; 7 W1 wait-end io @1; 9 W1 alive",
        "T1 run 0-2@0 io 2-7 run 7-9@1");
    row("every reason",
        "0 W1 wait-begin io; 1 W1 wait-end io; 1 W1 wait-begin lock; 2 W1 wait-end lock;"
        "2 W1 wait-begin queue; 3 W1 wait-end queue; 3 W1 wait-begin sleep; 4 W1 wait-end sleep;"
        "4 W1 wait-begin join; 5 W1 wait-end join; 5 W1 wait-begin ready; 6 W1 wait-end ready",
        "io 0-1 lock 1-2 queue 2-3 sleep 3-4 join 4-5 ready 5-6");
    row("stops in a wait", "2 W1 wait-begin join; 7 W1 worker-stop", "run 0-2@0 join 2-7");
    row("alive says nothing in a wait", "2 W1 wait-begin io; 5 W1 alive; 7 W1 wait-end io",
        "run 0-2@0 io 2-7");
    row("a wait in a wait is one", "2 W1 wait-begin io; 3 W1 wait-begin lock; 7 W1 wait-end lock",
        "run 0-2@0 io 2-7");
    row("a wait without a begin leaves a hole", "2 W1 alive; 7 W1 wait-end io @1; 9 W1 alive",
        "run 0-2@0 run 7-9@1");
    row("two ends of a wait", "2 W1 wait-begin io; 4 W1 wait-end io; 7 W1 wait-end io; 9 W1 alive",
        "run 0-2@0 io 2-4 run 7-9");

    row("notices a gap", "0 W1 part-start T1; 7 W1 gap 3 @1; 9 W1 alive",
        "T1 run 0-3@0 ready 3-7 run 7-9@1");
    row("a gap from the start", "7 W1 gap 0 @1; 9 W1 alive", "ready 0-7 run 7-9@1");
    row("a gap since before the last event", "5 W1 alive; 7 W1 gap 2; 9 W1 alive",
        "run 0-5@0 ready 5-7 run 7-9");
    row("a gap in a wait is part of it",
        "2 W1 wait-begin io; 5 W1 gap 3; 7 W1 wait-end io @0; 8 W1 alive",
        "run 0-2@0 io 2-7 run 7-8@0");

    row("a gap that took no time is none", "5 W1 gap 5 @0; 7 W1 alive", "run 0-7@0");
    row("a wait that took no time is none",
        "5 W1 wait-begin io @0; 5 W1 wait-end io @0; 7 W1 alive", "run 0-7@0");

    row("a wait that begins as the worker stops is none", "5 W1 wait-begin io; 5 W1 worker-stop",
        "run 0-5@0");

    row("changes core", "5 W1 alive @1; 9 W1 alive", "run 0-5@0 run 5-9@1");
    row("keeps its core where it is not known", "5 W1 alive; 9 W1 alive @1; 10 W1 alive",
        "run 0-9@0 run 9-10@1");
    row("may have moved in a wait", "2 W1 wait-begin io; 4 W1 wait-end io; 6 W1 alive @1",
        "run 0-2@0 io 2-4 run 4-6@1");
    row("no core is below zero", "2 W1 gap 2 @-7; 6 W1 alive @-3", "run 0-2@0 run 2-6");

    row("what is lost is not known", "0 W1 part-start T1; 2 W1 alive; 7 W1 lost 3; 9 W1 alive @1",
        "T1 run 0-2@0 - run 7-9@1");
    row("a wait may have ended among what is lost",
        "2 W1 wait-begin io; 7 W1 lost 3; 7 W1 part-start T2 @1; 9 W1 alive",
        "run 0-2@0 T2 run 7-9@1");
    row("a part may have begun among what is lost", "5 W1 lost 1; 5 W1 part-stop T2 @0; 9 W1 alive",
        "run 5-9@0");
    row("a part may have gone on among what is lost",
        "0 W1 part-start T1; 5 W1 lost 1; 5 W1 part-stop T2 @0; 9 W1 alive", "run 5-9@0");

    row("once stopped, it neither runs nor waits",
        "4 W1 worker-stop; 5 W1 alive; 6 W1 gap 5; 7 W1 wait-begin io; 8 W1 wait-end io;"
        "9 W1 alive; 9 W1 lost 1; 10 W1 alive; 10 W1 worker-stop; 11 W1 alive",
        "run 0-4@0");
}

void TestWorkerTrack::follows()
{
    QFETCH(std::string, events);
    Recording run = emptyRun();
    QCOMPARE(QString::fromStdString(applied(events, run)), QString());
    QTEST(intervals(run), "intervals");
    QCOMPARE(QString::fromStdString(broken(run)), QString());
}

void TestWorkerTrack::followsSwitches_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QString>("intervals");
    const auto row = [](const char* name, std::string events, const char* expected) {
        QTest::newRow(name) << "0 W1 worker-start @0;" + events + "; 20 W1 worker-stop"
                            << QString::fromUtf8(expected);
    };
    row("ready until its first switch", "2 W1 switch-in @1", "ready 0-2 run 2-20@1");
    row("on its core from the start", "0 W1 switch-in @0", "run 0-20@0");
    row("preempted is ready", "0 W1 switch-in @0; 4 W1 switch-out ready; 9 W1 switch-in @1",
        "run 0-4@0 ready 4-9 run 9-20@1");
    row("out without a mark is blocked, nobody knows why",
        "0 W1 switch-in @0; 4 W1 switch-out unknown; 9 W1 switch-in @0",
        "run 0-4@0 unknown 4-9 run 9-20@0");
    row("a mark gives the reason, and the time around the wait is running",
        "0 W1 switch-in @0; 3 W1 wait-begin queue; 4 W1 switch-out unknown; 9 W1 switch-in @0;"
        "10 W1 wait-end queue; 12 W1 switch-out unknown; 13 W1 switch-in @0",
        "run 0-4@0 queue 4-9 run 9-12@0 unknown 12-13 run 13-20@0");
    row("preempted within a marked wait is ready all the same",
        "0 W1 switch-in @0; 3 W1 wait-begin lock; 4 W1 switch-out ready; 9 W1 switch-in @0;"
        "10 W1 wait-end lock",
        "run 0-4@0 ready 4-9 run 9-20@0");
    row("a marked wait that never left the core is no wait",
        "0 W1 switch-in @0; 3 W1 wait-begin lock; 4 W1 wait-end lock", "run 0-20@0");
    row("a reason that is found out later",
        "0 W1 switch-in @0; 4 W1 switch-out unknown; 8 W1 because io; 9 W1 switch-in @0",
        "run 0-4@0 io 4-9 run 9-20@0");
    row("a reason does not overrule one that is known",
        "0 W1 switch-in @0; 4 W1 switch-out ready; 8 W1 because io; 9 W1 switch-in @0;"
        "10 W1 because lock",
        "run 0-4@0 ready 4-9 run 9-20@0");
    row("gaps and signs of life say nothing more", "0 W1 switch-in @0; 8 W1 gap 5; 9 W1 alive",
        "run 0-20@0");
    row("a slice is cut where the part changes",
        "0 W1 switch-in @0; 2 W1 part-start T1; 5 W1 switch-out ready; 6 W1 switch-in @1;"
        "8 W1 part-stop T1",
        "run 0-2@0 T1 run 2-5@0 ready 5-6 run 6-8@1 - run 8-20@1");
    row("unseen until the next switch in",
        "0 W1 switch-in @0; 4 W1 unseen; 9 W1 switch-in @1; 10 W1 unseen",
        "run 0-4@0 unseen 4-9 run 9-10@1 unseen 10-20");
    row("unseen until the next switch out", "0 W1 switch-in @0; 4 W1 unseen; 9 W1 switch-out ready",
        "run 0-4@0 unseen 4-9 ready 9-20");
    row("lost marks take the reason along",
        "0 W1 switch-in @0; 3 W1 wait-begin lock; 4 W1 lost 2; 5 W1 switch-out unknown",
        "run 0-5@0 unknown 5-20");
    row("what takes no time is not there",
        "0 W1 switch-in @0; 4 W1 switch-out ready; 4 W1 switch-in @0; 4 W1 unseen;"
        "4 W1 switch-in @0; 4 W1 switch-out unknown; 4 W1 switch-in @1",
        "run 0-4@0 run 4-20@1");
    row("switched in twice", "1 W1 switch-in @0; 4 W1 switch-in @1",
        "ready 0-1 run 1-4@0 run 4-20@1");
}

void TestWorkerTrack::followsSwitches()
{
    QFETCH(std::string, events);
    for (const Evidence evidence : {Evidence::Exact, Evidence::Sampled}) {
        Recording run = emptyRun();
        QCOMPARE(QString::fromStdString(applied(events, run, evidence)), QString());
        QTEST(intervals(run), "intervals");
        QCOMPARE(QString::fromStdString(broken(run)), QString());
        const WorkerTimes times = timesOf(run.workers[0]);
        QCOMPARE(times.running + times.ready + times.blocked + times.unknown,
                 *run.workers[0].stop - run.workers[0].start);
    }
}

void TestWorkerTrack::switchesNeedALife()
{
    for (const char* const event :
         {"1 W1 switch-in @0", "1 W1 switch-out ready", "1 W1 because io", "1 W1 unseen"}) {
        Recording run = emptyRun();
        const std::string error = applied(event, run, Evidence::Exact);
        QVERIFY2(error.find("the worker has not started yet") != std::string::npos, error.c_str());
    }
    Recording stopped = emptyRun();
    QCOMPARE(applied("0 W1 worker-start; 1 W1 switch-in @0; 2 W1 worker-stop; 3 W1 switch-out "
                     "ready; 4 W1 switch-in @0; 5 W1 unseen; 6 W1 alive",
                     stopped, Evidence::Exact),
             std::string());
    QCOMPARE(intervals(stopped), QStringLiteral("ready 0-1 run 1-2@0"));
}

void TestWorkerTrack::growsWhatGoesOn()
{
    const auto at = [](const char* milliseconds) { return testOrigin + lengthFrom(milliseconds); };
    Recording run = emptyRun();
    WorkerTrack track(testOrigin, Evidence::Exact);
    const auto apply = [&](const char* events) {
        for (const Event& event : eventsFrom(events))
            QVERIFY(track.apply(event, run.workers[0], run.tasks));
    };
    const auto grow = [&](const char* until) { track.growTo(at(until), run.workers[0]); };
    apply("0 W1 worker-start");
    grow("1");
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1"));
    apply("1 W1 switch-in @0; 1 W1 part-start T1");
    grow("5");
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-5@0"));
    QCOMPARE(::parts(run), QStringLiteral("T1[1-5]"));
    grow("4");  // never shrinks
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-5@0"));
    apply("3 W1 switch-out unknown");  // came late
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-3@0 unknown 3-3"));
    grow("6");
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-3@0 unknown 3-6"));
    apply("3 W1 switch-in @1");  // later still: the wait was none
    grow("7");
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-3@0 run 3-7@1"));
    apply("3 W1 unseen");
    grow("9");
    QCOMPARE(intervals(run), QStringLiteral("ready 0-1 T1 run 1-3@0 - unseen 3-9"));
    QCOMPARE(QString::fromStdString(broken(run)), QString());
}

void TestWorkerTrack::rejects_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* events, const char* error) {
        QTest::newRow(name) << std::string(events) << QString::fromUtf8(error);
    };

    row("before the last event", "0 W1 worker-start; 5 W1 alive; 4 W1 alive",
        "event 10 (alive) of worker 1 at 1004000000 ns is out of order; expected 1005000000 ns or "
        "later");
    row("ten years later", "0 W1 worker-start; 320000000000 W1 alive",
        "event 10 (alive) of worker 1 at 320000001000000000 ns is more than ten years after the "
        "origin of the run");
    row("a gap that ends before it starts", "0 W1 worker-start; 5 W1 gap 6",
        "event 9 (gap) of worker 1 at 1005000000 ns ends before it starts, at 1006000000 ns");
    row("starts twice", "0 W1 worker-start; 5 W1 worker-start",
        "event 1 (worker-start) of worker 1 at 1005000000 ns: the worker has started before");
    row("starts after it stopped", "0 W1 worker-stop; 5 W1 worker-start",
        "event 1 (worker-start) of worker 1 at 1005000000 ns: the worker has started before");
    row("a part before its start", "5 W1 part-start T1",
        "event 5 (part-start) of worker 1 at 1005000000 ns: the worker has not started yet");
    row("a wait before its start", "5 W1 wait-begin io",
        "event 7 (wait-begin) of worker 1 at 1005000000 ns: the worker has not started yet");
    row("the end of a wait before its start", "5 W1 wait-end io",
        "event 8 (wait-end) of worker 1 at 1005000000 ns: the worker has not started yet");
    row("a part after its stop", "0 W1 worker-start; 4 W1 worker-stop; 5 W1 part-start T1",
        "event 5 (part-start) of worker 1 at 1005000000 ns: the worker has stopped before");
    row("a task that does not exist", "0 W1 worker-start; 5 W1 alive T4",
        "event 10 (alive) of worker 1 at 1005000000 ns names task 4; expected 1 to 3");
    row("a part of no task", "0 W1 worker-start; 5 W1 part-start",
        "event 5 (part-start) of worker 1 at 1005000000 ns names task 0; expected 1 to 3");
    row("the stop of a part of no task", "0 W1 worker-start; 5 W1 part-stop",
        "event 6 (part-stop) of worker 1 at 1005000000 ns names task 0; expected 1 to 3");
    row("the start of no task", "5 W1 task-start",
        "event 3 (task-start) of worker 1 at 1005000000 ns names task 0; expected 1 to 3");
    row("the stop of no task", "5 W1 task-stop",
        "event 4 (task-stop) of worker 1 at 1005000000 ns names task 0; expected 1 to 3");
    row("the stop of a part that has not started", "0 W1 worker-start; 5 W1 part-stop T1",
        "event 6 (part-stop) of worker 1 at 1005000000 ns: task 1 has no part here that could "
        "stop");
    row("the stop of a part of another task",
        "0 W1 worker-start; 1 W1 part-start T2; 5 W1 part-stop T1",
        "event 6 (part-stop) of worker 1 at 1005000000 ns: task 1 has no part here that could "
        "stop");
    row("only what is lost excuses it",
        "0 W1 worker-start; 1 W1 lost 1; 2 W1 part-start T2; 3 W1 part-stop T2; 5 W1 part-stop T1",
        "event 6 (part-stop) of worker 1 at 1005000000 ns: task 1 has no part here that could "
        "stop");
    row("a part that is known does not need it",
        "0 W1 worker-start; 1 W1 lost 1; 2 W1 part-start T2; 5 W1 part-stop T1",
        "event 6 (part-stop) of worker 1 at 1005000000 ns: task 1 has no part here that could "
        "stop");
    row("only once", "0 W1 worker-start; 1 W1 lost 1; 2 W1 part-stop T2; 5 W1 part-stop T1",
        "event 6 (part-stop) of worker 1 at 1005000000 ns: task 1 has no part here that could "
        "stop");
    row("a task starts twice", "1 W1 task-start T1; 5 W1 task-start T1",
        "event 3 (task-start) of worker 1 at 1005000000 ns: task 1 has started before");
    row("a task stops twice", "1 W1 task-start T1; 2 W1 task-stop T1; 5 W1 task-stop T1",
        "event 4 (task-stop) of worker 1 at 1005000000 ns: task 1 has stopped before");
    row("a task starts after its stop", "1 W1 task-stop T1; 5 W1 task-start T1",
        "event 3 (task-start) of worker 1 at 1005000000 ns: task 1 starts after its stop");
}

void TestWorkerTrack::rejects()
{
    QFETCH(std::string, events);
    Recording run = emptyRun();
    QTEST(QString::fromStdString(applied(events, run)), "error");
    QCOMPARE(QString::fromStdString(broken(run)), QString());
}

void TestWorkerTrack::errorChangesNothing()
{
    Recording run = emptyRun();
    WorkerTrack track(testOrigin, Evidence::Inferred);
    for (const Event& event : eventsFrom("0 W1 worker-start @0; 2 W1 part-start T1; 3 W1 alive"))
        QVERIFY(track.apply(event, run.workers[0], run.tasks));
    const Recording before = run;
    for (const char* wrong : {"5 W1 part-stop T2", "5 W1 worker-start", "5 W1 gap 6",
                              "5 W1 task-start T9", "5 W1 part-start T9", "1 W1 worker-stop"}) {
        QVERIFY(!track.apply(eventsFrom(wrong)[0], run.workers[0], run.tasks));
        QVERIFY(run.workers == before.workers && run.tasks == before.tasks);
    }
    QVERIFY(track.apply(eventsFrom("4 W1 part-stop T1")[0], run.workers[0], run.tasks));
    QCOMPARE(intervals(run), QStringLiteral("run 0-2@0 T1 run 2-4@0"));

    const Event unknown{.time = testOrigin * 2, .worker = WorkerId{1}, .kind = EventKind{17}};
    const auto error = track.apply(unknown, run.workers[0], run.tasks);
    QCOMPARE(QString::fromStdString(error.error().message),
             QStringLiteral("event 17 (unknown) of worker 1 at 2000000000 ns is of an unknown kind;"
                            " expected 1 to 16"));
    QVERIFY(!track.apply(Event{.time = testOrigin * 2}, run.workers[0], run.tasks));
}

void TestWorkerTrack::suspensions()
{
    Recording run = emptyRun();
    WorkerTrack track(testOrigin, Evidence::Inferred);
    const auto apply = [&](const char* text) {
        for (const Event& event : eventsFrom(text))
            QVERIFY(track.apply(event, run.workers[0], run.tasks));
    };
    const auto at = [](int milliseconds) {
        return testOrigin + std::chrono::milliseconds(milliseconds);
    };
    apply("0 W1 worker-start @0; 0 W1 task-start T1; 0 W1 part-start T1; 2 W1 suspend T1 io;"
          "3 W1 part-start T2; 4 W1 suspend T1 ready");
    QCOMPARE(run.tasks[0].suspensions,
             (std::vector<Suspension>{{at(2), at(4), PartId{0}, WaitReason::Io},
                                      {at(4), std::nullopt, PartId{0}, WaitReason::Ready}}));
    apply("5 W1 part-stop T2; 6 W1 part-start T1");
    QCOMPARE(run.tasks[0].suspensions.back().end, std::optional(at(6)));
    // The worker ran nothing of the task while it was suspended.
    QCOMPARE(intervals(run), QStringLiteral("T1 run 0-2@0 - run 2-3@0 T2 run 3-5@0 - run 5-6@0"));
    QCOMPARE(run.workers[0].parts.size(), std::size_t{3});
    apply("7 W1 suspend T1 sleep; 8 W1 task-stop T1 cancelled");
    QCOMPARE(run.tasks[0].suspensions.back().end, std::optional(at(8)));
}

void TestWorkerTrack::parts_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QString>("parts");
    QTest::addColumn<QString>("tasks");
    const auto row = [](const char* name, const char* events, const char* parts,
                        const char* tasks) {
        QTest::newRow(name) << "0 W1 worker-start;" + std::string(events)
                            << QString::fromUtf8(parts) << QString::fromUtf8(tasks);
    };

    row("whole", "0 W1 task-start T1; 1 W1 part-start T1; 8 W1 part-stop T1; 9 W1 task-stop T1",
        "T1[1-8]", "T1[0-9] T2[] T3[]");
    row("goes on", "1 W1 part-start T1; 8 W1 alive", "T1[1-8]", "T1[] T2[] T3[]");
    row("with its worker", "1 W1 part-start T1.1; 8 W1 worker-stop", "T1.1[1-8]", "T1[] T2[] T3[]");
    row("not beyond its worker", "1 W1 part-start T1; 4 W1 worker-stop; 8 W1 alive", "T1[1-4]",
        "T1[] T2[] T3[]");
    row("two", "1 W1 part-start T1.1; 3 W1 part-stop T1.1; 5 W1 part-start T2; 8 W1 part-stop T2",
        "T1.1[1-3] T2[5-8]", "T1[] T2[] T3[]");
    row("one starts in another", "1 W1 part-start T1; 5 W1 part-start T2; 8 W1 part-stop T2",
        "T1[1-5] T2[5-8]", "T1[] T2[] T3[]");
    row("starts twice", "1 W1 part-start T1; 5 W1 part-start T1; 8 W1 part-stop T1",
        "T1[1-5] T1[5-8]", "T1[] T2[] T3[]");
    row("its stop is lost", "1 W1 part-start T1; 3 W1 alive; 8 W1 lost 1; 9 W1 alive", "T1[1-3]",
        "T1[] T2[] T3[]");
    row("fails",
        "1 W1 task-start T1; 8 W1 task-stop T1 failed; 8 W1 task-start T2;"
        "9 W1 task-stop T2 cancelled",
        "", "T1[1-8]failed T2[8-9]cancelled T3[]");
    row("the recorder speaks for a dead worker",
        "1 W1 task-start T1; 4 W1 worker-stop; 8 W1 task-stop T1 failed; 8 W1 task-start T2", "",
        "T1[1-8]failed T2[8-] T3[]");
    row("the stop is seen before the start", "8 W1 task-stop T1", "", "T1[?-8] T2[] T3[]");
}

void TestWorkerTrack::parts()
{
    QFETCH(std::string, events);
    Recording run = emptyRun();
    QCOMPARE(QString::fromStdString(applied(events, run)), QString());
    QTEST(::parts(run), "parts");
    QTEST(QString::fromStdString(tasksText(run)), "tasks");
    QCOMPARE(QString::fromStdString(broken(run)), QString());
}

void TestWorkerTrack::listsWorkersOnce()
{
    Recording run = emptyRun();
    QCOMPARE(applied("0 W1 worker-start; 1 W1 part-start T1.1; 3 W1 part-stop T1.1;"
                     "3 W1 part-start T1.0; 5 W1 part-stop T1.0",
                     run),
             std::string());
    QCOMPARE(run.tasks[0].workers, std::vector{WorkerId{1}});
    QVERIFY(run.tasks[1].workers.empty());
}

void TestWorkerTrack::noTaskHasNoPart()
{
    Recording run = emptyRun();
    QCOMPARE(applied("0 W1 worker-start; 1 W1 part-start T1.1; 3 W1 part-stop T1.1; 5 W1 alive;"
                     "5 W1 wait-begin io; 6 W1 wait-end io",
                     run),
             std::string());
    QCOMPARE(run.workers[0].slices.back().task, TaskId::None);
    QCOMPARE(run.workers[0].slices.back().part, PartId{});
    QCOMPARE(run.workers[0].waits.back().part, PartId{});
}

void TestWorkerTrack::growsAWaitThatGoesOn()
{
    const auto at = [](const char* milliseconds) { return testOrigin + lengthFrom(milliseconds); };
    Recording run = emptyRun();
    WorkerTrack track(testOrigin, Evidence::Inferred);
    const auto apply = [&](const char* events) {
        for (const Event& event : eventsFrom(events))
            QVERIFY(track.apply(event, run.workers[0], run.tasks));
    };
    track.growTo(at("1"), run.workers[0]);
    QCOMPARE(intervals(run), QString());
    apply("0 W1 worker-start; 1 W1 part-start T1; 2 W1 wait-begin io");
    track.growTo(at("7"), run.workers[0]);
    QCOMPARE(intervals(run), QStringLiteral("run 0-1 T1 run 1-2 io 2-7"));
    QCOMPARE(::parts(run), QStringLiteral("T1[1-7]"));
    track.growTo(at("6"), run.workers[0]);  // never shrinks
    QCOMPARE(intervals(run), QStringLiteral("run 0-1 T1 run 1-2 io 2-7"));

    apply("5 W1 wait-end io");  // came late
    QCOMPARE(intervals(run), QStringLiteral("run 0-1 T1 run 1-2 io 2-5"));
    QCOMPARE(::parts(run), QStringLiteral("T1[1-5]"));
    track.growTo(at("9"), run.workers[0]);
    QCOMPARE(intervals(run), QStringLiteral("run 0-1 T1 run 1-2 io 2-5"));

    apply("6 W1 wait-begin lock");
    track.growTo(at("9"), run.workers[0]);
    apply("8 W1 worker-stop");
    QCOMPARE(intervals(run), QStringLiteral("run 0-1 T1 run 1-2 io 2-5 run 5-6 lock 6-8"));
    QCOMPARE(::parts(run), QStringLiteral("T1[1-8]"));
    QCOMPARE(QString::fromStdString(broken(run)), QString());
}

void TestWorkerTrack::life()
{
    Recording run = emptyRun();
    run.workers[0].start = testOrigin * 2;  // when it was named
    QCOMPARE(applied("3 W1 worker-start; 9 W1 worker-stop 4", run), std::string());
    QCOMPARE(run.workers[0].start, testOrigin + lengthFrom("3"));
    QCOMPARE(run.workers[0].stop, testOrigin + lengthFrom("9"));
    QCOMPARE(run.workers[0].cpuTime, lengthFrom("4"));

    Recording neverStarted = emptyRun();
    neverStarted.workers[0].start = testOrigin * 2;
    QCOMPARE(applied("5 W1 gap 4; 6 W1 alive; 7 W1 lost 2; 9 W1 worker-stop; 9 W1 worker-stop 5",
                     neverStarted),
             std::string());
    QCOMPARE(neverStarted.workers[0].start, testOrigin + lengthFrom("9"));
    QCOMPARE(neverStarted.workers[0].cpuTime, Nanoseconds{});
    QCOMPARE(intervals(neverStarted), QString());
    QCOMPARE(QString::fromStdString(broken(neverStarted)), QString());
}

void TestWorkerTrack::boundsCpuTime()
{
    for (const std::int64_t value : {INT64_MIN, std::int64_t{-1}, INT64_MAX}) {
        Recording run = emptyRun();
        WorkerTrack track(testOrigin, Evidence::Inferred);
        const Event stop{.time = testOrigin,
                         .value = value,
                         .worker = WorkerId{1},
                         .kind = EventKind::WorkerStop};
        QVERIFY(track.apply(stop, run.workers[0], run.tasks));
        QCOMPARE(QString::fromStdString(broken(run)), QString());
    }
}

QTEST_APPLESS_MAIN(TestWorkerTrack)
#include "tst_workertrack.moc"
