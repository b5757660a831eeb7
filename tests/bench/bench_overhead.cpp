// Wall time of a parallel run of 4 tasks, with everything that is recorded of it, against a bare
// program that does the same work and records nothing. Alternated, so that a drift of the machine
// hits both alike.
//
//     bench_overhead [task-ms] [rounds]

#include "core/engine/executor.h"
#include "core/engine/processcrew.h"
#include "core/model/comparisonbuilder.h"
#include "core/observe/childprocess.h"
#include "core/observe/clock.h"
#include "core/observe/cores.h"
#include "core/workload/compute.h"
#include "tests/bench/benchtools.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int tasks = 4;

/// One part of one task, as the bare program does it. Ends the program if the result is wrong.
void walkPart(int task, int part, int parts, std::uint64_t amount)
{
    const std::uint64_t seed = compute::seedOf(TaskId(task));
    const std::uint64_t first = amount * static_cast<std::uint64_t>(part) / parts;
    const std::uint64_t last = amount * (static_cast<std::uint64_t>(part) + 1) / parts;
    if (compute::walk(compute::jump(seed, first), last - first) != compute::jump(seed, last))
        std::abort();
}

void bareThreads(int parts, std::uint64_t amount)
{
    for (int task = 1; task <= tasks; ++task) {
        std::vector<std::jthread> threads;
        for (int part = 0; part < parts; ++part)
            threads.emplace_back(walkPart, task, part, parts, amount);
    }
}

void bareProcesses(int parts, std::uint64_t amount)
{
    for (int task = 1; task <= tasks; ++task) {
        for (int part = 0; part < parts; ++part) {
            if (fork() == 0) {
                walkPart(task, part, parts, amount);
                _exit(0);
            }
        }
        while (wait(nullptr) > 0) {
        }
    }
}

double milliseconds(const std::function<void()>& work)
{
    const Nanoseconds before = now();
    work();
    return toMilliseconds(now() - before);
}

struct Ours {
    double wall;   ///< as recorded, from the origin to the stop of the last task
    double whole;  ///< with creating the workers and waiting for their end
};

Ours runOurs(const Cores& cores, const RunStart& start, std::uint64_t amount)
{
    ComparisonBuilder builder;
    (void)builder.add(StreamStarted{"bench_overhead", cores.machine()});
    ExecutorSettings settings;
    settings.workerProgram = ownProgram();
    Executor executor(
        cores,
        [&](const Frame& frame) {
            if (!builder.add(frame))
                std::abort();
        },
        settings);
    const double whole = milliseconds([&] { (void)executor.run(start, amount); });
    return {toMilliseconds(builder.comparison().runs.front().wall()), whole};
}

void compareWithBare(const Cores& cores, WorkerKind with, std::uint64_t amount, int rounds)
{
    RunStart start;
    start.experiment.tasks = tasks;
    start.experiment.with = with;
    start.plan = planFor(Mode::Parallel, start.experiment, cores.machine().cores);
    const auto bare = with == WorkerKind::Threads ? bareThreads : bareProcesses;

    std::vector<double> wallRatios;
    std::vector<double> wholeRatios;
    for (int round = 0; round < rounds; ++round) {
        const double bareTime = milliseconds([&] { bare(start.plan.split, amount); });
        const Ours ours = runOurs(cores, start, amount);
        wallRatios.push_back(ours.wall / bareTime);
        wholeRatios.push_back(ours.whole / bareTime);
        std::printf("  %2d  bare %8.2f ms  recorded %8.2f ms  with start-up %8.2f ms\n", round + 1,
                    bareTime, ours.wall, ours.whole);
    }
    std::printf("%s: recorded wall / bare wall: median %.4f (%.4f to %.4f); with start-up: "
                "median %.4f\n\n",
                nameOf(with).data(), medianOf(wallRatios), *std::ranges::min_element(wallRatios),
                *std::ranges::max_element(wallRatios), medianOf(wholeRatios));
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && std::string(argv[1]) == "worker")
        return workAsProcess({argv + 2, argv + argc});
    const int taskMilliseconds = argc > 1 ? std::atoi(argv[1]) : 200;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 10;
    const auto cores = Cores::detect();
    if (!cores || taskMilliseconds < 1 || rounds < 1) {
        std::fputs("usage: bench_overhead [task-ms] [rounds]\n", stderr);
        return 2;
    }
    const auto amount = compute::stepsIn(std::chrono::milliseconds(taskMilliseconds));
    std::printf("parallel run of %d tasks of %d ms on %d cores\n\n", tasks, taskMilliseconds,
                cores->machine().cores);
    compareWithBare(*cores, WorkerKind::Threads, amount, rounds);
    compareWithBare(*cores, WorkerKind::Processes, amount, rounds);
    return 0;
}
