#include "app/timeline/runningcolumns.h"

#include <algorithm>
#include <functional>
#include <utility>

void RunningColumns::begin(int columns)
{
    const auto count = static_cast<std::size_t>(columns);
    m_before = std::exchange(m_lanes, {});
    if (m_ofLanes.size() != count) {
        m_ofLanes.assign(count, 0);
        m_before.clear();
    }
    m_others.assign(count, 0);
}

void RunningColumns::add(const LaneSpans& spans)
{
    addRunning(m_others, spans);
}

std::vector<float> RunningColumns::counts()
{
    const int from = firstChange();
    std::fill(m_ofLanes.begin() + from, m_ofLanes.end(), 0.0F);
    for (const DrawnLane& lane : m_lanes)
        addRunning(m_ofLanes, *lane.spans, from);
    std::vector<float> counts = m_ofLanes;
    std::ranges::transform(counts, m_others, counts.begin(), std::plus());
    return counts;
}

int RunningColumns::firstChange() const
{
    if (!std::ranges::equal(m_before, m_lanes, {}, &DrawnLane::spans, &DrawnLane::spans))
        return 0;
    int first = static_cast<int>(m_ofLanes.size());
    for (const DrawnLane& lane : m_lanes)
        first = std::min(first, lane.changedFrom.value_or(first));
    return first;
}

void addRunning(std::vector<float>& counts, const LaneSpans& spans, int from)
{
    auto run = std::ranges::upper_bound(spans.runs, from, {}, &RunSpan::last);
    for (; run != spans.runs.end(); ++run) {
        if (run->task == TaskId::None)
            continue;
        for (int c = std::max(run->first, from); c < run->last; ++c)
            counts[static_cast<std::size_t>(c)] += run->share;
    }
}
