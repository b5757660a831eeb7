#include "app/timeline/rowpicture.h"

#include "app/timeline/bars.h"
#include "app/timeline/corespans.h"
#include "app/timeline/density.h"
#include "app/timeline/partlanes.h"
#include "app/timeline/runningcolumns.h"

#include <algorithm>
#include <cmath>

namespace {

/// Lanes lower than this, in pixels, are added up instead of drawn one above the other.
constexpr double lowestLane = 2;

RowPicture emptyRow(const RowSource& source, RowGroup group)
{
    return {.rows = source.rows,
            .group = group,
            .bars = {},
            .bands = {},
            .hasTasks = source.hasTasks(),
            .isOfEventLoop = source.rows == RowsBy::Tasks && !source.model.taskLanes().isEmpty()};
}

/// Whether a lane that ends with the recording may be kept from frame to frame.
bool isCached(const RowSource& source, std::size_t worker)
{
    return source.lanes && worker < LaneCache::mostLanes &&
           comesFromSwitches(source.recording.start.evidence);
}

DrawnLane shared(LaneSpans spans)
{
    return {std::make_shared<const LaneSpans>(std::move(spans))};
}

/// A lane of a task. A worker with one part has one such lane, which is kept.
DrawnLane laneOfTask(const RowSource& source, const Lane& lane, const Columns& columns)
{
    const std::size_t worker = number(lane.worker->id) - std::size_t{1};
    const bool isOnlyOne = source.model.taskLanes().isEmpty() && lane.worker->parts.size() == 1;
    if (isOnlyOne && isCached(source, worker))
        return source.lanes->spansOf(worker, lane, columns, source.model.epoch());
    return shared(spansOf(lane, columns));
}

/// The bands of a task: one above the other if there is room, else added up.
std::vector<Band> bandsOf(const RowSource& source, std::size_t task, const Columns& columns,
                          double barHeight, RunningColumns& running)
{
    const auto lanes = static_cast<double>(std::max(1, source.recording.start.plan.split));
    const bool single = barHeight / lanes >= lowestLane;
    std::vector<Band> bands;
    Density density(single ? 0 : columns.count());
    forEachLane(source, task, [&](PartId part, const Lane& lane) {
        DrawnLane drawn = laneOfTask(source, lane, columns);
        if (single) {
            running.add(drawn);
            bands.push_back(
                {std::move(drawn), std::min<double>(number(part), lanes - 1) / lanes, 1 / lanes});
        } else {
            running.add(*drawn.spans);
            density.add(*drawn.spans);
        }
    });
    if (!single)
        bands.push_back(
            {shared(density.lane(std::min<double>(lanes, source.recording.start.plan.cores)))});
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
                         double barHeight, RunningColumns& running)
{
    const Task& task = source.recording.tasks[group.first];
    RowPicture row = emptyRow(source, group);
    row.notStartedUntil = columns.positionOf(notStartedUntil(source.recording, task));
    const TimeRange range = rangeOf(source.recording, task);
    if (!task.start || !isVisible(range, columns.visible()))
        return row;
    row.bars.push_back(barOf(task, range, columns));
    row.bands = bandsOf(source, group.first, columns, barHeight, running);
    row.changes = workerChangesOf(source, group.first, columns);
    return row;
}

/// The marks of a group, which has no bars of its own tasks: so many as there is room for, and a
/// failure rather than a task that was cancelled.
class GroupMarks {
public:
    explicit GroupMarks(const Columns& columns) : m_marked(columns.count() / room + 1) {}

    void add(const Bar& bar)
    {
        if (bar.mark == Mark::None || !bar.ends)
            return;
        Bar& known =
            m_marked[std::min(static_cast<std::size_t>(bar.last) / room, m_marked.size() - 1)];
        if (known.mark != Mark::Failed)
            known = bar;
    }
    [[nodiscard]] std::vector<Bar> take()
    {
        std::erase_if(m_marked, [](const Bar& bar) { return bar.mark == Mark::None; });
        return std::move(m_marked);
    }

private:
    static constexpr int room = 8;  ///< columns for one mark

    std::vector<Bar> m_marked;
};

/// What was added up, as bars in progress with one band of running.
void addDensity(RowPicture& row, const Density& density, double capacity)
{
    for (const auto& [first, last] : density.inProgress())
        row.bars.push_back({static_cast<double>(first), static_cast<double>(last)});
    row.bands.push_back({shared(density.lane(capacity))});
}

/// Many tasks in one row: where any is in progress, and how much of the cores they use.
RowPicture pictureOfTasks(const RowSource& source, RowGroup group, const Columns& columns,
                          RunningColumns& running)
{
    Density density(columns.count());
    GroupMarks marks(columns);
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        const Task& task = source.recording.tasks[i];
        const TimeRange range = rangeOf(source.recording, task);
        if (!task.start || !isVisible(range, columns.visible()))
            continue;
        density.markInProgress(columns.columnOf(range.start), columns.columnFrom(range.end));
        marks.add(barOf(task, range, columns));
        forEachLane(source, i, [&](PartId, const Lane& lane) {
            const LaneSpans spans = spansOf(lane, columns);
            density.add(spans);
            running.add(spans);
        });
    }
    RowPicture row = emptyRow(source, group);
    addDensity(row, density, source.usableCores());
    row.marked = marks.take();
    return row;
}

TimeRange lifeOf(const RowSource& source, const Worker& worker)
{
    return {worker.start,
            worker.stop.value_or(std::max(source.recording.knownUntil, worker.start))};
}

/// All that a worker does. The process of an observed thread stands in the place of its task.
DrawnLane wholeLane(const RowSource& source, std::size_t worker, const Columns& columns)
{
    const Worker& of = source.recording.workers[worker];
    const Lane lane{&of, &source.model.sumsOf(worker), lifeOf(source, of)};
    DrawnLane drawn = isCached(source, worker)
                          ? source.lanes->spansOf(worker, lane, columns, source.model.epoch())
                          : shared(spansOf(lane, columns));
    if (source.hasTasks())
        return drawn;
    LaneSpans spans = *drawn.spans;
    const TaskId process = source.processOf(worker);
    for (StateSpan& span : spans.states)
        span.task = process;
    for (RunSpan& span : spans.runs)
        span.task = process;
    return shared(std::move(spans));
}

/// What a worker's lane is drawn on: the tasks that it executes, or the life of an observed thread.
std::vector<Bar> barsOfWorker(const RowSource& source, std::size_t worker, const Columns& columns)
{
    if (source.hasTasks())
        return barsOf(source.recording, worker, columns);
    const Worker& of = source.recording.workers[worker];
    const TimeRange life = lifeOf(source, of);
    if (!isVisible(life, columns.visible()))
        return {};
    return {{columns.positionOf(life.start), columns.positionOf(life.end), source.processOf(worker),
             Mark::None, of.stop && *of.stop <= columns.visible().end}};
}

RowPicture pictureOfWorker(const RowSource& source, RowGroup group, const Columns& columns,
                           RunningColumns& running)
{
    const std::size_t worker = source.workerOfRow(group.first);
    RowPicture row = emptyRow(source, group);
    row.bars = barsOfWorker(source, worker, columns);
    row.bands.push_back({wholeLane(source, worker, columns)});
    running.add(row.bands.back());
    return row;
}

RowPicture pictureOfWorkers(const RowSource& source, RowGroup group, const Columns& columns,
                            RunningColumns& running)
{
    Density density(columns.count());
    GroupMarks marks(columns);
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
        const std::size_t worker = source.workerOfRow(i);
        for (const Bar& bar : barsOfWorker(source, worker, columns)) {
            density.markInProgress(firstColumn(bar), std::min(columns.count(), lastColumn(bar)));
            marks.add(bar);
        }
        const DrawnLane drawn = wholeLane(source, worker, columns);
        density.add(*drawn.spans);
        running.add(*drawn.spans);
    }
    RowPicture row = emptyRow(source, group);
    addDensity(row, density, source.usableCores());
    row.marked = marks.take();
    return row;
}

LaneSpans laneOfCore(const RowSource& source, std::size_t core, const Columns& columns)
{
    return {{}, spansOf(source.model.cores(), core, columns)};
}

/// A core is there for as long as the run: what is not solid is idle.
Bar barOfCore(const RowSource& source, const Columns& columns)
{
    const TimeRange span = source.recording.span();
    return {.first = columns.positionOf(span.start),
            .last = columns.positionOf(span.end),
            .ends = source.recording.hasEnded() && span.end <= columns.visible().end};
}

RowPicture pictureOfCores(const RowSource& source, RowGroup group, const Columns& columns)
{
    RowPicture row = emptyRow(source, group);
    row.bars.push_back(barOfCore(source, columns));
    if (group.count == 1) {
        row.bands.push_back({shared(laneOfCore(source, group.first, columns))});
        return row;
    }
    Density density(columns.count());
    for (std::size_t core = group.first; core < group.first + group.count; ++core)
        density.add(laneOfCore(source, core, columns));
    row.bands.push_back({shared(density.lane(static_cast<double>(group.count)))});
    return row;
}

}  // namespace

RowPicture pictureOfRow(const RowSource& source, RowGroup group, const Columns& columns,
                        double barHeight, RunningColumns& running)
{
    const bool isSingle = group.count == 1;
    switch (source.rows) {
    case RowsBy::Tasks:
        return isSingle ? pictureOfTask(source, group, columns, barHeight, running)
                        : pictureOfTasks(source, group, columns, running);
    case RowsBy::Workers:
        return isSingle ? pictureOfWorker(source, group, columns, running)
                        : pictureOfWorkers(source, group, columns, running);
    case RowsBy::Cores:
        break;
    }
    return pictureOfCores(source, group, columns);
}

void addRunningOfWorkers(const RowSource& source, const Columns& columns, RunningColumns& running)
{
    const std::size_t count = std::min(source.recording.workers.size(), source.model.workers());
    for (std::size_t worker = 0; worker < count; ++worker) {
        const DrawnLane lane = wholeLane(source, worker, columns);
        if (isCached(source, worker))
            running.add(lane);
        else
            running.add(*lane.spans);
    }
}
