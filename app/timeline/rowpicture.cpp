#include "app/timeline/rowpicture.h"

#include "app/timeline/bars.h"
#include "app/timeline/density.h"

#include <cmath>

namespace {

/// Lanes lower than this, in pixels, are added up instead of drawn one above the other.
constexpr double lowestLane = 2;

Lane laneOf(const RowSource& source, PartRef ref)
{
    return {&source.recording.workers[ref.worker], &source.model.sumsOf(ref.worker),
            rangeOf(source.recording, ref)};
}

/// The bands of a task: one above the other if there is room, else added up.
std::vector<Band> bandsOf(const RowSource& source, std::size_t task, const Columns& columns,
                          double barHeight, std::vector<float>& running)
{
    const auto lanes = static_cast<double>(std::max(1, source.recording.start.plan.split));
    const bool single = barHeight / lanes >= lowestLane;
    std::vector<Band> bands;
    Density density(single ? 0 : columns.count());
    for (const PartRef ref : source.model.partsOf(task)) {
        LaneSpans spans = spansOf(laneOf(source, ref), columns);
        addRunning(running, spans);
        const auto& part = source.recording.workers[ref.worker].parts[ref.part].part;
        if (single)
            bands.push_back(
                {std::min<double>(number(part), lanes - 1) / lanes, 1 / lanes, std::move(spans)});
        else
            density.add(spans);
    }
    if (!single)
        bands.push_back(
            {0, 1, density.lane(std::min<double>(lanes, source.recording.start.plan.cores))});
    return bands;
}

/// Until when a task that is not in progress yet is known to wait for its start.
Nanoseconds notStartedUntil(const Recording& recording, const Task& task)
{
    if (task.start)
        return *task.start;
    return recording.hasEnded() ? recording.span().end : recording.knownUntil;
}

RowPicture pictureOfTask(const RowSource& source, RowGroup group, const Columns& columns,
                         double barHeight, std::vector<float>& running)
{
    const Task& task = source.recording.tasks[group.first];
    RowPicture row{source.rows, group, {}, {}, 0};
    row.notStartedUntil = columns.positionOf(notStartedUntil(source.recording, task));
    const TimeRange range = rangeOf(source.recording, task);
    if (!task.start || !isVisible(range, columns.visible()))
        return row;
    row.bars.push_back(barOf(task, range, columns));
    row.bands = bandsOf(source, group.first, columns, barHeight, running);
    return row;
}

/// Many tasks in one row: where any is in progress, and how much of the cores they use.
RowPicture pictureOfTasks(const RowSource& source, RowGroup group, const Columns& columns,
                          std::vector<float>& running)
{
    Density density(columns.count());
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        const TimeRange range = rangeOf(source.recording, source.recording.tasks[i]);
        if (range.isEmpty() || !isVisible(range, columns.visible()))
            continue;
        density.markInProgress(columns.columnOf(range.start), columns.columnFrom(range.end));
        for (const PartRef ref : source.model.partsOf(i)) {
            const LaneSpans spans = spansOf(laneOf(source, ref), columns);
            density.add(spans);
            addRunning(running, spans);
        }
    }
    RowPicture row{source.rows, group, {}, {}, 0};
    for (const auto& [first, last] : density.inProgress())
        row.bars.push_back({static_cast<double>(first), static_cast<double>(last)});
    row.bands.push_back({0, 1, density.lane(source.recording.start.plan.cores)});
    return row;
}

Lane wholeLane(const RowSource& source, std::size_t worker)
{
    const Worker& of = source.recording.workers[worker];
    return {&of,
            &source.model.sumsOf(worker),
            {of.start, of.stop.value_or(std::max(source.recording.knownUntil, of.start))}};
}

RowPicture pictureOfWorker(const RowSource& source, RowGroup group, const Columns& columns,
                           std::vector<float>& running)
{
    RowPicture row{source.rows, group, {}, {}, 0};
    row.bars = barsOf(source.recording, group.first, columns);
    row.bands.push_back({0, 1, spansOf(wholeLane(source, group.first), columns)});
    addRunning(running, row.bands.back().spans);
    return row;
}

RowPicture pictureOfWorkers(const RowSource& source, RowGroup group, const Columns& columns,
                            std::vector<float>& running)
{
    Density density(columns.count());
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        for (const Bar& bar : barsOf(source.recording, i, columns))
            density.markInProgress(firstColumn(bar), std::min(columns.count(), lastColumn(bar)));
        const LaneSpans spans = spansOf(wholeLane(source, i), columns);
        density.add(spans);
        addRunning(running, spans);
    }
    RowPicture row{source.rows, group, {}, {}, 0};
    for (const auto& [first, last] : density.inProgress())
        row.bars.push_back({static_cast<double>(first), static_cast<double>(last)});
    row.bands.push_back({0, 1, density.lane(source.recording.start.plan.cores)});
    return row;
}

}  // namespace

std::size_t RowSource::count() const
{
    return rows == RowsBy::Tasks ? std::min(recording.tasks.size(), model.tasks())
                                 : std::min(recording.workers.size(), model.workers());
}

RowPicture pictureOfRow(const RowSource& source, RowGroup group, const Columns& columns,
                        double barHeight, std::vector<float>& running)
{
    if (source.rows == RowsBy::Workers)
        return group.count == 1 ? pictureOfWorker(source, group, columns, running)
                                : pictureOfWorkers(source, group, columns, running);
    return group.count == 1 ? pictureOfTask(source, group, columns, barHeight, running)
                            : pictureOfTasks(source, group, columns, running);
}
