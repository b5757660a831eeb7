#include "app/pictures/shownrun.h"

std::vector<std::size_t> runsWithPictures(const Comparison& comparison)
{
    std::vector<std::size_t> runs;
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        if (!comparison.runs[i].pictures.empty())
            runs.push_back(i);
    }
    return runs;
}

void ShownRun::reset()
{
    m_run.reset();
    m_knownRuns = 0;
}

void ShownRun::update(const Comparison& comparison, bool isLive)
{
    const std::vector<std::size_t> runs = runsWithPictures(comparison);
    const bool isNew = comparison.runs.size() != m_knownRuns;
    m_knownRuns = comparison.runs.size();
    if (runs.empty())
        m_run.reset();
    else if (isLive && (isNew || !m_run))
        m_run = comparison.runs.size() - 1;
    else if (!m_run || (!isLive && comparison.runs[*m_run].pictures.empty()))
        m_run = runs.front();
}
