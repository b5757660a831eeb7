#include "app/timeline/lanecache.h"

#include <algorithm>

namespace {

/// When the interval that may still change begins.
Nanoseconds lastStart(const Lane& lane)
{
    Nanoseconds start = lane.clip.start;
    const auto consider = [&](const auto& intervals) {
        if (!intervals.empty())
            start = std::max(start, intervals.back().start);
    };
    consider(lane.worker->slices);
    consider(lane.worker->waits);
    consider(lane.worker->unseen);
    return start;
}

}  // namespace

const LaneSpans& LaneCache::spansOf(std::size_t worker, const Lane& lane, const Columns& columns,
                                    int epoch)
{
    if (m_visible != columns.visible() || m_columns != columns.count() || m_epoch != epoch)
        m_lanes.clear();
    m_visible = columns.visible();
    m_columns = columns.count();
    m_epoch = epoch;
    if (worker >= m_lanes.size())
        m_lanes.resize(worker + 1);
    Drawn& drawn = m_lanes[worker];
    if (drawn.isValid && drawn.start == lane.clip.start && drawn.settledUntil <= lane.clip.end)
        drawn.spans =
            spansFrom(std::move(drawn.spans), columns.columnOf(drawn.settledUntil), lane, columns);
    else
        drawn.spans = ::spansOf(lane, columns);
    drawn.start = lane.clip.start;
    drawn.settledUntil = std::min(lastStart(lane), lane.clip.end);
    drawn.isValid = true;
    return drawn.spans;
}
