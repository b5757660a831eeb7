#include "app/replay/replaystep.h"

#include "core/analysis/changes.h"

std::optional<Nanoseconds> nearestChange(const Comparison& comparison, Nanoseconds t,
                                         ReplayStep step)
{
    const bool isForward = step == ReplayStep::Forward;
    std::optional<Nanoseconds> nearest;
    for (const Recording& run : comparison.runs) {
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
