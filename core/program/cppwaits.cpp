#include "core/program/cppwork.h"

namespace {

constexpr CppWork nap{.function = "nap",
                      .unit = "naps",
                      .constants = R"cpp(
constexpr Milliseconds task_length{$ms$};  // how long each task waits
)cpp",
                      .fields = {},
                      .functions = R"cpp(
[!loop]/// Only waits: needs no core to do so.
[!loop]long long nap(int$nameOfTask$$part$)
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop&!split]    std::this_thread::sleep_for(task_length);
[!loop&split]    std::this_thread::sleep_for(task_length / split);
[!loop&!split]    std::printf("task %d: 1 nap\n", task);
[!loop]    return 1;
[!loop]}
)cpp",
                      .report = R"cpp(
    std::printf("%d tasks done, %lld naps\n", done, total);
)cpp",
                      .awaited = R"cpp(
[split]    co_await loop.sleep(task_length / split);
[!split]    co_await loop.sleep(task_length);
    const long long result = 1;
)cpp"};

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
constexpr Milliseconds meal = Milliseconds($ms$) / rounds;
constexpr int fork_count = $forkCount$;
[!loop]constexpr Milliseconds patience = 2000ms + 2 * (tasks + 1) * meal;  // longer: stuck
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

[!loop]void spend(Milliseconds time)
[!loop]{
[!loop&gil]    const Waiting waiting;
[!loop]    std::this_thread::sleep_for(time);
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
[!loop]        spend(meal / 2);  // a neighbour takes a fork meanwhile
[!loop]        if (!take_in_time($s$forks[second])) {
[!loop]            std::printf("deadlock: task %d holds fork %d, waits for %d\n", task, first,
[!loop]                        second);
[!loop]            return round;
[!loop]        }
[!loop]        spend(meal / 2);
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
        co_await loop.sleep(meal / 2);  // a neighbour takes a fork meanwhile
        co_await forks[second].take();
        co_await loop.sleep(meal / 2);
        forks[second].put_back();
        forks[first].put_back();
    }
    const long long result = rounds;
    std::printf("task %d: %d meals\n", task, rounds);
)cpp"};

constexpr std::string_view downloadReport = R"cpp(
    std::printf("%d of %d downloads done, %lld bytes\n", done, tasks, total);
    return done == tasks ? 0 : 1;
)cpp";

constexpr CppWork download{.function = "download",
                           .unit = "bytes",
                           .constants = {},
                           .fields = {},
                           .functions = R"cpp(
[!loop]/// Downloads a picture: waits for the server most of the time.
[!loop]long long download(const std::string& url)
[!loop]{
[!loop]    const std::string picture = fetch(url);
[!loop]    if (!picture.empty())
[!loop]        std::printf("%s: %zu bytes\n", url.c_str(), picture.size());
[!loop]    return static_cast<long long>(picture.size());
[!loop]}
)cpp",
                           .report = downloadReport,
                           .awaited = R"cpp(
    const std::string& url = urls[task - 1];
    const std::string picture = co_await loop.fetch(url);
    if (!picture.empty())
        std::printf("%s: %zu bytes\n", url.c_str(), picture.size());
    const long long result = static_cast<long long>(picture.size());
)cpp"};

constexpr CppWork mixed{.function = "download_and_blur",
                        .unit = "bytes",
                        .constants = {},
                        .fields = {},
                        .functions = R"cpp(
/// Decodes a picture, blurs and encodes it. It knows the format PPM only, to need no
/// library; the bytes of another picture are treated as if they were points.
std::string blurred(std::string picture)
{
    const std::size_t start = picture.starts_with("P6") ? picture.find("255\n") + 4 : 0;
    for (int pass = 0; pass < 20; ++pass) {
[gil]        interpreter.offer();
        for (std::size_t at = start + 3; at + 3 < picture.size(); ++at) {
            const auto point = [&](std::size_t i) { return picture[i] & 0xff; };
            const int mean = (point(at - 3) + point(at) + point(at + 3)) / 3;
            picture[at] = static_cast<char>(mean);  // red, green and blue stand in turn
        }
    }
    return picture;
}

[!loop]/// Downloads a picture, which is to wait, and blurs it, which is to compute.
[!loop]long long download_and_blur(const std::string& url)
[!loop]{
[!loop]    const std::string picture = blurred(fetch(url));
[!loop]    if (!picture.empty())
[!loop]        std::printf("%s: %zu bytes blurred\n", url.c_str(), picture.size());
[!loop]    return static_cast<long long>(picture.size());
[!loop]}
)cpp",
                        .report = downloadReport,
                        .awaited = R"cpp(
    const std::string& url = urls[task - 1];
    const std::string picture = blurred(co_await loop.fetch(url));
    if (!picture.empty())
        std::printf("%s: %zu bytes blurred\n", url.c_str(), picture.size());
    const long long result = static_cast<long long>(picture.size());
)cpp"};

}  // namespace

const CppWork* cppWaiting(const Filling& filling)
{
    if (filling.has("sleep"))
        return &nap;
    if (filling.has("increment"))
        return &increment;
    if (filling.has("philosophers"))
        return &philosopher;
    return filling.has("mixed") ? &mixed : &download;
}
