#include "tests/support/samplestream.h"

#include "core/model/comparisonbuilder.h"
#include "core/storage/streamwriter.h"
#include "tests/support/eventtext.h"
#include "tests/support/timetext.h"

#include <QBuffer>

namespace {

using namespace std::chrono_literals;

constexpr Nanoseconds after(Nanoseconds length)
{
    return testOrigin + length;
}

RunStarted runStarted(RunId id, Mode mode, const Plan& plan)
{
    RunStart start;
    start.id = id;
    start.mode = mode;
    start.plan = plan;
    start.experiment.tasks = 2;
    start.experiment.taskLength = 20ms;
    start.experiment.workers = 2;
    start.experiment.with = plan.with;
    start.origin = testOrigin;
    start.startUp = 3ms;
    return {start};
}

std::vector<Frame> sequentialRun()
{
    const RunId run{0};
    return {
        runStarted(run, Mode::Sequential, {1, 1, 1, WorkerKind::Threads}),
        WorkerNamed{run, WorkerId{1}, "thread 1", 100, 101},
        EventBatch{run, after(30ms),
                   eventsFrom("0 W1 worker-start @0; 0 W1 task-start T1; 0 W1 part-start T1;"
                              "10 W1 gap 8 @1; 20 W1 part-stop T1 @1; 20 W1 task-stop T1;"
                              "20 W1 task-start T2; 21 W1 part-start T2; 25 W1 wait-begin io")},
        EventBatch{run, after(50ms),
                   eventsFrom("32 W1 wait-end io @0; 40 W1 part-stop T2; 40 W1 task-stop T2;"
                              "40 W1 worker-stop 31")},
        RunEnded{run,
                 {.end = RunEnd::Done, .userTime = 30ms, .systemTime = 1ms, .observerTime = 2ms}}};
}

std::vector<Frame> failedRun()
{
    const RunId run{1};
    return {runStarted(run, Mode::Parallel, {1, 2, 2, WorkerKind::Processes}),
            WorkerNamed{run, WorkerId{1}, "process 1", 200, 200},
            WorkerNamed{run, WorkerId{2}, "process 2 – “twö”", 201, 201},
            EventBatch{run, after(15ms),
                       eventsFrom("0 W1 worker-start @0; 0 W2 worker-start @1; 0 W1 task-start T1;"
                                  "0 W1 part-start T1.0; 1 W2 part-start T1.1; 10 W1 alive;"
                                  "11 W2 part-stop T1.1; 11 W2 wait-begin join")},
            TaskFailed{run, TaskId{1}, "process 1 (pid 200) was killed by signal 9 (Killed)"},
            EventBatch{run, after(20ms),
                       eventsFrom("10 W1 wait-begin unknown; 16 W1 task-stop T1 failed;"
                                  "16 W1 worker-stop 9; 17 W2 wait-end join; 18 W2 lost 3;"
                                  "18 W2 worker-stop 11")},
            RunEnded{run,
                     {.end = RunEnd::Failed,
                      .userTime = 18ms,
                      .systemTime = 2ms,
                      .observerTime = 1ms,
                      .lostRecords = 3,
                      .stolenTime = 0ms,
                      .message = "a worker was killed"}}};
}

std::vector<Frame> loopRun()
{
    const RunId run{3};
    RunStarted started = runStarted(run, Mode::Concurrent, {2, 1, 1, WorkerKind::EventLoop});
    started.start.experiment.workload = "download";
    started.start.experiment.settings[Setting::Delay] = 5;
    started.start.experiment.settings[Setting::Sharing] =
        static_cast<std::int64_t>(Sharing::Stealing);
    started.start.experiment.urls = "adresses.txt";
    started.start.experiment.pictures = "/tmp/ä";
    const LandedPicture picture{TaskId{1}, after(9ms), "http://127.0.0.1:80/picture/1",   100'000,
                                640,       480,        {std::byte{0xff}, std::byte{0xd8}}};
    return {started, WorkerNamed{run, WorkerId{1}, "event loop", 400, 401},
            EventBatch{run, after(10ms),
                       eventsFrom("0 W1 worker-start @0; 0 W1 task-start T1; 0 W1 part-start T1;"
                                  "1 W1 suspend T1 io; 1 W1 task-start T2; 1 W1 part-start T2;"
                                  "2 W1 suspend T2 io; 2 W1 wait-begin io; 8 W1 wait-end io;"
                                  "8 W1 suspend T2 ready; 8 W1 part-start T1; 9 W1 part-stop T1;"
                                  "9 W1 task-stop T1; 9 W1 part-start T2; 10 W1 part-stop T2;"
                                  "10 W1 task-stop T2; 10 W1 worker-stop 4")},
            PictureLanded{run, picture},
            RunEnded{run,
                     {.end = RunEnd::Done,
                      .userTime = 4ms,
                      .findings = {{"pictures", 1, 2}, {"picture_bytes", 100'000, {}}}}}};
}

std::vector<Frame> observedRun()
{
    const RunId run{2};
    RunStart start{.id = run, .evidence = Evidence::Exact};
    start.command = {"xz", "-T2", "ä b"};
    start.evidenceNote = "why";
    start.origin = testOrigin;
    return {RunStarted{start},
            WorkerNamed{run, WorkerId{1}, "coreogram-run", 300, 300},
            EventBatch{run, after(5ms),
                       eventsFrom("0 W1 worker-start; 1 W1 switch-in @1; 4 W1 switch-out unknown;"
                                  "5 W1 because io")},
            WorkerNamed{run, WorkerId{1}, "xz", 300, 300},
            WorkerNamed{run, WorkerId{2}, "xz", 300, 301},
            EventBatch{run, after(20ms),
                       eventsFrom("6 W2 worker-start; 7 W2 switch-in @0; 9 W2 unseen; 11 W1 "
                                  "switch-in @1; 12 W2 switch-out ready; 13 W1 worker-stop 5;"
                                  "14 W2 worker-stop")},
            RunEnded{run,
                     {.end = RunEnd::Failed,
                      .userTime = 5ms,
                      .systemTime = 1ms,
                      .observerTime = 1ms,
                      .lostRecords = 4,
                      .stolenTime = 2ms,
                      .busyTime = 9ms,
                      .exitStatus = 130,
                      .message = "was killed"}}};
}

}  // namespace

std::vector<Frame> sampleFrames()
{
    std::vector<Frame> frames{
        StreamStarted{"coreogram-run test", {2, 1, "Testing Machine µ", true}},
        BookmarksSet{{{RunId{0}, 25ms, "waits – „wozu?“"}, {RunId{1}, 16ms, {}}}}};
    for (auto run : {sequentialRun(), failedRun(), observedRun(), loopRun()})
        frames.insert(frames.end(), run.begin(), run.end());
    frames.emplace_back(StreamEnded{});
    return frames;
}

QByteArray streamBytes(const std::vector<Frame>& frames)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    StreamWriter writer(buffer);
    for (const Frame& frame : frames) {
        if (auto ok = writer.write(frame); !ok)
            badTestText("could not be written", ok.error().message);
    }
    return bytes;
}

Comparison built(const std::vector<Frame>& frames)
{
    ComparisonBuilder builder;
    for (const Frame& frame : frames) {
        if (auto ok = builder.add(frame); !ok)
            badTestText("frames contradict each other", ok.error().message);
    }
    return builder.take();
}
