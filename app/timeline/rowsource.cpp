#include "app/timeline/rowsource.h"

#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <span>

namespace {

/// Whether the group has all the threads of one process, and no others.
bool isProcess(const RowSource& source, RowGroup group)
{
    const auto& starts = source.model.order().firstRows;
    const auto at = std::ranges::lower_bound(starts, group.first);
    if (at == starts.end() || *at != group.first)
        return false;
    const std::size_t end = std::next(at) == starts.end() ? source.count() : *std::next(at);
    return end - group.first == group.count;
}

QString labelOfThreads(const RowSource& source, RowGroup group)
{
    const QString first = nameOfThread(source.recording.workers[source.workerOfRow(group.first)]);
    if (group.count == 1)
        return first;
    if (isProcess(source, group))
        return TimelineWords::tr("%1: %2", "xz 4711: 4 threads")
            .arg(first, threadsText(static_cast<int>(group.count)));
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

std::vector<RowGroup> RowSource::groups() const
{
    const bool hasProcesses = rows == RowsBy::Workers && !hasTasks();
    return groupRows(count(), limits, opened,
                     hasProcesses ? std::span(model.order().firstRows)
                                  : std::span<const std::size_t>());
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
    const WorkerOrder& order = source.model.order();
    const std::size_t at = number(process);
    if (at == 0 || at > order.firstRows.size())
        return {};
    return nameOfThread(source.recording.workers[order.rows[order.firstRows[at - 1]]]);
}

std::vector<ProcessRows> processRowsOf(const RowSource& source)
{
    std::vector<ProcessRows> all;
    if (source.rows != RowsBy::Workers || source.hasTasks())
        return all;
    const auto groups = source.groups();
    const auto processOfRow = [&](std::size_t row) {
        return source.processOf(source.workerOfRow(row));
    };
    for (std::size_t row = 1; row < groups.size(); ++row) {
        const std::size_t last = groups[row].first + groups[row].count - 1;
        // Rows are in the order of processes: those between have the same.
        if (processOfRow(groups[row - 1].first) != processOfRow(last))
            continue;
        if (!all.empty() && all.back().last == row - 1)
            all.back().last = row;
        else
            all.push_back({row - 1, row});
    }
    return all;
}
