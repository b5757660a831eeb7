// Several threads compute under one lock that each holds for 5 ms at a time, as those of an
// interpreter do: all are in progress, and never two run at once.
//
//   takingturns COUNT TURNS

#include <condition_variable>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <thread>
#include <vector>

namespace {

long long cpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

void computeOneTurn()
{
    for (const long long end = cpuTime() + 5'000'000; cpuTime() < end;) {
    }
}

/// Lets threads in strictly by turns: a plain lock might favour the thread that has just had it.
class Turns {
public:
    explicit Turns(int threads) : m_threads(threads) {}

    void compute(int thread, int turns)
    {
        for (int i = 0; i < turns; ++i) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_next == thread; });
            computeOneTurn();
            m_next = (m_next + 1) % m_threads;
            m_changed.notify_all();
        }
    }

private:
    int m_threads;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_next = 0;
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const int count = std::atoi(argv[1]);
    Turns turns(count);
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&turns, i, all = std::atoi(argv[2])] { turns.compute(i, all); });
    return 0;
}
