// What it costs a program to be observed: its wall time with and without, alternated, so that a
// drift of the machine hits both alike.
//
//     bench_observing [rounds] [megabytes]

#include "core/observe/clock.h"
#include "tests/bench/benchtools.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace {

using Command = std::vector<std::string>;

/// Without us, as a shell would start it; its output is thrown away.
void runBare(const Command& command)
{
    std::vector<char*> arguments;
    for (const std::string& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const pid_t pid = fork();
    if (pid == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    waitpid(pid, nullptr, 0);
}

template <typename Work>
double seconds(Work work)
{
    const Nanoseconds before = now();
    work();
    return toMilliseconds(now() - before) / 1000;
}

struct Cost {
    std::vector<double> ratios;
    double observer = 0;  ///< CPU time of the recorder ÷ wall time, of the last round
    std::size_t slices = 0;
};

void compare(const char* name, const Command& command, int rounds, bool exactly)
{
    Cost cost;
    for (int i = 0; i < rounds; ++i) {
        const double bare = seconds([&] { runBare(command); });
        Recording run;
        const double ours = seconds([&] { run = observed(command, exactly).run; });
        cost.ratios.push_back(ours / bare);
        cost.observer = static_cast<double>(run.summary.observerTime.count()) /
                        static_cast<double>(run.wall().count());
        cost.slices = 0;
        for (const Worker& worker : run.workers)
            cost.slices += worker.slices.size();
    }
    std::printf("  %-28s %-8s wall ratio median %.4f (%.4f to %.4f), recorder %.2f %% of a core, "
                "%zu slices\n",
                name, exactly ? "exact" : "sampled", medianOf(cost.ratios),
                *std::ranges::min_element(cost.ratios), *std::ranges::max_element(cost.ratios),
                cost.observer * 100, cost.slices);
    std::fflush(stdout);
}

/// A file of that many megabytes that does not compress well.
void fill(const std::string& path, int megabytes)
{
    std::ofstream file(path, std::ios::binary);
    std::mt19937_64 random;
    std::vector<std::uint64_t> block(std::size_t{1} << 17U);
    for (int i = 0; i < megabytes; ++i) {
        std::ranges::generate(block, [&] { return random() & 0x00ff00ff00ff00ffULL; });
        file.write(reinterpret_cast<const char*>(block.data()),
                   static_cast<std::streamsize>(block.size() * sizeof block[0]));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
    const int megabytes = argc > 2 ? std::atoi(argv[2]) : 100;
    if (rounds < 1 || megabytes < 1) {
        std::fputs("usage: bench_observing [rounds] [megabytes]\n", stderr);
        return 2;
    }
    const std::string file = "/tmp/bench_observing." + std::to_string(getpid());
    fill(file, megabytes);
    const std::string script = "import threading\n"
                               "def work(): sum(i * i for i in range(4000000))\n"
                               "threads = [threading.Thread(target=work) for _ in range(2)]\n"
                               "[thread.start() for thread in threads]\n"
                               "[thread.join() for thread in threads]\n";
    std::printf("a program that is observed against the same one that is not, %d rounds\n", rounds);
    for (const bool exactly : {true, false}) {
        compare("xz -T2", {"xz", "-T2", "-0", "-k", "-c", file}, rounds, exactly);
        compare("CPython, two threads", {"/usr/bin/env", "python3", "-c", script}, rounds, exactly);
        compare("ping-pong of two processes", {CPUCLOCK, "pingpong", "100000"}, rounds, exactly);
    }
    unlink(file.c_str());
    return 0;
}
