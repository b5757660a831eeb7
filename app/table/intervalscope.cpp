#include "app/table/intervalscope.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace {

using Of = IntervalList::Of;

constexpr std::array workerKinds{IntervalKind::Slice, IntervalKind::Wait, IntervalKind::Unseen};

bool overlaps(TimeRange a, TimeRange b)
{
    return a.start < b.end && b.start < a.end;
}

/// Collects the stretches of lists that a scope wants.
class Collector {
public:
    Collector(const IntervalReader& reader, std::optional<TimeRange> within)
        : m_reader(reader),
          m_within(within)
    {}

    void addTrack(Of of, std::size_t owner, std::size_t lane = 0)
    {
        for (const IntervalKind kind : workerKinds)
            add(m_reader.whole({.kind = kind, .of = of, .owner = owner, .lane = lane}));
    }
    void addPart(std::size_t worker, TimeRange part)
    {
        for (const IntervalKind kind : workerKinds)
            add(m_reader.within(m_reader.whole({.kind = kind, .owner = worker}), part));
    }
    void addCore(std::size_t core) { add(m_reader.whole({.of = Of::Core, .owner = core})); }
    void addTasks() { keep(m_reader.whole({.kind = IntervalKind::Task, .of = Of::Tasks})); }

    [[nodiscard]] std::vector<IntervalList> take() { return std::move(m_lists); }

private:
    void add(IntervalList list) { keep(m_within ? m_reader.within(list, *m_within) : list); }
    void keep(const IntervalList& list)
    {
        if (list.size() > 0)
            m_lists.push_back(list);
    }

    const IntervalReader& m_reader;
    const std::optional<TimeRange> m_within;
    std::vector<IntervalList> m_lists;
};

void addTask(Collector& all, const RowSource& source, std::size_t task)
{
    if (source.model.taskLanes().isEmpty()) {
        for (const PartRef ref : source.model.partsOf(task))
            all.addPart(ref.worker, rangeOf(source.recording, ref));
        return;
    }
    for (std::size_t lane = 0; lane < source.model.taskLanes().of(task).size(); ++lane)
        all.addTrack(Of::Lane, task, lane);
}

void addRow(Collector& all, const RowSource& source, std::size_t row)
{
    if (source.rows == RowsBy::Tasks)
        addTask(all, source, row);
    else if (source.rows == RowsBy::Workers)
        all.addTrack(Of::Worker, source.workerOfRow(row));
    else
        all.addCore(row);
}

}  // namespace

std::vector<std::uint32_t> tasksIn(const RowSource& source, const IntervalScope& scope)
{
    std::vector<std::uint32_t> tasks;
    if (source.rows != RowsBy::Tasks)
        return tasks;
    const auto& all = source.recording.tasks;
    for (std::size_t task = 0; task < source.count(); ++task) {
        const bool isWanted = !scope.row || *scope.row == task;
        if (isWanted && all[task].start &&
            (!scope.within || overlaps(rangeOf(source.recording, all[task]), *scope.within)))
            tasks.push_back(static_cast<std::uint32_t>(task));
    }
    std::ranges::stable_sort(tasks, {}, [&](std::uint32_t task) { return *all[task].start; });
    return tasks;
}

std::vector<IntervalList> listsIn(const RowSource& source, const IntervalScope& scope,
                                  const std::vector<std::uint32_t>& tasks)
{
    const IntervalReader reader(source, tasks);
    Collector all(reader, scope.within);
    all.addTasks();
    const bool hasOwnLanes = source.rows == RowsBy::Tasks && source.model.taskLanes().isEmpty();
    if (scope.row) {
        if (*scope.row < source.count())
            addRow(all, source, *scope.row);
    } else if (hasOwnLanes) {  // what tasks did is what workers did: those are fewer
        for (std::size_t i = 0;
             i < std::min(source.recording.workers.size(), source.model.workers()); ++i)
            all.addTrack(Of::Worker, i);
    } else {
        for (std::size_t row = 0; row < source.count(); ++row)
            addRow(all, source, row);
    }
    return all.take();
}
