#include "app/timeline/lanecache.h"

#include "app/timeline/earliest.h"

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

/// What a lane shows from the column before `column` on.
template <typename Span>
std::vector<Span> endOf(const std::vector<Span>& spans, int column)
{
    auto first = std::ranges::lower_bound(spans, column, {}, &Span::last);
    if (first != spans.begin())
        --first;
    return {first, spans.end()};
}

LaneSpans endOf(const LaneSpans& spans, int column)
{
    return {endOf(spans.states, column), endOf(spans.runs, column)};
}

}  // namespace

DrawnLane LaneCache::spansOf(std::size_t worker, const Lane& lane, const Columns& columns,
                             int epoch)
{
    if (m_visible != columns.visible() || m_columns != columns.count() || m_epoch != epoch)
        std::ranges::for_each(m_lanes, [](Drawn& drawn) { drawn.isValid = false; });
    m_visible = columns.visible();
    m_columns = columns.count();
    m_epoch = epoch;
    if (worker >= m_lanes.size())
        m_lanes.resize(worker + 1);
    Drawn& drawn = m_lanes[worker];
    std::optional<int> changedFrom = 0;
    if (drawn.isValid && drawn.start == lane.clip.start && drawn.settledUntil <= lane.clip.end)
        changedFrom = drawOn(drawn, lane, columns);
    else
        drawFrom(0, lane, columns, *drawn.spans);
    drawn.start = lane.clip.start;
    drawn.settledUntil = std::min(lastStart(lane), lane.clip.end);
    drawn.isValid = true;
    return {drawn.spans, changedFrom};
}

std::optional<int> LaneCache::drawOn(Drawn& drawn, const Lane& lane, const Columns& columns)
{
    const int settled = columns.columnOf(drawn.settledUntil);
    const LaneSpans before = endOf(*drawn.spans, settled);
    drawFrom(settled, lane, columns, *drawn.spans);
    Earliest earliest;
    compare(earliest, before, endOf(*drawn.spans, settled));
    return earliest.column();
}
