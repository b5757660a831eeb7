// Computes in several threads or processes at once, each until it has used so much CPU time.
//
//   computing threads|processes COUNT MILLISECONDS
//
// Prints "TID NANOSECONDS" for each: the CPU time that the system accounts to it when it is done.

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <thread>
#include <vector>

namespace {

long long cpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

void compute(long long amount)
{
    volatile unsigned int sum = 0;
    while (cpuTime() < amount) {
        for (unsigned int i = 0; i < 20'000; ++i)
            sum = sum + i;
    }
    // One write, so that lines of processes do not mix; what it takes itself is not in it.
    char line[64];
    const int size = std::snprintf(line, sizeof line, "%ld %lld\n", syscall(SYS_gettid), cpuTime());
    (void)!write(STDOUT_FILENO, line, static_cast<std::size_t>(size));
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const int count = std::atoi(argv[2]);
    const long long amount = std::atoi(argv[3]) * 1'000'000LL;
    if (std::strcmp(argv[1], "threads") == 0) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back(compute, amount);
        return 0;
    }
    for (int i = 0; i < count; ++i) {
        if (fork() == 0) {
            compute(amount);
            _exit(0);
        }
    }
    while (wait(nullptr) > 0) {
    }
    return 0;
}
