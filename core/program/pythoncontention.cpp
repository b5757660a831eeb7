#include "core/program/pythonwork.h"

namespace {

constexpr PythonWork increment{.function = "increment",
                               .unit = "additions",
                               .constants = R"py(
ITEMS = $items$  # how often each task adds one
)py",
                               .functions = R"py(
[!processes&!atomic]counter = 0
[!processes&atomic]counter = itertools.count()  # adds in one call, so nobody gets in between
[!processes&shared-lock]lock = threading.Lock()  # one for all


[!atomic&!processes]def add_one(number):
[!atomic&!processes]    return number + 1


$def$ increment(task$part$):
    """Adds one to the shared counter, again and again."""
[loop]    # Nothing is awaited here, so no other task goes on meanwhile.
[!processes&!atomic]    global counter
[own]    lock = $locks$.Lock()  # of this worker alone: it keeps nobody out
[!split]    first, last = 0, ITEMS
[split]    first = ITEMS * part // SPLIT
[split]    last = ITEMS * (part + 1) // SPLIT
    for _ in range(first, last):
[none&!processes]        # Loads, adds, stores: in between another thread can do the same.
[none&!processes]        counter = add_one(counter)
[none&processes]        # Loads, adds, stores: in between another process can do the same.
[none&processes]        counter.value += 1
[own|shared-lock]        with lock:
[own&!processes|shared-lock&!processes]            counter = add_one(counter)
[own&processes|shared-lock&processes]            counter.value += 1
[atomic&!processes]        next(counter)
[atomic&processes]        with counter.get_lock():  # Python has no atomic addition of its own
[atomic&processes]            counter.value += 1
[!split]    print(f"task {task}: {last - first} additions"$flush$)
    return last - first
)py",
                               .report = R"py(
[processes]    counted = counter.value
[!processes&atomic]    counted = next(counter)  # as many as were drawn before
[!processes&!atomic]    counted = counter
    print(f"{len(results)} tasks done, counted {counted} of {sum(results)} additions")
)py",
                               .shared = "counter",
                               .sharedValues = R"(multiprocessing.Value("q"$value$))"};

constexpr PythonWork philosopher{.function = "philosopher",
                                 .unit = "meals",
                                 .constants = R"py(
ROUNDS = $rounds$  # meals of each philosopher, that is: of each task
MEAL = $ms$ / 1000 / ROUNDS  # seconds of a core
PATIENCE = 2 + 10 * TASKS * MEAL  # who waits longer is stuck
)py",
                                 .functions = R"py(
[threads]forks = [threading.Lock() for _ in range(max(2, TASKS))]
[loop]forks = [asyncio.Lock() for _ in range(max(2, TASKS))]


def eat():
    """Keeps a core busy for the length of a meal."""
    end = time.thread_time() + MEAL
    while time.thread_time() < end:
        pass


$def$ philosopher(task):
    """Takes two forks, each of which a neighbour needs too, to eat."""
[opposite]    first, second = task - 1, task % len(forks)  # all could wait in a circle
[same]    # All take the fork with the lower number first: no circle can close.
[same]    first, second = sorted((task - 1, task % len(forks)))
    for meal in range(ROUNDS):
        $with$ forks[first]:
            $sleep$(0.001)  # a neighbour takes a fork meanwhile
[!loop]            if not forks[second].acquire(timeout=PATIENCE):
[loop]            try:
[loop]                await asyncio.wait_for(forks[second].acquire(), PATIENCE)
[loop]            except asyncio.TimeoutError:
                circle = f"task {task} holds fork {first}, waits for {second}"
                print(f"deadlock: {circle}"$flush$)
                return meal
            eat()
            forks[second].release()
    print(f"task {task}: {ROUNDS} meals"$flush$)
    return ROUNDS
)py",
                                 .report = R"py(
    print(f"{len(results)} tasks done, {sum(results)} of {TASKS * ROUNDS} meals eaten")
    if sum(results) < TASKS * ROUNDS:
        sys.exit("there was a deadlock")
)py",
                                 .shared = "forks",
                                 .sharedValues =
                                     "[multiprocessing.Lock() for _ in range(max(2, TASKS))]"};

}  // namespace

const PythonWork* pythonContending(const Filling& filling)
{
    if (filling.has("increment"))
        return &increment;
    return filling.has("philosophers") ? &philosopher : nullptr;
}
