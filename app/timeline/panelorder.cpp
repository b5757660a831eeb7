#include "app/timeline/panelorder.h"

#include <algorithm>
#include <iterator>

void PanelOrder::setRuns(std::size_t count)
{
    std::erase_if(m_runs, [count](std::size_t run) { return run >= count; });
    for (std::size_t run = m_isHidden.size(); run < count; ++run)
        m_runs.push_back(run);
    m_isHidden.resize(count);
    if (shown().empty())
        showAll();
}

std::vector<std::size_t> PanelOrder::shown() const
{
    std::vector<std::size_t> runs;
    std::ranges::copy_if(m_runs, std::back_inserter(runs),
                         [this](std::size_t run) { return !m_isHidden[run]; });
    return runs;
}

bool PanelOrder::isShown(std::size_t run) const
{
    return run < m_isHidden.size() && !m_isHidden[run];
}

bool PanelOrder::hasHidden() const
{
    return std::ranges::find(m_isHidden, true) != m_isHidden.end();
}

bool PanelOrder::canHide(std::size_t run) const
{
    return isShown(run) && std::ranges::count(m_isHidden, false) > 1;
}

bool PanelOrder::setShown(std::size_t run, bool isShown)
{
    if (isShown ? run >= m_isHidden.size() || !m_isHidden[run] : !canHide(run))
        return false;
    m_isHidden[run] = !isShown;
    return true;
}

bool PanelOrder::showAll()
{
    const bool hadHidden = hasHidden();
    m_isHidden.assign(m_isHidden.size(), false);
    return hadHidden;
}

bool PanelOrder::showOnly(const std::vector<std::size_t>& runs)
{
    std::vector<bool> areHidden(m_isHidden.size(), true);
    for (const std::size_t run : runs) {
        if (run < areHidden.size())
            areHidden[run] = false;
    }
    if (areHidden == m_isHidden || std::ranges::find(areHidden, false) == areHidden.end())
        return false;
    m_isHidden = std::move(areHidden);
    return true;
}

bool PanelOrder::moveTo(std::size_t run, std::size_t place)
{
    std::vector<std::size_t> others = shown();
    const auto at = std::ranges::find(others, run);
    if (at == others.end() || at - others.begin() == static_cast<std::ptrdiff_t>(place))
        return false;
    others.erase(at);
    std::erase(m_runs, run);
    const auto next =
        place < others.size() ? std::ranges::find(m_runs, others[place]) : m_runs.end();
    m_runs.insert(next, run);
    return true;
}

bool PanelOrder::moveBy(std::size_t run, int step)
{
    const std::vector<std::size_t> all = shown();
    const auto at = std::ranges::find(all, run) - all.begin();
    const std::ptrdiff_t place = at + step;
    if (at == static_cast<std::ptrdiff_t>(all.size()) || place < 0 ||
        place >= static_cast<std::ptrdiff_t>(all.size()))
        return false;
    return moveTo(run, static_cast<std::size_t>(place));
}
