#include "app/timeline/rowsource.h"

#include "app/timeline/timelinewords.h"

#include <QLocale>

#include <algorithm>

namespace {

QString labelOfThreads(const RowSource& source, RowGroup group)
{
    if (group.count == 1)
        return nameOfThread(source.recording.workers[source.workerOfRow(group.first)]);
    const QLocale locale;
    return TimelineWords::tr("Threads %1–%2")
        .arg(locale.toString(static_cast<qulonglong>(group.first + 1)),
             locale.toString(static_cast<qulonglong>(group.first + group.count)));
}

}  // namespace

std::size_t RowSource::count() const
{
    switch (rows) {
    case RowsBy::Tasks:
        return std::min(recording.tasks.size(), model.tasks());
    case RowsBy::Workers:
        return std::min(recording.workers.size(), model.workers());
    case RowsBy::Cores:
        break;
    }
    return std::max(static_cast<std::size_t>(std::max(1, machineCores)), model.cores().cores());
}

std::size_t RowSource::workerOfRow(std::size_t row) const
{
    const auto& order = model.order().rows;
    return row < order.size() ? order[row] : row;
}

TaskId RowSource::processOf(std::size_t worker) const
{
    const auto& processes = model.order().processes;
    return worker < processes.size() ? static_cast<TaskId>(processes[worker]) : TaskId::None;
}

int RowSource::usableCores() const
{
    return std::max(1, hasTasks() ? recording.start.plan.cores : machineCores);
}

RowsBy rowsFor(const Recording& recording, RowsBy rows) noexcept
{
    return rows == RowsBy::Tasks && recording.start.isObserved() ? RowsBy::Workers : rows;
}

QString labelOf(const RowSource& source, RowGroup group)
{
    if (source.rows == RowsBy::Workers && !source.hasTasks())
        return labelOfThreads(source, group);
    return labelOf(group, source.rows);
}

QString nameOfThread(const Worker& worker)
{
    constexpr std::size_t longest = 24;
    const QString name = QString::fromStdString(worker.name.substr(0, longest)).simplified();
    const std::int64_t id = worker.tid > 0 ? worker.tid : worker.pid;
    if (id > 0)  // as ps and top write it: not as a quantity
        return TimelineWords::tr("%1 %2", "the name of a thread, its number")
            .arg(name, QString::number(id))
            .trimmed();
    return name.isEmpty() ? TimelineWords::tr("Thread %1").arg(number(worker.id)) : name;
}

QString nameOfProcess(const RowSource& source, TaskId process)
{
    // Its main thread comes first, and processes come in the order of their numbers.
    const auto& rows = source.model.order().rows;
    const auto first = std::ranges::lower_bound(
        rows, process, {}, [&](std::size_t worker) { return source.processOf(worker); });
    return first == rows.end() ? QString() : nameOfThread(source.recording.workers[*first]);
}

std::vector<ProcessRows> processRowsOf(const RowSource& source)
{
    std::vector<ProcessRows> all;
    if (source.rows != RowsBy::Workers || source.hasTasks())
        return all;
    const auto groups = source.groups();
    const auto processIn = [&](std::size_t row) {
        return source.processOf(source.workerOfRow(groups[row].first));
    };
    for (std::size_t row = 1; row < groups.size(); ++row) {
        const bool isOneEach = groups[row].count == 1 && groups[row - 1].count == 1;
        if (!isOneEach || processIn(row) != processIn(row - 1))
            continue;
        if (!all.empty() && all.back().last == row - 1)
            all.back().last = row;
        else
            all.push_back({row - 1, row});
    }
    return all;
}
