#include "app/timeline/rowofitem.h"

#include <algorithm>

namespace {

/// The row of a worker where each has one.
std::optional<std::size_t> ownRow(const RowSource& source, std::size_t worker)
{
    const auto& order = source.model.order().rows;
    if (order.empty())
        return worker;
    const auto at = std::ranges::find(order, worker);
    if (at == order.end())
        return {};
    return static_cast<std::size_t>(at - order.begin());
}

}  // namespace

std::optional<std::size_t> rowOfTask(const RowSource& source, std::size_t task)
{
    if (source.rows == RowsBy::Tasks)
        return task;
    const auto& workers = source.recording.tasks[task].workers;
    if (source.rows == RowsBy::Cores || workers.empty())
        return {};
    return ownRow(source, number(workers.front()) - 1);
}

std::optional<std::size_t> rowOfWorker(const RowSource& source, std::size_t worker, Nanoseconds t)
{
    if (source.rows == RowsBy::Workers)
        return ownRow(source, worker);
    const auto& parts = source.recording.workers[worker].parts;
    const auto after = std::ranges::upper_bound(parts, t, {}, &PartRun::start);
    if (source.rows == RowsBy::Cores || after == parts.begin())
        return {};
    const std::size_t task = number(std::prev(after)->task);
    if (task == 0)
        return {};
    return task - 1;
}
