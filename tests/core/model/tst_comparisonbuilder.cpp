#include "core/model/comparisonbuilder.h"
#include "core/model/limits.h"
#include "tests/support/eventtext.h"
#include "tests/support/invariants.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"
#include "tests/support/timetext.h"

#include <QTest>

#include <random>

namespace {

constexpr RunId first{0};

RunStarted runStarted(RunId id = first, int tasks = 2)
{
    RunStarted frame;
    frame.start.id = id;
    frame.start.origin = testOrigin;
    frame.start.plan = {1, 2, 1};
    frame.start.experiment.tasks = tasks;
    return frame;
}

EventBatch batch(const char* knownUntil, std::string_view events)
{
    return {first, testOrigin + lengthFrom(knownUntil), eventsFrom(events)};
}

WorkerNamed named(std::uint32_t worker, RunId run = first)
{
    return {run, WorkerId{worker}, "worker", 1, 2};
}

RunEnded ended(RunEnd end = RunEnd::Done, std::uint64_t lost = 0)
{
    RunEnded frame;
    frame.summary.end = end;
    frame.summary.lostRecords = lost;
    return frame;
}

/// A builder in which a run with two workers goes on.
ComparisonBuilder running()
{
    ComparisonBuilder builder;
    for (const Frame& frame : std::vector<Frame>{runStarted(), named(1), named(2)}) {
        if (!builder.add(frame))
            qFatal("the run could not begin");
    }
    return builder;
}

QString errorOf(const Result<void>& result)
{
    return result ? QString() : QString::fromStdString(result.error().message);
}

QString text(const Recording& run)
{
    return QString::fromStdString(textOf(run));
}

LandedPicture pictureOf(TaskId task)
{
    LandedPicture picture;
    picture.task = task;
    return picture;
}

}  // namespace

/// Frames become a comparison, and contradictions errors.
class TestComparisonBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsTheSample();
    void picturesAreOfTasks();
    void bookmarksComeBeforeTheRuns();
    void takesEventsThatComeLate();
    void keepsTheLatestKnownTime();
    void letsWaitsGrow();
    void countsWhatIsLost();
    void givesBackMemory();
    void rejects_data();
    void rejects();
    void rejectsEvents_data();
    void rejectsEvents();
    void rejectsMachines();
    void keepsEventsBeforeTheWrongOne();
    void endsWithTheStream();
    void boundsTasks();
    void boundsWorkers();
    void nothingBreaksInvariants();
};

void TestComparisonBuilder::buildsTheSample()
{
    const Comparison comparison = built(sampleFrames());
    QCOMPARE(comparison.machine, (Machine{2, 1, "Testing Machine µ", true}));
    QCOMPARE(comparison.producer, std::string("coreogram-run test"));
    QVERIFY(comparison.isComplete);
    QCOMPARE(comparison.runs.size(), 4U);

    const Recording& sequential = comparison.runs[0];
    QCOMPARE(sequential.start.mode, Mode::Sequential);
    QCOMPARE(sequential.summary.userTime, lengthFrom("30"));
    QCOMPARE(text(sequential),
             QStringLiteral("T1[0-20] T2[20-40]\nW1: T1 run 0-8@0 ready 8-10 run 10-20@1 - run "
                            "20-21@1 T2 run 21-25@1 io 25-32 run 32-40@0"));

    const Recording& failed = comparison.runs[1];
    QCOMPARE(failed.workers[1].name, std::string("process 2 – “twö”"));
    QCOMPARE(failed.workers[1].pid, 201);
    QCOMPARE(failed.tasks[0].error,
             std::string("process 1 (pid 200) was killed by signal 9 (Killed)"));
    QCOMPARE(failed.tasks[0].workers, (std::vector{WorkerId{1}, WorkerId{2}}));
    QCOMPARE(text(failed),
             QStringLiteral("T1[0-16]failed T2[]\nW1: T1 run 0-10@0 unknown 10-16\nW2: run 0-1@1 "
                            "T1.1 run 1-11@1 - join 11-17"));

    const Recording& observed = comparison.runs[2];
    QVERIFY(observed.tasks.empty());
    QCOMPARE(observed.workers[0].name, std::string("xz"));  // no longer as it was first named
    QCOMPARE(text(observed), QStringLiteral("\nW1: ready 0-1 run 1-4@1 io 4-11 run 11-13@1\n"
                                            "W2: ready 6-7 run 7-9@0 unseen 9-12 ready 12-14"));
    QCOMPARE(observed.span(), (TimeRange{testOrigin, testOrigin + lengthFrom("14")}));

    const Recording& loop = comparison.runs[3];
    QCOMPARE(loop.start.experiment.settings[Setting::Delay], 5);
    QCOMPARE(loop.start.experiment.urls, std::string("adresses.txt"));
    QCOMPARE(loop.pictures.size(), 1U);
    QCOMPARE(loop.pictures[0].task, TaskId{1});
    QCOMPARE(loop.summary.findings.size(), 2U);
    QCOMPARE(loop.tasks[1].suspensions.size(), 2U);
}

void TestComparisonBuilder::bookmarksComeBeforeTheRuns()
{
    const auto errorOf = [](ComparisonBuilder& builder, const std::vector<Bookmark>& bookmarks) {
        const auto ok = builder.add(BookmarksSet{bookmarks});
        return ok ? QString() : QString::fromStdString(ok.error().message);
    };
    const std::vector<Bookmark> two{{RunId{1}, Nanoseconds(5), "a"}, {RunId{0}, {}, {}}};
    ComparisonBuilder builder;
    QVERIFY(builder.add(StreamStarted{}));
    QCOMPARE(errorOf(builder, two), QString());
    QCOMPARE(errorOf(builder, {{RunId{0}, Nanoseconds(-1), {}}}),
             QStringLiteral(
                 "a bookmark is at -1 ns; expected a time from the origin to ten years later"));
    QCOMPARE(errorOf(builder, std::vector<Bookmark>(257)),
             QStringLiteral("there are 257 bookmarks; expected at most 256"));
    QVERIFY(builder.comparison().bookmarks == two);

    const std::vector<Frame> frames = sampleFrames();
    QVERIFY(builder.add(*std::ranges::find_if(
        frames, [](const Frame& frame) { return std::holds_alternative<RunStarted>(frame); })));
    QCOMPARE(errorOf(builder, {}),
             QStringLiteral("bookmarks follow the start of a run; expected them before the first"));
}

void TestComparisonBuilder::picturesAreOfTasks()
{
    ComparisonBuilder builder = running();  // of two tasks
    const auto landed = [&](std::uint32_t task) {
        return builder.add(PictureLanded{RunId{0}, pictureOf(TaskId{task})});
    };
    QVERIFY(!landed(0));
    QVERIFY(!landed(3));
    QVERIFY(landed(2));
    QVERIFY(landed(1));
    const auto third = landed(1);
    QVERIFY(!third);
    QCOMPARE(QString::fromStdString(third.error().message),
             QStringLiteral("task 1 brought one picture more than there are tasks"));
}

/// Workers that lost their core write later than others.
void TestComparisonBuilder::takesEventsThatComeLate()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("9", "0 W2 worker-start; 9 W2 task-stop T1; 9 W2 task-start T2")));
    QVERIFY(builder.add(batch("10", "0 W1 worker-start; 2 W1 task-start T1; 9 W1 alive")));
    const Recording& run = builder.comparison().runs[0];
    QCOMPARE(text(run), QStringLiteral("T1[2-9] T2[9-]\nW1: run 0-9\nW2: run 0-9"));
}

void TestComparisonBuilder::keepsTheLatestKnownTime()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("9", "")));
    QVERIFY(builder.add(batch("5", "0 W1 worker-start; 3 W1 alive")));
    QCOMPARE(builder.comparison().runs[0].knownUntil, testOrigin + lengthFrom("9"));
    QVERIFY(builder.add(named(3)));
    QCOMPARE(builder.comparison().runs[0].workers[2].start, testOrigin + lengthFrom("9"));
}

void TestComparisonBuilder::letsWaitsGrow()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("5", "0 W2 worker-start; 2 W2 wait-begin queue")));
    QCOMPARE(text(builder.comparison().runs[0]),
             QStringLiteral("T1[] T2[]\nW1: \nW2: run 0-2 queue 2-5"));
    QVERIFY(builder.add(batch("9", "")));
    QCOMPARE(text(builder.comparison().runs[0]),
             QStringLiteral("T1[] T2[]\nW1: \nW2: run 0-2 queue 2-9"));
}

void TestComparisonBuilder::countsWhatIsLost()
{
    const auto lostOf = [](const ComparisonBuilder& builder) {
        return builder.comparison().runs[0].summary.lostRecords;
    };
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("9", "0 W1 worker-start; 2 W1 lost 3; 4 W1 lost 2")));
    QCOMPARE(lostOf(builder), 5U);

    EventBatch hostile = batch("9", "5 W1 lost 0; 5 W1 lost 0");
    hostile.events[0].value = INT64_MIN;
    hostile.events[1].value = INT64_MAX;
    QVERIFY(builder.add(hostile));
    QCOMPARE(lostOf(builder), 5U + INT32_MAX);

    ComparisonBuilder fewer = running();
    QVERIFY(fewer.add(batch("9", "0 W1 worker-start; 2 W1 lost 3")));
    ComparisonBuilder more = fewer;
    QVERIFY(fewer.add(ended(RunEnd::Done, 2)));
    QCOMPARE(lostOf(fewer), 3U);
    QVERIFY(more.add(ended(RunEnd::Done, 7)));
    QCOMPARE(lostOf(more), 7U);
}

void TestComparisonBuilder::givesBackMemory()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("9", "0 W1 worker-start; 2 W1 gap 1; 4 W1 gap 3; 6 W1 gap 5;"
                                   "6 W1 part-start T1; 7 W1 part-stop T1; 7 W1 part-start T1;"
                                   "8 W1 part-stop T1; 8 W1 part-start T1; 9 W1 part-stop T1;")));
    QVERIFY(builder.add(ended()));
    const Worker& worker = builder.comparison().runs[0].workers[0];
    QCOMPARE(worker.slices.capacity(), worker.slices.size());
    QCOMPARE(worker.waits.capacity(), worker.waits.size());
    QCOMPARE(worker.parts.capacity(), worker.parts.size());
}

void TestComparisonBuilder::rejects_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const Frame& frame, const char* error) {
        QTest::newRow(name) << frame << QString::fromUtf8(error);
    };

    row("the wrong run begins", runStarted(RunId{2}), "run 2 begins; expected run 1");
    RunStarted wrong = runStarted(RunId{1}, 0);
    row("a wrong experiment", wrong, "the number of tasks is 0; expected 1 to 10000");
    wrong = runStarted(RunId{1});
    wrong.start.plan.split = 257;
    row("a wrong plan", wrong,
        "the number of parts a task is split into is 257; expected 1 to 256");
    wrong = runStarted(RunId{1});
    wrong.start.origin = Nanoseconds(-1);
    row("an origin below zero", wrong, "the origin of run 1 is -1 ns, which is out of range");
    wrong.start.origin = Nanoseconds::max();
    row("an origin too late", wrong,
        "the origin of run 1 is 9223372036854775807 ns, which is out of range");

    row("the wrong worker", named(4), "worker 4 is named; expected worker 3");
    row("a worker of another run", named(3, RunId{1}),
        "a frame belongs to run 1, which is not the one that goes on");
    row("events of another run", EventBatch{RunId{1}, {}, {}},
        "a frame belongs to run 1, which is not the one that goes on");
    row("events known too late", EventBatch{first, Nanoseconds::max(), {}},
        "events are known until 9223372036854775807 ns; expected at most ten years from the "
        "origin");
    row("a failed task of another run", TaskFailed{RunId{1}, TaskId{1}, ""},
        "a frame belongs to run 1, which is not the one that goes on");
    row("no task fails", TaskFailed{first, TaskId::None, ""}, "task 0 failed; expected 1 to 2");
    row("a task that does not exist fails", TaskFailed{first, TaskId{3}, ""},
        "task 3 failed; expected 1 to 2");
    row("the end of another run", RunEnded{RunId{1}, {}},
        "a frame belongs to run 1, which is not the one that goes on");
    row("an end that is none", ended(RunEnd::NotYet), "a run ended as not yet ended");
    row("a stream in a stream", StreamStarted{}, "the stream starts a second time");
}

void TestComparisonBuilder::rejects()
{
    QFETCH(Frame, frame);
    ComparisonBuilder builder = running();
    QTEST(errorOf(builder.add(frame)), "error");
    QCOMPARE(builder.comparison().runs.size(), 1U);
    QCOMPARE(builder.comparison().runs[0].workers.size(), 2U);
    QVERIFY(!builder.comparison().runs[0].hasEnded());
}

void TestComparisonBuilder::rejectsEvents_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QString>("error");
    QTest::newRow("no worker") << std::string("5 W0 alive")
                               << "an event at 1005000000 ns is of worker 0; expected 1 to 2";
    QTest::newRow("a worker without a name")
        << std::string("5 W3 alive") << "an event at 1005000000 ns is of worker 3; expected 1 to 2";
    QTest::newRow("a part that does not exist")
        << std::string("0 W1 worker-start; 5 W1 part-start T1.2")
        << "event 5 (part-start) of worker 1 at 1005000000 ns names part 2; expected 0 to 1";
    QTest::newRow("what its worker contradicts")
        << std::string("5 W1 part-start T1")
        << "event 5 (part-start) of worker 1 at 1005000000 ns: the worker has not started yet";
}

void TestComparisonBuilder::rejectsEvents()
{
    QFETCH(std::string, events);
    ComparisonBuilder builder = running();
    QTEST(errorOf(builder.add(batch("9", events))), "error");
}

void TestComparisonBuilder::rejectsMachines()
{
    const auto errorFor = [](int cores, int physicalCores) {
        ComparisonBuilder builder;
        return errorOf(builder.add(
            StreamStarted{"", {.cores = cores, .physicalCores = physicalCores, .model = ""}}));
    };
    QCOMPARE(errorFor(0, 1), QStringLiteral("the machine has 0 cores; expected 1 to 32768"));
    QCOMPARE(errorFor(32769, 1),
             QStringLiteral("the machine has 32769 cores; expected 1 to 32768"));
    QCOMPARE(errorFor(1, -1),
             QStringLiteral("the machine has -1 physical cores; expected 1 to 32768"));
    QCOMPARE(errorFor(32768, 1), QString());
}

void TestComparisonBuilder::keepsEventsBeforeTheWrongOne()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(batch("3", "0 W1 worker-start; 3 W1 alive")));
    QVERIFY(!builder.add(batch("9", "5 W1 alive; 4 W1 alive; 8 W1 alive")));
    const Recording& run = builder.comparison().runs[0];
    QCOMPARE(text(run), QStringLiteral("T1[] T2[]\nW1: run 0-5\nW2: "));
    QCOMPARE(run.knownUntil, testOrigin + lengthFrom("3"));
}

void TestComparisonBuilder::endsWithTheStream()
{
    ComparisonBuilder builder = running();
    QVERIFY(builder.add(ended()));
    QVERIFY(builder.comparison().runs[0].hasEnded());
    QCOMPARE(errorOf(builder.add(named(3))),
             QStringLiteral("a frame belongs to run 0, which has ended"));
    QVERIFY(!builder.comparison().isComplete);
    QVERIFY(builder.add(StreamEnded{}));
    QVERIFY(builder.comparison().isComplete);
    QCOMPARE(errorOf(builder.add(runStarted(RunId{1}))),
             QStringLiteral("a frame follows the end of the stream"));

    ComparisonBuilder empty;
    QVERIFY(empty.add(StreamStarted{}));
    QCOMPARE(errorOf(empty.add(StreamStarted{})),
             QStringLiteral("the stream starts a second time"));
}

void TestComparisonBuilder::boundsTasks()
{
    ComparisonBuilder builder;
    const std::uint32_t runs = limits::maxTasksOfAllRuns / limits::maxTasks;
    for (std::uint32_t run = 0; run < runs; ++run)
        QCOMPARE(errorOf(builder.add(runStarted(RunId{run}, limits::maxTasks))), QString());
    QCOMPARE(errorOf(builder.add(runStarted(RunId{runs}, 1))),
             QStringLiteral("run 400 makes it more than 4000000 tasks in one comparison"));
}

void TestComparisonBuilder::boundsWorkers()
{
    ComparisonBuilder builder;
    QVERIFY(builder.add(runStarted()));
    for (std::uint32_t worker = 1; worker <= limits::maxWorkersOfRun; ++worker)
        QVERIFY(builder.add(named(worker)));
    QCOMPARE(errorOf(builder.add(named(limits::maxWorkersOfRun + 1))),
             QStringLiteral("worker 10001 is named; expected at most 10000"));
}

/// Events at random: most contradict something, and none may leave anything in disorder.
void TestComparisonBuilder::nothingBreaksInvariants()
{
    std::mt19937 random(1);
    const auto upTo = [&random](unsigned most) { return random() % (most + 1); };
    for (int round = 0; round < 2000; ++round) {
        ComparisonBuilder builder = running();
        Nanoseconds time = testOrigin;
        for (int i = 0; i < 100; ++i) {
            time += Nanoseconds(upTo(3));
            const Event event{.time = time - Nanoseconds(upTo(20) == 0 ? 5 : 0),
                              .value = (time - Nanoseconds(upTo(8))).count(),
                              .task = static_cast<TaskId>(upTo(2)),
                              .worker = static_cast<WorkerId>(1 + upTo(1)),
                              .part = static_cast<PartId>(upTo(1)),
                              .core = static_cast<std::int16_t>(static_cast<int>(upTo(3)) - 1),
                              .kind = static_cast<EventKind>(i < 2 ? 1 : 1 + upTo(eventKindCount)),
                              .detail = static_cast<std::uint8_t>(upTo(8))};
            const auto added = builder.add(EventBatch{first, time + Nanoseconds(upTo(3)), {event}});
            Q_UNUSED(added)
            const std::string broken = brokenInvariant(builder.comparison());
            QVERIFY2(broken.empty(), broken.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TestComparisonBuilder)
#include "tst_comparisonbuilder.moc"
