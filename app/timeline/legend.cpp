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
    if (row.notStartedUntil > 0)
        add(WorkState::NotStarted);
    if (isGroup && !row.bars.empty())
        add(LegendExtra::Group);
    for (const Bar& bar : row.bars) {
        if (colourBy == ColourBy::Task)
            add(bar.task);
        if (bar.mark != Mark::None)
            add(bar.mark == Mark::Failed ? LegendExtra::Failed : LegendExtra::Cancelled);
    }
    for (const Band& band : row.bands) {
        for (const StateSpan& span : band.spans.states) {
            if (!has(span.state) && isSeen(span, row))
                add(span.state);
        }
        for (const RunSpan& run : band.spans.runs) {
            if (isGroup)
                continue;
            if (run.task == TaskId::None && row.rows == RowsBy::Workers)
                add(LegendExtra::Between);
            else
                add(WorkState::Running);
        }
    }
}

void LegendUse::add(const LegendUse& other)
{
    states |= other.states;
    extras |= other.extras;
    tasks.insert(other.tasks.begin(), other.tasks.end());
    moreTasks = moreTasks || other.moreTasks;
}
