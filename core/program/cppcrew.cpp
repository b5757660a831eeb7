#include "core/program/cppcrew.h"

namespace {

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
[crew&static]    const int last = tasks * (number + 1) / workers;
[crew&static]    for (int task = tasks * number / workers + 1; task <= last; ++task)
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

constexpr CppCrew crew{workers, loop};

}  // namespace

const CppCrew& cppCrew()
{
    return crew;
}
