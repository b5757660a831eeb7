#include "core/program/cppwork.h"

namespace {

constexpr CppWork increment{.function = "increment",
                            .unit = "additions",
                            .constants = R"cpp(
constexpr long long items = $items$;  // how often each task adds one
)cpp",
                            .fields = R"cpp(
$indent$std::atomic<long long> counter = 0;
[shared-lock]$indent$$mutex$ lock;  // one for all
)cpp",
                            .functions = R"cpp(
/// Adds one to the shared counter, again and again.
long long increment(int$nameOfTask$$part$)
{
[own]    std::mutex own;  // of this worker alone: it keeps nobody out
[!split]    constexpr long long first = 0;
[!split]    constexpr long long last = items;
[split]    const long long first = items * part / split;
[split]    const long long last = items * (part + 1) / split;
    for (long long item = first; item < last; ++item) {
[own]        const std::lock_guard guard(own);
[shared-lock&gil]        lock_without_interpreter($s$lock);
[shared-lock&gil]        const std::lock_guard guard($s$lock, std::adopt_lock);
[shared-lock&!gil]        const std::lock_guard guard($s$lock);
[atomic&gil]        if (item % 1000 == 0)
[atomic&gil]            interpreter.offer();
[atomic]        ++$s$counter;  // one step: nobody gets in between
[!atomic]        const long long count = $s$counter.load(std::memory_order_relaxed);
[!atomic&gil]        if (item % 1000 == 0)
[!atomic&gil]            interpreter.offer();
[none|own]        // In between another worker can load the same number.
[!atomic]        $s$counter.store(count + 1, std::memory_order_relaxed);
    }
[!split]    std::printf("task %d: %lld additions\n", task, last - first);
    return last - first;
}
)cpp",
                            .report = R"cpp(
    std::printf("%d tasks done, counted %lld of %lld additions\n", done,
                $s$counter.load(), total);
)cpp"};

constexpr CppWork philosopher{.function = "philosopher",
                              .unit = "meals",
                              .constants = R"cpp(
constexpr int rounds = $rounds$;  // meals of each philosopher, that is: of each task
constexpr Milliseconds meal = Milliseconds($ms$) / rounds;  // of a core
constexpr int fork_count = $forkCount$;
[!loop]constexpr Milliseconds patience = 2000ms + 10 * tasks * meal;  // longer: stuck
)cpp",
                              .fields = R"cpp(
[!loop]$indent$$timedMutex$ forks[fork_count];
)cpp",
                              .functions = R"cpp(
[loop]/// A fork on the table. Who finds it taken waits, and the event loop goes on meanwhile.
[loop]class Fork {
[loop]public:
[loop]    struct Taking {
[loop]        Fork& fork;
[loop]        bool await_ready() const { return !std::exchange(fork.m_is_taken, true); }
[loop]        void await_suspend(std::coroutine_handle<> who) const
[loop]        {
[loop]            fork.m_waiting.push_back(who);
[loop]        }
[loop]        void await_resume() const {}
[loop]    };

[loop]    Taking take() { return {*this}; }

[loop]    /// Hands the fork over to who has waited longest.
[loop]    void put_back()
[loop]    {
[loop]        m_is_taken = !m_waiting.empty();
[loop]        if (m_waiting.empty())
[loop]            return;
[loop]        loop.resume_soon(m_waiting.front());
[loop]        m_waiting.pop_front();
[loop]    }

[loop]private:
[loop]    bool m_is_taken = false;
[loop]    std::deque<std::coroutine_handle<>> m_waiting;
[loop]};

[loop]Fork forks[fork_count];

/// Keeps a core busy for the length of a meal.
void eat()
{
    const auto used = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return Milliseconds(time.tv_sec * 1e3 + time.tv_nsec / 1e6);
    };
    const Milliseconds end = used() + meal;
[gil]    while (used() < end)
[gil]        interpreter.offer();
[!gil]    while (used() < end) {
[!gil]    }
}

[!loop]void reach()
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop]    std::this_thread::sleep_for(1ms);  // a neighbour takes a fork meanwhile
[!loop]}

[!loop]/// Whether the fork could be taken in good time.
[!loop]bool take_in_time($timedMutex$& fork)
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop]    return fork.try_lock_for(patience);
[!loop]}

[!loop]/// Takes two forks, each of which a neighbour needs too, to eat.
[!loop]long long philosopher(int task)
[!loop]{
[!loop&opposite]    const int first = task - 1;
[!loop&opposite]    const int second = task % fork_count;  // all could wait in a circle
[!loop&same]    // All take the fork with the lower number first: no circle can close.
[!loop&same]    const auto [first, second] = std::minmax({task - 1, task % fork_count});
[!loop]    for (int round = 0; round < rounds; ++round) {
[!loop&gil]        lock_without_interpreter($s$forks[first]);
[!loop&gil]        const std::lock_guard hold($s$forks[first], std::adopt_lock);
[!loop&!gil]        const std::lock_guard hold($s$forks[first]);
[!loop]        reach();
[!loop]        if (!take_in_time($s$forks[second])) {
[!loop]            std::printf("deadlock: task %d holds fork %d, waits for %d\n", task, first,
[!loop]                        second);
[!loop]            return round;
[!loop]        }
[!loop]        eat();
[!loop]        $s$forks[second].unlock();
[!loop]    }
[!loop]    std::printf("task %d: %d meals\n", task, rounds);
[!loop]    return rounds;
[!loop]}
)cpp",
                              .report = R"cpp(
[loop]    if (done < tasks)
[loop]        std::printf("deadlock: %d tasks wait for each other\n", next_task - 1 - done);
    std::printf("%d tasks done, %lld of %d meals eaten\n", done, total, tasks * rounds);
    return total == tasks * rounds ? 0 : 1;
)cpp",
                              .awaited = R"cpp(
[opposite]    const int first = task - 1;
[opposite]    const int second = task % fork_count;  // all could wait in a circle
[same]    // All take the fork with the lower number first: no circle can close.
[same]    const auto [first, second] = std::minmax({task - 1, task % fork_count});
    for (int round = 0; round < rounds; ++round) {
        co_await forks[first].take();
        co_await loop.sleep(1ms);  // a neighbour takes a fork meanwhile
        co_await forks[second].take();
        eat();
        forks[second].put_back();
        forks[first].put_back();
    }
    const long long result = rounds;
    std::printf("task %d: %d meals\n", task, rounds);
)cpp"};

}  // namespace

const CppWork* cppContending(const Filling& filling)
{
    if (filling.has("increment"))
        return &increment;
    return filling.has("philosophers") ? &philosopher : nullptr;
}
