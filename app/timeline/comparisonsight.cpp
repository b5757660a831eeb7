#include "app/timeline/comparisonsight.h"

#include "app/timeline/comparisonview.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "core/model/recording.h"

#include <algorithm>
#include <numeric>

namespace {

std::optional<SeenGhost> seen(const GhostRef* ghost)
{
    if (!ghost)
        return {};
    return SeenGhost{ghost->recording(), ghost->comparison->machine.cores, ghost->name};
}

}  // namespace

ColourBy ComparisonSight::colourByOf(const Recording& recording) const noexcept
{
    return recording.start.isObserved() ? observedColourBy : colourBy;
}

ComparisonSight wholeOf(const Comparison& comparison)
{
    Nanoseconds end{};
    for (const Recording& run : comparison.runs)
        end = std::max(end, run.wall());
    ComparisonSight sight;
    sight.runs.resize(comparison.runs.size());
    std::iota(sight.runs.begin(), sight.runs.end(), std::size_t{0});
    sight.visible = fittingRange(end);
    sight.bookmarks = comparison.bookmarks;
    return sight;
}

ComparisonSight ComparisonView::sight() const
{
    ComparisonSight sight{{},
                          m_viewport.visible(),
                          m_settings.rows,
                          m_settings.colourBy,
                          m_settings.observedColourBy};
    for (const PanelWidget* const panel : m_stack->shownPanels()) {
        if (panel->visibleRegion().isEmpty())
            continue;
        sight.runs.push_back(panel->run());
        sight.ghosts.push_back(seen(panel->ghost()));
        sight.opened.push_back(panel->source().opened);
    }
    sight.bookmarks = bookmarks();
    return sight;
}
