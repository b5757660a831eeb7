#include "core/program/pythonframe.h"

namespace {

constexpr std::string_view head = R"py(
"""$summary$

Run it with: $run$
"""
)py";

constexpr std::string_view constants = R"py(
[!file]TASKS = $tasks$
[queue]WORKERS = $workers$  # so many tasks are in progress at once
[split]SPLIT = $split$  # so many workers do a part of the same task
[limit]CORES = $cores$  # so many cores may be used
[serial]SERIAL = $serialPercent$  # percent of each task that only one worker at a time can do
[file]URLS_FILE = "$urls$"
[net]TIMEOUT = $timeout$ / 1000  # seconds
[local]DELAY_MS = $delay$  # of the server, give or take a half
[local]BANDWIDTH = $bandwidth$ * 1000  # bytes per second on each connection
[local]PORT = $port$  # 0 stands for a free one
)py";

constexpr std::string_view amount = R"py(
[serial&threads]serial_lock = threading.Lock()


[!split]$def$ $function$(task):
[!split]    """$doc$"""
[!split&loop]    # Nothing is awaited here, so no other task goes on meanwhile.
[!split&serial]    serial = $AMOUNT$ * SERIAL // 100
[!split&serial]    with serial_lock:  # only one worker at a time can do this part
[!split&serial]        result = $kernel$(task, 0, serial)
[!split&serial]    result += $kernel$(task, serial, $AMOUNT$)
[!split&!serial]    result = $kernel$(task, 0, $AMOUNT$)
[!split]    print(f"task {task}: {result} $unit$"$flush$)
[!split]    return result
[split]$def$ $function$(task, part):
[split]    """$doc$ One of SPLIT parts."""
[split&loop]    # Nothing is awaited here, so no other task goes on meanwhile.
[split]    first = $AMOUNT$ * part // SPLIT
[split]    last = $AMOUNT$ * (part + 1) // SPLIT
[split&serial]    middle = first + (last - first) * SERIAL // 100
[split&serial]    with serial_lock:  # only one worker at a time can do this much
[split&serial]        result = $kernel$(task, first, middle)
[split&serial]    return result + $kernel$(task, middle, last)
[split&!serial]    return $kernel$(task, first, last)
)py";

constexpr std::string_view tools = R"py(
[share]def share($names$):
[share]    """Makes known to a process what all share: to be called in each."""
[share]    globals().update($known$)


[limit]def use_cores(count):
[limit]    """Keeps this process, and all that it starts, on so many cores."""
[limit]    if hasattr(os, "sched_setaffinity"):  # Linux
[limit]        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


[split&!loop]def run_in_parts(task, team):
[split&!loop]    """Splits a task: the workers of the team do its parts at the same time."""
[split&!loop]    result = sum(team.map($function$, [task] * SPLIT, range(SPLIT)))
[split&loop]async def run_in_parts(task):
[split&loop]    """Splits a task: its parts are in progress at the same time."""
[split&loop]    parts = [$function$(task, part) for part in range(SPLIT)]
[split&loop]    result = sum(await asyncio.gather(*parts))
[split]    print(f"task {task}: {result} $unit$"$flush$)
[split]    return result


[stealing]def next_task(own, shares$urlsParameter$):
[stealing]    """A task of the own share; if none is left, half of what another has left."""
[stealing&threads]    with share_lock:
[stealing&threads]        if not shares[own]:
[stealing&threads]            victim = max(shares, key=len)
[stealing&threads]            half = len(victim) // 2
[stealing&threads]            shares[own] = victim[half:]
[stealing&threads]            del victim[half:]
[stealing&threads]        return shares[own].pop(0) if shares[own] else None
[stealing&processes]    with shares.get_lock():  # each share is a first and a last task
[stealing&processes]        if shares[2 * own] == shares[2 * own + 1]:
[stealing&processes]            left = [shares[2 * n + 1] - shares[2 * n] for n in range(WORKERS)]
[stealing&processes]            victim = left.index(max(left))
[stealing&processes]            half = (max(left) + 1) // 2
[stealing&processes]            shares[2 * own + 1] = shares[2 * victim + 1]
[stealing&processes]            shares[2 * victim + 1] -= half
[stealing&processes]            shares[2 * own] = shares[2 * victim + 1]
[stealing&processes]        if shares[2 * own] == shares[2 * own + 1]:
[stealing&processes]            return None
[stealing&processes]        shares[2 * own] += 1
[stealing&processes]        return $stolen$
[stealing&threads]

[stealing&threads]share_lock = threading.Lock()
)py";

constexpr std::string_view workers = R"py(
[worker]def worker($source$, results$urlsParameter$$sharedParameter$):
[worker&shared]    """Takes tasks from the queue until there are no more."""
[worker&static]    """Does its share of the tasks."""
[worker&stealing]    """Does its share of the tasks, then helps the others."""
[worker&share]    share(*shared)
[worker&split]    with $team$ as team:
[worker&split]        for task in $next$:
[worker&split]            results.$add$(run_in_parts(task, team))
[worker&!split]    for $item$ in $next$:
[worker&!split]        results.$add$($function$($item$))
[loop]async def worker(tasks, results):
[loop]    """Takes tasks until there are no more; while it waits, others go on."""
[loop]    while tasks:
[loop&split]        results.append(await run_in_parts(tasks.popleft()))
[loop&!split]        results.append(await $function$(tasks.popleft()))


[loop]async def run_all(tasks):
[loop]    """One thread does it all: nothing here runs in parallel."""
[loop]    results = []
[loop&queue]    workers = [worker(tasks, results) for _ in range(WORKERS)]
[loop&queue]    await asyncio.gather(*workers)
[loop&plain]    await worker(tasks, results)
[loop]    return results
)py";

constexpr std::string_view start = R"py(
def main():
[local]    server, port = start_server()
[local]    urls = [f"http://127.0.0.1:{port}/picture/{n + 1}" for n in range(TASKS)]
[file]    urls = read_addresses(URLS_FILE)
[share]    shared = $sharedValues$
[share]    share(*shared)
[limit]    use_cores(CORES)
    start = time.perf_counter()
[loop]    results = asyncio.run(run_all(collections.deque($all$)))
[plain&!loop&split]    results = []
[plain&!loop&split]    with $team$ as team:
[plain&!loop&split]        for task in $all$:
[plain&!loop&split]            results.append(run_in_parts(task, team))
[plain&!loop&!split]    results = []
[plain&!loop&!split]    for $item$ in $all$:
[plain&!loop&!split]        results.append($function$($item$))
[pool]    with $pool$ as pool:
[pool]        results = list(pool.map($function$, $all$))
[worker&shared]    tasks = $queues$.Queue()
[worker&threads&shared]    for $item$ in $all$:
[worker&threads&shared]        tasks.put($item$)
[worker&threads]    results = []
[worker&processes]    finished = multiprocessing.SimpleQueue()
[worker&static|worker&stealing&threads]    all_tasks = list($all$)
[worker&static|worker&stealing&threads]    edges = [$count$ * n // WORKERS for n in range(WORKERS + 1)]
[worker&static|worker&stealing&threads]    shares = [all_tasks[edges[n] : edges[n + 1]] for n in range(WORKERS)]
[worker&stealing&processes]    shares = multiprocessing.Array("l", 2 * WORKERS)
[worker&stealing&processes]    for n in range(WORKERS):
[worker&stealing&processes]        shares[2 * n] = $count$ * n // WORKERS
[worker&stealing&processes]        shares[2 * n + 1] = $count$ * (n + 1) // WORKERS
[worker]    workers = [
[worker]        $kind$(target=worker, args=($arguments$))
[worker]        for $number$ in $numbers$
[worker]    ]
[worker&threads&shared]    for _ in workers:
[worker&threads&shared]        tasks.put(None)  # says: no more
[worker]    for each in workers:
[worker]        each.start()
[worker&processes&shared]    for $item$ in $all$:
[worker&processes&shared]        tasks.put($item$)
[worker&processes&shared]    for _ in workers:
[worker&processes&shared]        tasks.put(None)  # says: no more
[worker&processes]    results = [finished.get() for _ in range($count$)]
[worker]    for each in workers:
[worker]        each.join()
    elapsed = time.perf_counter() - start
[local]    server.terminate()
    print(f"{elapsed:.3f} seconds")
)py";

constexpr std::string_view end = R"py(
if __name__ == "__main__":
    main()
)py";

constexpr PythonFrame frame{head, constants, amount, tools, workers, start, end};

}  // namespace

const PythonFrame& pythonFrame()
{
    return frame;
}
