#include "core/runner/repeats.h"

#include <algorithm>
#include <cassert>

namespace {

bool isDone(const Recording* run) noexcept
{
    return run->summary.end == RunEnd::Done;
}

bool repeats(const Recording& run, const Recording& other)
{
    return run.start.mode == other.start.mode && run.start.plan == other.start.plan;
}

}  // namespace

std::vector<const Recording*> Repeats::comparable() const
{
    std::vector<const Recording*> done;
    std::ranges::copy_if(runs, std::back_inserter(done), isDone);
    return done.empty() ? runs : done;
}

const Recording& Repeats::middle() const
{
    assert(!runs.empty());
    auto byWall = comparable();
    std::ranges::stable_sort(byWall, {}, &Recording::wall);
    return *byWall[(byWall.size() - 1) / 2];
}

std::vector<Repeats> groupRepeats(const Comparison& comparison)
{
    std::vector<Repeats> groups;
    for (const Recording& run : comparison.runs) {
        const auto same = std::ranges::find_if(
            groups, [&](const Repeats& group) { return repeats(*group.runs.front(), run); });
        if (same == groups.end())
            groups.push_back({{&run}});
        else
            same->runs.push_back(&run);
    }
    return groups;
}
