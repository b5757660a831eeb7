// How true the evidence is: the slices of observed programs against what the system accounts to
// them; inferred against exact evidence of the same run; exact evidence against a recording of the
// same run by perf(1), where it is installed.
//
//     bench_evidence [ms]

#include "core/analysis/times.h"
#include "core/engine/executor.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/childprocess.h"
#include "core/observe/cores.h"
#include "core/workload/compute.h"
#include "tests/bench/benchtools.h"
#include "tests/bench/perfscript.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

void compareWithClock(const char* how, const std::string& milliseconds)
{
    const Observed program = observed({CPUCLOCK, how, milliseconds});
    const auto clock = static_cast<double>(std::atoll(program.output.c_str()));
    const WorkerTimes times = timesOf(program.run.workers.front());
    const auto slices = static_cast<double>(times.running.count());
    std::printf("  %-8s slices %10.3f ms  CLOCK_THREAD_CPUTIME_ID %10.3f ms  difference %+.3f ms "
                "(%+.2f %%), %zu slices, evidence %s\n",
                how, slices / 1e6, clock / 1e6, (slices - clock) / 1e6,
                (slices - clock) / clock * 100, times.slices,
                nameOf(program.run.start.evidence).data());
}

/// The frames of one of our runs.
std::vector<Frame> framesOfRun(const Cores& cores, Mode mode)
{
    std::vector<Frame> frames{StreamStarted{"bench_evidence", cores.machine()}};
    ExecutorSettings settings;
    settings.workerProgram = ownProgram();
    Executor executor(
        cores, [&](const Frame& frame) { frames.push_back(frame); }, settings);
    RunStart start;
    start.mode = mode;
    start.plan = planFor(mode, start.experiment, cores.machine().cores);
    (void)executor.run(start, compute::stepsIn(start.experiment.taskLength));
    return frames;
}

/// What the frames build, if the kernel's switches are left out of account where `evidence` is
/// inferred: the workers' own gaps are in the stream as well.
Recording recordingWith(std::vector<Frame> frames, Evidence evidence)
{
    ComparisonBuilder builder;
    for (Frame& frame : frames) {
        if (auto* const started = std::get_if<RunStarted>(&frame))
            started->start.evidence = evidence;
        if (!builder.add(frame))
            std::abort();
    }
    return builder.take().runs.front();
}

struct Found {
    int found = 0;
    int all = 0;
};

/// How many of the times off the core in `exact` that last over 200 µs overlap one in `inferred`.
void countFound(const Worker& exact, const Worker& inferred, Found& count)
{
    for (const Wait& wait : exact.waits) {
        if (wait.end - wait.start <= std::chrono::microseconds(200))
            continue;
        ++count.all;
        count.found += std::ranges::any_of(inferred.waits, [&](const Wait& other) {
            return other.start < wait.end && wait.start < other.end;
        });
    }
}

void compareInferred(const Cores& cores, Mode mode)
{
    const auto frames = framesOfRun(cores, mode);
    const Recording exact = recordingWith(frames, Evidence::Exact);
    const Recording inferred = recordingWith(frames, Evidence::Inferred);
    Found count;
    double exactTime = 0;
    double inferredTime = 0;
    for (std::size_t i = 0; i < exact.workers.size(); ++i) {
        countFound(exact.workers[i], inferred.workers[i], count);
        exactTime += static_cast<double>(timesOf(exact.workers[i]).running.count());
        inferredTime += static_cast<double>(timesOf(inferred.workers[i]).running.count());
    }
    std::printf("  %-10s %4d of %4d intervals over 200 µs found, running time %+.2f %%\n",
                nameOf(mode).data(), count.found, count.all,
                (inferredTime - exactTime) / exactTime * 100);
}

void compareWithPerf(const std::string& milliseconds)
{
    const auto compared = sliceComparison(CPUCLOCK " restless " + milliseconds);
    if (!compared) {
        std::printf("  left out: %s\n", compared.error().message.c_str());
        return;
    }
    std::printf("  %d slices over 1 µs in perf's recording, %d of them in ours with the same core;"
                " edges differ by %.0f ns in the median, %.0f ns at most\n",
                compared->theirs, compared->same, compared->medianDifference,
                compared->largestDifference);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string milliseconds = argc > 1 ? argv[1] : "1000";
    const auto cores = Cores::detect();
    if (!cores)
        return 1;
    std::printf("slices of an observed program against its own clock\n");
    for (const char* const how : {"busy", "sleepy", "restless", "exec"})
        compareWithClock(how, milliseconds);
    std::printf("inferred against exact evidence of the same run\n");
    for (const Mode mode : allModes)
        compareInferred(*cores, mode);
    std::printf("exact evidence against perf record --switch-events\n");
    compareWithPerf(milliseconds);
    return 0;
}
