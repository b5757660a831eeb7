/// Fills two lists with random numbers, each list in a thread of its own.
#include <cstdio>
#include <functional>
#include <random>
#include <thread>
#include <unordered_set>
#include <vector>

constexpr std::size_t itemCount = 400'000;

void appendToList(std::vector<int>& numbers, std::size_t count)
{
    std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution number(0, 19'999'999);
    std::unordered_set<int> drawn;
    while (numbers.size() < count) {
        if (const auto [place, isNew] = drawn.insert(number(random)); isNew)
            numbers.push_back(*place);
    }
}

int main()
{
    std::vector<int> lists[2];
    std::thread first(appendToList, std::ref(lists[0]), itemCount);
    std::thread second(appendToList, std::ref(lists[1]), itemCount);
    first.join();
    second.join();
    std::printf("[%zu, %zu]\n", lists[0].size(), lists[1].size());
}
