#include "core/program/cppwork.h"

namespace {

constexpr CppWork compute{.function = "compute",
                          .unit = "hits",
                          .constants = R"cpp(
constexpr long long points = $points$;  // of a task: about $ms$ ms of one core
)cpp",
                          .fields = {},
                          .functions = R"cpp(
/// How many of some random points of a square lie in its quarter circle.
long long count_hits(int task, long long first, long long last)
{
    std::mt19937_64 random(task * points + first);
    std::uniform_real_distribution<double> draw;
    long long hits = 0;
    for (long long point = first; point < last; ++point) {
[gil]        if (point % 1000 == 0)
[gil]            interpreter.offer();
        const double x = draw(random);
        const double y = draw(random);
        if (x * x + y * y < 1)
            ++hits;
    }
    return hits;
}
)cpp",
                          .report = R"cpp(
    const double pi = 4.0 * total / (tasks * points);
    std::printf("%d tasks done, pi is about %.3f\n", done, pi);
)cpp",
                          .doc = "Computes: keeps one core busy and waits for nothing.",
                          .kernel = "count_hits",
                          .amount = "points",
                          .with = "task, "};

constexpr CppWork append{.function = "append_to_list",
                         .unit = "numbers",
                         .constants = R"cpp(
constexpr long long items = $items$;  // that each task appends
constexpr long long limit = $limit$;  // the numbers are smaller
)cpp",
                         .fields = {},
                         .functions = R"cpp(
[!split]std::vector<int> lists[tasks + 1];  // of each task, in the memory of this process
[split]std::vector<int> lists[(tasks + 1) * split];  // of each part, in this process

/// Appends random numbers, none of them twice, by R. Floyd's method (CACM 30, 1987).
long long append_numbers(std::vector<int>& numbers, long long first, long long last)
{
    std::mt19937_64 random(std::random_device{}());
    const long long lowest = limit * first / items;
    const long long choice = limit * last / items - lowest;
    std::vector<bool> is_taken(choice);
    for (long long top = choice - (last - first); top < choice; ++top) {
[gil]        if (top % 1000 == 0)
[gil]            interpreter.offer();
        long long pick = std::uniform_int_distribution<long long>(0, top)(random);
        if (is_taken[pick])
            pick = top;
        is_taken[pick] = true;
        numbers.push_back(static_cast<int>(lowest + pick));
    }
    return last - first;
}
)cpp",
                         .report = R"cpp(
    std::size_t here = 0;
    for (const std::vector<int>& numbers : lists)
        here += numbers.size();
    std::printf("%d tasks done, %lld numbers appended\n", done, total);
    std::printf("%zu numbers are in the memory of this process\n", here);
)cpp",
                         .doc = "Appends random numbers to a list, none of them twice.",
                         .kernel = "append_numbers",
                         .amount = "items",
                         .with = "$list$, "};

constexpr CppWork memory{.function = "copy",
                         .unit = "MB",
                         .constants = R"cpp(
constexpr long long blocks = $blocks$;  // of 1 MB, of a task: about $ms$ ms
constexpr long long block_size = 1 << 20;
constexpr long long array_blocks = $arrayMb$;  // with its copy larger than most caches
)cpp",
                         .fields = {},
                         .functions = R"cpp(
/// Streams through memory; the caches are too small to help.
long long copy_blocks(long long first, long long last)
{
    const std::vector<char> source(array_blocks * block_size, 'x');
    std::vector<char> target(array_blocks * block_size, 'y');
    for (long long block = first; block < last; ++block) {
[gil]        interpreter.offer();
        const long long at = block % array_blocks * block_size;
        std::copy_n(source.begin() + at, block_size, target.begin() + at);
    }
    return last - first;
}
)cpp",
                         .report = R"cpp(
    std::printf("%d tasks done, %lld MB copied\n", done, total);
)cpp",
                         .doc = "Copies from memory to memory.",
                         .kernel = "copy_blocks",
                         .amount = "blocks"};

constexpr CppWork tree{.function = "walk_tree",
                       .unit = "nodes",
                       .constants = R"cpp(
constexpr int depth = $depth$;  // of the largest trees; on average $ms$ ms a tree
[split|serial]constexpr long long pieces = $pieces$;  // that a tree is cut into
)cpp",
                       .fields = {},
                       .functions = R"cpp(
/// Walks a lopsided tree: under each node one side is deeper than the other.
long long count_nodes(int depth)
{
    if (depth < 2)
        return 1;
[gil]    if (depth == 15)
[gil]        interpreter.offer();
    return 1 + count_nodes(depth - 1) + count_nodes(depth - 2);
}

[split|serial]/// Cuts a tree into pieces. The trees are of very different sizes.
[split|serial]std::vector<int> subtrees_of(int task)
[split|serial]{
[split|serial]    std::vector<int> depths{depth - task * 5 % 8};
[split|serial]    while (std::ssize(depths) < pieces) {
[split|serial]        const auto deepest = std::ranges::max_element(depths);
[split|serial]        if (*deepest < 3)
[split|serial]            break;
[split|serial]        const int shallow = *deepest - 2;
[split|serial]        --*deepest;
[split|serial]        depths.push_back(shallow);
[split|serial]    }
[split|serial]    return depths;
[split|serial]}

[split|serial]/// The nodes of some of the pieces.
[split|serial]long long count_pieces(int task, long long first, long long last)
[split|serial]{
[split|serial]    const std::vector<int> depths = subtrees_of(task);
[split|serial]    long long nodes = 0;
[split|serial]    last = std::min<long long>(last, std::ssize(depths));
[split|serial]    for (long long piece = first; piece < last; ++piece)
[split|serial]        nodes += count_nodes(depths[piece]);
[split|serial]    return nodes;
[split|serial]}

[!split&!serial]/// Counts the nodes of a tree. The trees are of very different sizes.
[!split&!serial]long long walk_tree(int task)
[!split&!serial]{
[!split&!serial]    const long long nodes = count_nodes(depth - task * 5 % 8);
[!split&!serial]    std::printf("task %d: %lld nodes\n", task, nodes);
[!split&!serial]    return nodes;
[!split&!serial]}
)cpp",
                       .report = R"cpp(
    std::printf("%d tasks done, %lld nodes counted\n", done, total);
)cpp",
                       .doc = "Counts the nodes of a tree.",
                       .kernel = "count_pieces",
                       .amount = "pieces",
                       .with = "task, "};

}  // namespace

const CppWork* cppComputing(const Filling& filling)
{
    if (filling.has("compute"))
        return &compute;
    if (filling.has("append"))
        return &append;
    if (filling.has("memory"))
        return &memory;
    return filling.has("tree") ? &tree : nullptr;
}

const CppWork& cppWorkOf(const Filling& filling)
{
    const CppWork* work = cppComputing(filling);
    if (!work)
        work = cppWaiting(filling);
    return work ? *work : *cppContending(filling);
}
