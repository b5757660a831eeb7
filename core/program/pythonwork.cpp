#include "core/program/pythonwork.h"

namespace {

constexpr PythonWork compute{.function = "compute",
                             .unit = "hits",
                             .constants = R"py(
POINTS = $points$  # of a task: about $ms$ ms of one core
)py",
                             .functions = R"py(
def count_hits(task, first, last):
    """How many of some random points of a square lie in its quarter circle."""
    draw = random.Random(f"{task}/{first}").random
    hits = 0
    for _ in range(first, last):
        x = draw()
        y = draw()
        if x * x + y * y < 1:
            hits += 1
    return hits
)py",
                             .report = R"py(
    pi = 4 * sum(results) / (TASKS * POINTS)
    print(f"{len(results)} tasks done, pi is about {pi:.3f}")
)py",
                             .doc = "Computes: keeps one core busy and waits for nothing.",
                             .kernel = "count_hits",
                             .amount = "POINTS"};

/// As the classic introduction has it.
constexpr std::string_view appendWhole = R"py(
lists = {}  # of each task; in the memory of the process that made it


$def$ append_to_list(task):
    """$doc$"""
[loop]    # Nothing is awaited here, so no other task goes on meanwhile.
    numbers = lists[task] = []
    for number in random.sample(range(LIMIT), ITEMS):
        numbers.append(number)
    print(f"task {task}: {len(numbers)} numbers"$flush$)
    return len(numbers)
)py";

constexpr PythonWork append{.function = "append_to_list",
                            .unit = "numbers",
                            .constants = R"py(
ITEMS = $items$  # that each task appends
LIMIT = $limit$  # the numbers are smaller
)py",
                            .functions = R"py(
lists = {}  # of each task; in the memory of the process that made it


def append_numbers(task, first, last):
    """Appends random numbers to the task's list, none of them twice."""
    numbers = lists.setdefault(task, [])
    choice = range(LIMIT * first // ITEMS, LIMIT * last // ITEMS)
    for number in random.sample(choice, last - first):
        numbers.append(number)
    return last - first
)py",
                            .report = R"py(
    here = sum(len(numbers) for numbers in lists.values())
    print(f"{len(results)} tasks done, {sum(results)} numbers appended")
    print(f"{here} numbers are in the memory of this process")
)py",
                            .doc = "Appends random numbers to a list, none of them twice.",
                            .kernel = "append_numbers",
                            .amount = "ITEMS",
                            .whole = appendWhole};

constexpr PythonWork memory{.function = "copy",
                            .unit = "MB",
                            .constants = R"py(
BLOCKS = $blocks$  # of 1 MB, that each task copies: about $ms$ ms
BLOCK = 1 << 20
ARRAY = $arrayMb$  # blocks; together with its copy larger than most caches
)py",
                            .functions = R"py(
def copy_blocks(task, first, last):
    """Streams through memory; the caches are too small to help."""
    source = memoryview(bytearray(b"x" * (ARRAY * BLOCK)))
    target = memoryview(bytearray(b"y" * (ARRAY * BLOCK)))
    for block in range(first, last):
        at = block % ARRAY * BLOCK
        target[at : at + BLOCK] = source[at : at + BLOCK]
    return last - first
)py",
                            .report = R"py(
    print(f"{len(results)} tasks done, {sum(results)} MB copied")
)py",
                            .doc = "Copies from memory to memory.",
                            .kernel = "copy_blocks",
                            .amount = "BLOCKS"};

constexpr std::string_view treeWhole = R"py(
def count_nodes(depth):
    """Walks a lopsided tree: under each node one side is deeper than the other."""
    if depth < 2:
        return 1
    return 1 + count_nodes(depth - 1) + count_nodes(depth - 2)


$def$ walk_tree(task):
    """$doc$"""
[loop]    # Nothing is awaited here, so no other task goes on meanwhile.
    nodes = count_nodes(DEPTH - task * 5 % 8)
    print(f"task {task}: {nodes} nodes"$flush$)
    return nodes
)py";

constexpr PythonWork tree{.function = "walk_tree",
                          .unit = "nodes",
                          .constants = R"py(
DEPTH = $depth$  # of the largest trees: about $ms$ ms for a tree on average
[split|serial]PIECES = $pieces$  # that a tree is cut into
)py",
                          .functions = R"py(
def count_nodes(depth):
    """Walks a lopsided tree: under each node one side is deeper than the other."""
    if depth < 2:
        return 1
    return 1 + count_nodes(depth - 1) + count_nodes(depth - 2)


def subtrees_of(task):
    """Cuts a tree into pieces. The trees are of very different sizes."""
    depths = [DEPTH - task * 5 % 8]
    while len(depths) < PIECES and max(depths) > 2:
        deepest = max(depths)
        depths.remove(deepest)
        depths += [deepest - 1, deepest - 2]
    return depths


def count_pieces(task, first, last):
    """The nodes of some of the pieces."""
    return sum(count_nodes(depth) for depth in subtrees_of(task)[first:last])
)py",
                          .report = R"py(
    print(f"{len(results)} tasks done, {sum(results)} nodes counted")
)py",
                          .doc = "Counts the nodes of a tree.",
                          .kernel = "count_pieces",
                          .amount = "PIECES",
                          .whole = treeWhole};

}  // namespace

const PythonWork* pythonComputing(const Filling& filling)
{
    if (filling.has("compute"))
        return &compute;
    if (filling.has("append"))
        return &append;
    if (filling.has("memory"))
        return &memory;
    return filling.has("tree") ? &tree : nullptr;
}

const PythonWork& pythonWorkOf(const Filling& filling)
{
    const PythonWork* work = pythonComputing(filling);
    if (!work)
        work = pythonWaiting(filling);
    return work ? *work : *pythonContending(filling);
}
