#include "app/timeline/density.h"

#include "app/timeline/runningcolumns.h"

#include <algorithm>

Density::Density(int columns)
    : m_running(static_cast<std::size_t>(columns)),
      m_inProgress(static_cast<std::size_t>(columns))
{}

void Density::add(const LaneSpans& spans)
{
    addRunning(m_running, spans);
}

void Density::markInProgress(int first, int last)
{
    const int columns = static_cast<int>(m_inProgress.size());
    if (columns == 0)
        return;
    first = std::clamp(first, 0, columns - 1);
    last = std::clamp(last, first + 1, columns);  // a moment is seen, too
    std::fill(m_inProgress.begin() + first, m_inProgress.begin() + last, char{1});
}

LaneSpans Density::lane(double capacity) const
{
    LaneSpans spans;
    for (std::size_t c = 0; c < m_running.size(); ++c) {
        const auto share = static_cast<float>(std::min(1.0, m_running[c] / capacity));
        if (share <= 0)
            continue;
        const int column = static_cast<int>(c);
        if (!spans.runs.empty() && spans.runs.back().last == column &&
            spans.runs.back().share == share)
            spans.runs.back().last = column + 1;
        else
            spans.runs.push_back({column, column + 1, share, TaskId::None, true});
    }
    return spans;
}

std::vector<std::pair<int, int>> Density::inProgress() const
{
    std::vector<std::pair<int, int>> stretches;
    for (auto from = m_inProgress.begin(); from != m_inProgress.end();) {
        const auto first = std::find(from, m_inProgress.end(), char{1});
        from = std::find(first, m_inProgress.end(), char{0});
        if (first != from)
            stretches.emplace_back(static_cast<int>(first - m_inProgress.begin()),
                                   static_cast<int>(from - m_inProgress.begin()));
    }
    return stretches;
}
