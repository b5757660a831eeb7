#include "app/timeline/workerorder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace {

bool isMainThread(const Worker& worker)
{
    return worker.pid == worker.tid && worker.pid > 0;
}

}  // namespace

WorkerOrder orderOf(const std::vector<Worker>& workers)
{
    WorkerOrder order;
    std::uint32_t processes = 0;
    std::unordered_map<std::int64_t, std::uint32_t> numbers;
    for (const Worker& worker : workers) {
        const auto [known, isNew] = numbers.try_emplace(worker.pid);
        if (isNew || isMainThread(worker))
            known->second = ++processes;
        order.processes.push_back(known->second);
    }
    order.rows.resize(workers.size());
    std::iota(order.rows.begin(), order.rows.end(), std::size_t{});
    std::ranges::sort(order.rows, {}, [&](std::size_t index) {
        return std::tuple(order.processes[index], !isMainThread(workers[index]), index);
    });
    for (std::size_t row = 0; row < order.rows.size(); ++row) {
        if (row == 0 || order.processes[order.rows[row]] != order.processes[order.rows[row - 1]])
            order.firstRows.push_back(row);
    }
    return order;
}
