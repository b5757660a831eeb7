// What real work shows: downloads by five workers, lists in two processes, turns under one lock,
// and a thousand downloads at once. Prints ratios of one run each; the machine should be idle.

#include "tests/bench/benchtools.h"
#include "tests/support/enginerun.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

double milliseconds(const Recording& run)
{
    return toMilliseconds(run.wall());
}

/// Medians of `rounds` runs each of two ways, in turns, so that a drift of the machine hits both.
template <typename First, typename Second>
std::pair<double, double> inTurns(int rounds, First first, Second second)
{
    std::vector<double> firsts;
    std::vector<double> seconds;
    for (int i = 0; i < rounds; ++i) {
        firsts.push_back(first());
        seconds.push_back(second());
    }
    return {medianOf(firsts), medianOf(seconds)};
}

Experiment standard(const char* workload, WorkerKind with)
{
    Experiment experiment;
    experiment.workload = workload;
    experiment.with = with;
    experiment.tasks = workloadTraitsOf(workload)->tasks;
    return experiment;
}

void benchDownloads(int cores)
{
    std::int64_t server = 0;
    double user = 0;
    const auto run = [&](const Plan& plan) {
        const Recording recording = recorded(standard("download", WorkerKind::Threads), plan);
        server = findingOf(recording, finding::serverCpu)->value;
        user = toMilliseconds(recording.summary.userTime + recording.summary.systemTime);
        return milliseconds(recording);
    };
    const auto [one, five] = inTurns(
        3,
        [&] {
            return run({1, 1, 1});
        },
        [&] {
            return run({5, 1, cores});
        });
    std::printf("35 downloads, five workers on %d core(s): %.0f ms against %.0f ms one after "
                "another, %.2f times faster (at least 4.5); CPU time of the workers %.0f ms, and "
                "apart from it of the server %.0f ms\n",
                cores, five, one, one / five, user, static_cast<double>(server) / 1e6);
}

void benchAppend(std::int64_t items)
{
    const auto run = [&](WorkerKind with, const Plan& plan) {
        Experiment experiment = standard("append", with);
        experiment.settings[Setting::Items] = items;
        return milliseconds(recorded(experiment, plan));
    };
    const auto [sequential, processes] = inTurns(
        7,
        [&] {
            return run(WorkerKind::Processes, {1, 1, 1});
        },
        [&] {
            return run(WorkerKind::Processes, {2, 1, 2});
        });
    std::printf("append %lld items twice: %.1f ms one after another, %.1f ms in two processes: "
                "%.2f times faster (at least 1.6)\n",
                static_cast<long long>(items), sequential, processes, sequential / processes);
}

void benchAgainstPython()
{
    constexpr int items = 10'000'000;
    const std::string python = outputOf("python3 -c 'import random, time\n"
                                        "start = time.perf_counter()\n"
                                        "numbers = []\n"
                                        "for number in random.sample(range(20_000_000), " +
                                        std::to_string(items) +
                                        "):\n"
                                        "    numbers.append(number)\n"
                                        "print((time.perf_counter() - start) * 1000)' 2>/dev/null");
    Experiment experiment = standard("append", WorkerKind::Threads);
    experiment.tasks = 1;
    experiment.settings[Setting::Items] = items;
    const double ours = milliseconds(recorded(experiment, {1, 1, 1}));
    const double theirs = std::atof(python.c_str());
    if (theirs <= 0)
        std::printf("append 10,000,000 items: %.0f ms; there is no python3 to compare with\n",
                    ours);
    else
        std::printf("append 10,000,000 items: %.0f ms in C++, %.0f ms in CPython: %.1f times "
                    "faster\n",
                    ours, theirs, theirs / ours);
}

/// How long a worker had the lock each time: from the end of a wait for it to the next. One that
/// waits looks around every switch interval, for some microseconds, without having the lock.
std::vector<double> turns(const Recording& run)
{
    std::vector<double> lengths;
    for (const Worker& worker : run.workers) {
        const Wait* last = nullptr;
        for (const Wait& wait : worker.waits) {
            if (wait.reason != WaitReason::Lock)
                continue;
            if (last && wait.start - last->end > std::chrono::microseconds(200))
                lengths.push_back(toMilliseconds(wait.start - last->end));
            last = &wait;
        }
    }
    return lengths;
}

void benchGlobalLock(int cores)
{
    std::vector<double> all;
    const auto run = [&](const Plan& plan) {
        Experiment experiment = standard("compute", WorkerKind::GlobalLock);
        experiment.tasks = 2;
        experiment.taskLength = std::chrono::milliseconds(500);
        const Recording recording = recorded(experiment, plan);
        const auto lengths = turns(recording);
        all.insert(all.end(), lengths.begin(), lengths.end());
        return milliseconds(recording);
    };
    const auto [one, two] = inTurns(
        5,
        [&] {
            return run({1, 1, 1});
        },
        [&] {
            return run({2, 1, cores});
        });
    std::printf("two computing threads under the global lock on %d core(s): speedup %.3f (0.9 to "
                "1.05), median hand-over after %.2f ms (4 to 6) of %zu\n",
                cores, one / two, medianOf(all), all.size());
}

void benchManyDownloads()
{
    Experiment experiment = standard("download", WorkerKind::Threads);
    experiment.tasks = 1000;
    const Recording run = recorded(experiment, {256, 1, machineCores().machine().cores});
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf(
        "1,000 downloads on 256 workers: %d done, %zu pictures, %llu records lost, %.0f ms, "
        "peak memory %ld MB (under 500)\n",
        countOf(run, Outcome::Done), run.pictures.size(),
        static_cast<unsigned long long>(run.summary.lostRecords), milliseconds(run),
        usage.ru_maxrss / 1000);
}

void benchStarts()
{
    for (const WorkerKind with : allWorkerKinds) {
        Experiment experiment = standard("compute", with);
        experiment.taskLength = std::chrono::milliseconds(1);
        std::vector<double> starts;
        for (int i = 0; i < 5; ++i) {
            const auto run = recorded(experiment, {4, 1, 1});
            starts.push_back(static_cast<double>(findingOf(run, finding::workerStart)->value) /
                             1e3);
        }
        std::printf("to start a worker of %s: %.0f µs\n", std::string(nameOf(with)).c_str(),
                    medianOf(starts));
    }
}

}  // namespace

int main()
{
    const int cores = machineCores().machine().cores;
    benchManyDownloads();  // first, as the peak of memory is of the whole process
    benchDownloads(1);
    benchDownloads(cores);
    benchAppend(1'000'000);
    benchAppend(10'000'000);
    benchAgainstPython();
    benchGlobalLock(1);
    benchGlobalLock(cores);
    benchStarts();
}
