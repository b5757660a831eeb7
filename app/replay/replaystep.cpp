#include "app/replay/replaystep.h"

#include "core/analysis/changes.h"

#include <algorithm>

bool isReplayed(const ReplayedRuns& runs, std::size_t run)
{
    return !runs || std::ranges::find(*runs, run) != runs->end();
}

std::optional<Nanoseconds> nearestChange(const Comparison& comparison, const ReplayedRuns& runs,
                                         Nanoseconds t, ReplayStep step)
{
    const bool isForward = step == ReplayStep::Forward;
    std::optional<Nanoseconds> nearest;
    for (std::size_t index = 0; index < comparison.runs.size(); ++index) {
        if (!isReplayed(runs, index))
            continue;
        const Recording& run = comparison.runs[index];
        const auto at = run.start.origin + t;
        const auto change = isForward ? changeAfter(run, at) : changeBefore(run, at);
        if (!change)
            continue;
        const Nanoseconds found = *change - run.start.origin;
        if (!nearest || (isForward ? found < *nearest : found > *nearest))
            nearest = found;
    }
    return nearest;
}
