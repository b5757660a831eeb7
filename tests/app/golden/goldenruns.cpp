#include "tests/app/golden/goldenruns.h"

#include "core/storage/recordingfile.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

using namespace std::chrono_literals;

namespace {

Experiment fourTimesSixty()
{
    Experiment experiment;
    experiment.tasks = 4;
    experiment.taskLength = 60ms;
    return experiment;
}

constexpr auto turn = 6ms;

}  // namespace

Comparison storedComparison(const char* name)
{
    auto opened =
        readRecording(QStringLiteral(DATA_FOLDER "/%1.coreogram").arg(QLatin1String(name)));
    if (!opened || !opened->warning.empty())
        badTestText("cannot be read whole", opened ? opened->warning : opened.error().message);
    return std::move(opened->comparison);
}

Comparison comparisonOf(Recording run)
{
    Comparison comparison;
    comparison.machine = {2, 2, "Test processor", true};
    comparison.runs = {std::move(run)};
    comparison.isComplete = true;
    return comparison;
}

Comparison fourTasks()
{
    return simulatedComparison(fourTimesSixty(), 2, turn);
}

Recording fourTasksUntil(Mode mode, Nanoseconds until)
{
    return simulatedRun({mode, 2, fourTimesSixty(), turn, until});
}

Recording everyState()
{
    return recordingFrom(
        "T1[0-240] T2[10-180]failed T3[40-200]cancelled T4[235-240]; evidence exact; lost 2; "
        "W1: T1 run 0-20@0 ready 20-40 io 40-60 lock 60-80#2T2 queue 80-100 sleep 100-120 "
        "join 120-140 unknown 140-160 unseen 160-180 run 200-220@0 ready 220-240; "
        "W2: T2 run 10-80@1 io 80-110 run 110-150@1 ready 150-180; "
        "W3: - queue 0-40 T3 run 40-60@0 sleep 60-130 run 130-160@0 lock 160-200#3T1; "
        "W4: T4 run 235-240@1");
}

Recording shortSlices()
{
    return recordingFrom("T1[0-100] T2[100-170] T3[0-200]; evidence exact; "
                         "W1: T1 run 0-30@0 ready 30-50 run 50-51@0 ready 51-70 run 70-100@0 "
                         "T2 run 100-120@0 io 120-150 run 150-170@0; "
                         "W2: T3 run 0-10@1 sleep 10-140 run 140-141@1 lock 141-160#1T2 "
                         "run 160-200@1");
}

Recording movingTasks()
{
    return recordingFrom("W1: T1 run 0-10@0 T2 run 10-20@0 - run 20-30@0 T1 run 30-40@0; "
                         "W2: - queue 0-20 T1 run 20-30@1 T2 io 30-36 run 36-40@1; evidence exact");
}

Recording deadlock()
{
    return recordingFrom("T1[0-260] T2[0-200]failed T3[0-240]; "
                         "W1: T1 run 0-10 lock 10-201#2T2 run 201-260; "
                         "W2: T2 run 0-12 lock 12-100#3T3 run 100-100.1 lock 100.1-200#3T3; "
                         "W3: T3 run 0-20 lock 20-210#1T1 run 210-240");
}

Recording eventLoop()
{
    return recordingFrom("with event-loop; known 40; T1[0-40] T2[0-30.5]; "
                         "W1: T1 run 0-10@0 T2 run 10-12 - io 12-20 T1 run 20-26 ready 26-28 "
                         "run 28-30 T2 run 30-30.5 T1 run 30.5-40; "
                         "S: T1 io 10-20 ready 30-30.5 T2 ready 0-10 sleep 12-25 ready 25-30");
}

Recording observedProcesses()
{
    Recording run = recordingFrom("observed; evidence exact; lost 2; "
                                  "W1: run 0-10@0 unknown 10-80 run 80-100@0; "
                                  "W2: run 10-40@0 ready 40-50 run 50-60@0 unseen 60-75; "
                                  "W3: io 12-20 run 20-60@1 lock 60-70 run 70-90@1; "
                                  "W4: run 60-64@0 sleep 64-70 run 70-78@0");
    const auto name = [&](std::size_t worker, const char* its, int pid, int tid) {
        run.workers[worker].name = its;
        run.workers[worker].pid = pid;
        run.workers[worker].tid = tid;
    };
    name(0, "sh", 100, 100);
    name(1, "xz", 101, 101);
    name(2, "cat", 102, 102);
    name(3, "xz", 101, 104);
    return run;
}
