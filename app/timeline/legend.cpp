#include "app/timeline/legend.h"

#include "app/theme/theme.h"

#include <algorithm>

void LegendUse::add(TaskId task)
{
    if (task == TaskId::None)
        return;
    if (number(task) <= Theme().taskHues.size())
        tasks.insert(task);
    else
        moreTasks = true;
}

void LegendUse::add(Mark mark)
{
    if (mark != Mark::None)
        add(mark == Mark::Failed ? LegendExtra::Failed : LegendExtra::Cancelled);
}

namespace {

/// Whether a state is seen in a row: what is not known shows only within a bar.
bool isSeen(const StateSpan& span, const RowPicture& row)
{
    if (span.state != WorkState::NotKnown)
        return true;
    const auto bar =
        std::ranges::upper_bound(row.bars, static_cast<double>(span.first), {}, &Bar::last);
    return bar != row.bars.end() && bar->first < span.last;
}

}  // namespace

void LegendUse::add(const RowPicture& row, ColourBy colourBy)
{
    const bool isGroup = row.group.count > 1;
    hasTasks = hasTasks || row.hasTasks;
    hasEventLoop = hasEventLoop || row.isOfEventLoop;
    if (!row.changes.empty())
        add(LegendExtra::Change);
    if (row.notStartedUntil > 0)
        add(WorkState::NotStarted);
    if (isGroup && !row.bars.empty())
        add(LegendExtra::Group);
    if (row.rows == RowsBy::Cores && !isGroup)
        add(LegendExtra::Idle);
    const bool hasHues = colourBy == ColourBy::Task && row.hasTasks;
    for (const Bar& bar : row.bars) {
        if (hasHues)
            add(bar.task);
        add(bar.mark);
    }
    for (const Bar& bar : row.marked)
        add(bar.mark);
    for (const Band& band : row.bands) {
        for (const StateSpan& span : band.spans->states) {
            if (!has(span.state) && isSeen(span, row))
                add(span.state);
        }
        if (isGroup || (row.rows == RowsBy::Tasks && has(WorkState::Running)))
            continue;  // they would add nothing
        for (const RunSpan& run : band.spans->runs) {
            if (run.task == TaskId::None && row.rows != RowsBy::Tasks)
                add(LegendExtra::Between);
            else
                add(WorkState::Running);
            if (hasHues && row.rows == RowsBy::Cores)
                add(run.task);
        }
    }
}

void LegendUse::addProcesses(const RowPicture& row, const RowSource& source)
{
    if (row.hasTasks || row.group.count > 1)
        return;
    const auto name = [&](TaskId process) {
        if (number(process) > Theme().taskHues.size())
            moreProcesses = true;
        else if (process != TaskId::None && !processes.contains(process))
            processes.emplace(process, nameOfProcess(source, process));
    };
    for (const Bar& bar : row.bars)
        name(bar.task);
    for (const Band& band : row.bands) {
        for (const RunSpan& run : band.spans->runs)
            name(run.task);
    }
}

void LegendUse::add(const LegendUse& other)
{
    states |= other.states;
    extras |= other.extras;
    tasks.insert(other.tasks.begin(), other.tasks.end());
    moreTasks = moreTasks || other.moreTasks;
    hasTasks = hasTasks || other.hasTasks;
    hasEventLoop = hasEventLoop || other.hasEventLoop;
    processes.insert(other.processes.begin(), other.processes.end());
    moreProcesses = moreProcesses || other.moreProcesses;
    ghosts.insert(other.ghosts.begin(), other.ghosts.end());
}
