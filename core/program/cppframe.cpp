#include "core/program/cppframe.h"

namespace {

constexpr std::string_view head = R"cpp(
$comment$
//
// Compile and run it with:
//   $run$
)cpp";

constexpr std::string_view constants = R"cpp(
[time]using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
[milliseconds]using Milliseconds = std::chrono::duration<double, std::milli>;

[!file]constexpr int tasks = $tasks$;
[file]int tasks = 0;  // as many as there are addresses
[queue]constexpr int workers = $workers$;  // so many tasks are in progress at once
[split]constexpr int split = $split$;  // so many workers do a part of the same task
[limit]constexpr int cores = $cores$;  // so many cores may be used
[serial]constexpr int serial = $serialPercent$;  // percent that only one worker at a time can do
[file]constexpr char urls_file[] = "$urls$";
[net]constexpr long timeout_ms = $timeout$;
[local]constexpr Milliseconds delay{$delay$};  // of the server, give or take a half
[local]constexpr double bandwidth = $bandwidth$;  // bytes per millisecond and connection
[local]constexpr int port = $port$;  // of the server; 0 stands for a free one
)cpp";

constexpr std::string_view share = R"cpp(
[stealing]/// The tasks that a worker has not done yet.
[stealing]struct Share {
[stealing]    int next = 0;
[stealing]    int end = 0;
[stealing]    int left() const { return end - next; }
[stealing]};
)cpp";

constexpr std::string_view fields = R"cpp(
[alone]int done = 0;  // tasks
[alone]long long total = 0;  // of their results
[!alone]    std::atomic<int> done = 0;  // tasks
[!alone]    std::atomic<long long> total = 0;  // of their results
[crew&shared]    std::atomic<int> next = 1;  // a queue of numbers: the next task
[!loop&split]    std::atomic<long long> results[tasks + 1] = {};  // of each split task
[stealing]    Share shares[workers];
[stealing]    $mutex$ shares_lock;
[serial]    $mutex$ serial_lock;
)cpp";

constexpr std::string_view amount = R"cpp(
[!split]/// $doc$
[!split]long long $function$(int task)
[!split]{
[!split&serial]    const long long middle = $AMOUNT$ * serial / 100;
[!split&serial]    long long result = 0;
[!split&serial]    {
[!split&serial&gil]        lock_without_interpreter($s$serial_lock);
[!split&serial&gil]        const std::lock_guard lock($s$serial_lock, std::adopt_lock);
[!split&serial&!gil]        const std::lock_guard lock($s$serial_lock);  // one worker at a time
[!split&serial]        result = $kernel$($with$0, middle);
[!split&serial]    }
[!split&serial]    result += $kernel$($with$middle, $AMOUNT$);
[!split&!serial]    const long long result = $kernel$($with$0, $AMOUNT$);
[!split]    std::printf("task %d: %lld $unit$\n", task, result);
[!split]    return result;
[!split]}
[split]/// $doc$ One of the parts of a task.
[split]long long $function$(int$nameOfTask$, int part)
[split]{
[split]    const long long first = $AMOUNT$ * part / split;
[split]    const long long last = $AMOUNT$ * (part + 1) / split;
[split&serial]    const long long middle = first + (last - first) * serial / 100;
[split&serial]    long long result = 0;
[split&serial]    {
[split&serial&gil]        lock_without_interpreter($s$serial_lock);
[split&serial&gil]        const std::lock_guard lock($s$serial_lock, std::adopt_lock);
[split&serial&!gil]        const std::lock_guard lock($s$serial_lock);  // one worker at a time
[split&serial]        result = $kernel$($with$first, middle);
[split&serial]    }
[split&serial]    return result + $kernel$($with$middle, last);
[split&!serial]    return $kernel$($with$first, last);
[split]}
)cpp";

constexpr std::string_view workers = R"cpp(
[limit]/// Keeps this process, and all that it starts, on so many cores.
[limit]void use_cores([[maybe_unused]] int count)
[limit]{
[limit]#ifdef __linux__
[limit]    cpu_set_t all;
[limit]    cpu_set_t some;
[limit]    CPU_ZERO(&some);
[limit]    sched_getaffinity(0, sizeof all, &all);
[limit]    for (int core = 0; core < CPU_SETSIZE && count > 0; ++core) {
[limit]        if (CPU_ISSET(core, &all)) {
[limit]            CPU_SET(core, &some);
[limit]            --count;
[limit]        }
[limit]    }
[limit]    sched_setaffinity(0, sizeof some, &some);
[limit]#endif
[limit]}

[!alone&threads]/// Calls `work` in so many threads with the number of each, and waits for all.
[!alone&threads]void in_threads(int count, auto work)
[!alone&threads]{
[!alone&threads]    std::vector<std::jthread> threads;  // they join at the end
[!alone&threads&!gil]    for (int i = 0; i < count; ++i)
[!alone&threads&!gil]        threads.emplace_back(work, i);
[!alone&gil]    for (int i = 0; i < count; ++i) {
[!alone&gil]        threads.emplace_back([=] {
[!alone&gil]            interpreter.take();
[!alone&gil]            work(i);
[!alone&gil]            interpreter.release();
[!alone&gil]        });
[!alone&gil]    }
[!alone&threads]}
[!alone&processes]/// Calls `work` in so many child processes with the number of each, and waits for all.
[!alone&processes]void in_processes(int count, auto work)
[!alone&processes]{
[!alone&processes]    std::fflush(stdout);  // or each child would print it again
[!alone&processes]    std::vector<pid_t> children;
[!alone&processes]    for (int i = 0; i < count; ++i) {
[!alone&processes]        const pid_t child = fork();
[!alone&processes]        if (child == 0) {
[!alone&processes]            work(i);
[!alone&processes]            std::fflush(stdout);
[!alone&processes]            _exit(0);
[!alone&processes]        }
[!alone&processes]        if (child < 0) {
[!alone&processes]            std::perror("fork");
[!alone&processes]            std::exit(1);
[!alone&processes]        }
[!alone&processes]        children.push_back(child);
[!alone&processes]    }
[!alone&processes]    for (const pid_t child : children)
[!alone&processes]        waitpid(child, nullptr, 0);
[!alone&processes]}

[!loop&split]/// Splits a task: each part has a worker, and all work at the same time.
[!loop&split]long long run_in_parts(int task)
[!loop&split]{
[!loop&split&gil&queue]    interpreter.release();  // the parts need it
[!loop&split]    in_$means$(split, [=](int part) {
[!loop&split]        shared.results[task] += $function$(task, part);
[!loop&split]    });
[!loop&split&gil&queue]    interpreter.take();
[!loop&split]    const long long result = shared.results[task];
[!loop&split]    std::printf("task %d: %lld $unit$\n", task, result);
[!loop&split]    return result;
[!loop&split]}

void finish(long long result)
{
[!net]    ++$s$done;
[net]    $s$done += result > 0;
    $s$total += result;
}

[stealing]/// A task of the own share; if none is left, half of what another has left. 0: no more.
[stealing]int next_task(int number)
[stealing]{
[stealing]    const std::lock_guard lock(shared.shares_lock);
[stealing]    Share& own = shared.shares[number];
[stealing]    if (own.left() == 0) {
[stealing]        Share& victim = *std::ranges::max_element(shared.shares, {}, &Share::left);
[stealing]        const int half = (victim.left() + 1) / 2;
[stealing]        victim.end -= half;
[stealing]        own = {victim.end, victim.end + half};
[stealing]    }
[stealing]    return own.left() > 0 ? ++own.next : 0;
[stealing]}

[crew&shared]/// Takes tasks from the queue until there are no more.
[crew&static]/// Does its share of the tasks.
[crew&stealing]/// Does its share of the tasks, then helps the others.
[crew]void work(int$nameOfNumber$)
[crew]{
[crew&shared]    for (int task = shared.next++; task <= tasks; task = shared.next++)
[crew&static]    for (int task = number + 1; task <= tasks; task += workers)
[crew&stealing]    while (const int task = next_task(number))
[crew]        finish($call$);
[crew]}
)cpp";

constexpr std::string_view loop = R"cpp(
int next_task = 1;
[split]int parts_done[tasks + 1] = {};
[split]long long results[tasks + 1] = {};

void start_next();

/// Does a task. While it waits, the event loop goes on with others.
[!split]Coroutine run(int task)
[split]Coroutine run(int task, int$nameOfPart$)
{
[!awaited]    co_await loop.sleep(0ms);  // until it is its turn
[!awaited]    const long long result = $call$;  // nobody goes on
[awaited]$awaitedWork$
[split]    results[task] += result;
[split]    if (++parts_done[task] < split)
[split]        co_return;
[split]    std::printf("task %d: %lld $unit$\n", task, results[task]);
[split]    finish(results[task]);
[sleep&!split]    std::printf("task %d: 1 nap\n", task);
[!split]    finish(result);
    start_next();
}

void start_next()
{
    if (next_task > tasks)
        return;
    const int task = next_task++;
[!split]    run(task);
[split]    for (int part = 0; part < split; ++part)
[split]        run(task, part);
}
)cpp";

constexpr std::string_view start = R"cpp(
int main()
{
[net]    curl_global_init(CURL_GLOBAL_DEFAULT);
[local]    const pid_t server = start_server();
[file]    urls = read_addresses(urls_file);
[file]    tasks = static_cast<int>(urls.size());
[limit]    use_cores(cores);
[stealing]    for (int i = 0; i < workers; ++i)
[stealing]        shared.shares[i] = {tasks * i / workers, tasks * (i + 1) / workers};
    const auto start = Clock::now();
[!loop&plain]    for (int task = 1; task <= tasks; ++task)
[!loop&plain]        finish($call$);
[crew]    in_$means$(workers, work);
[loop&queue]    for (int i = 0; i < workers; ++i)
[loop&queue]        start_next();
[loop&plain]    start_next();
[loop]    loop.run();
    const std::chrono::duration<double> elapsed = Clock::now() - start;
[local]    kill(server, SIGTERM);
[local]    waitpid(server, nullptr, 0);
[!alone]    const int done = shared.done;
[!alone]    const long long total = shared.total;
    std::printf("%.3f seconds\n", elapsed.count());
)cpp";

constexpr CppFrame frame{head, constants, share, fields, amount, workers, loop, start};

}  // namespace

const CppFrame& cppFrame()
{
    return frame;
}
