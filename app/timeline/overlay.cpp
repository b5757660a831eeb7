#include "app/timeline/overlay.h"

#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"

namespace {

GhostRef pickedGhost(const Comparison& comparison, std::size_t run)
{
    return {&comparison, run,
            TimelineWords::tr("below: %1", "the title of a run").arg(titleOf(comparison, run))};
}

}  // namespace

void Overlay::setBefore(const Comparison* before, const QString& name)
{
    m_before = before;
    m_name = name;
    m_matches.clear();
    forgetPicks();
}

void Overlay::pick(std::size_t run, std::optional<std::size_t> other)
{
    m_picks[run] = other;
}

void Overlay::unpick(std::size_t run)
{
    m_picks.erase(run);
}

void Overlay::forgetPicks()
{
    m_picks.clear();
    m_matches.clear();
}

std::vector<std::optional<GhostRef>> Overlay::ghostsFor(const Comparison& comparison)
{
    match(comparison);
    std::vector<std::optional<GhostRef>> ghosts(comparison.runs.size());
    for (std::size_t run = 0; run < ghosts.size(); ++run) {
        const auto picked = m_picks.find(run);
        if (picked == m_picks.end()) {
            if (m_matches[run])
                ghosts[run] = GhostRef{m_before, m_matches[run]->run, m_name};
        } else if (picked->second && *picked->second < comparison.runs.size()) {
            ghosts[run] = pickedGhost(comparison, *picked->second);
        }
    }
    return ghosts;
}

std::optional<RunMatch> Overlay::matchOf(const Comparison& comparison, std::size_t run)
{
    match(comparison);
    return run < m_matches.size() ? m_matches[run] : std::nullopt;
}

void Overlay::match(const Comparison& comparison)
{
    if (m_matches.size() == comparison.runs.size())
        return;
    m_matches = m_before ? matchRuns(comparison.runs, m_before->runs)
                         : std::vector<std::optional<RunMatch>>(comparison.runs.size());
}
