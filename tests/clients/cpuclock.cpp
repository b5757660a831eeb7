// Works in one of several ways and prints what the system accounts to its main thread, in
// nanoseconds (CLOCK_THREAD_CPUTIME_ID).
//
//   cpuclock busy MS          computes without a pause
//   cpuclock sleepy MS        sleeps 10 ms at a time
//   cpuclock restless MS      sleeps 500 µs at a time
//   cpuclock exec MS          executes itself, and is busy then
//   cpuclock pingpong ROUNDS  two processes that wake one another through pipes
//
// The last prints the wall time of its rounds instead.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

long long nanoseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

void work(const char* how, long long length)
{
    const long long end = nanoseconds(CLOCK_MONOTONIC) + length;
    const useconds_t pause = std::strcmp(how, "sleepy") == 0     ? 10'000
                             : std::strcmp(how, "restless") == 0 ? 500
                                                                 : 0;
    while (nanoseconds(CLOCK_MONOTONIC) < end) {
        if (pause > 0)
            usleep(pause);
    }
    std::printf("%lld\n", nanoseconds(CLOCK_THREAD_CPUTIME_ID));
}

void pass(int from, int to)
{
    char token = 0;
    if (read(from, &token, 1) != 1 || write(to, &token, 1) != 1)
        std::exit(1);
}

void playPingPong(long rounds)
{
    std::array<int, 2> there{};
    std::array<int, 2> back{};
    if (pipe(there.data()) != 0 || pipe(back.data()) != 0)
        std::exit(1);
    if (fork() == 0) {
        for (long i = 0; i < rounds; ++i)
            pass(there[0], back[1]);
        _exit(0);
    }
    const long long start = nanoseconds(CLOCK_MONOTONIC);
    if (write(there[1], "x", 1) != 1)
        std::exit(1);
    for (long i = 1; i < rounds; ++i)
        pass(back[0], there[1]);
    char last = 0;
    if (read(back[0], &last, 1) != 1)
        std::exit(1);
    std::printf("%lld\n", nanoseconds(CLOCK_MONOTONIC) - start);
    wait(nullptr);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const long amount = std::atol(argv[2]);
    if (std::strcmp(argv[1], "exec") == 0) {
        execl(argv[0], argv[0], "busy", argv[2], nullptr);
        return 127;
    }
    if (std::strcmp(argv[1], "pingpong") == 0)
        playPingPong(amount);
    else
        work(argv[1], amount * 1'000'000LL);
    return 0;
}
