// How a PanelStack lets its panels be moved, hidden and overlaid.

#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "core/model/recording.h"

#include <algorithm>
#include <iterator>

namespace {

int middleOf(const PanelWidget* panel)
{
    return panel->geometry().center().y();
}

}  // namespace

PanelWidget* PanelStack::panelOf(std::size_t run) const
{
    return run < m_panels.size() ? m_panels[run] : nullptr;
}

std::vector<PanelWidget*> PanelStack::shownPanels() const
{
    std::vector<PanelWidget*> panels;
    for (const std::size_t run : m_order.shown()) {
        if (PanelWidget* const panel = panelOf(run))
            panels.push_back(panel);
    }
    return panels;
}

std::vector<PanelWidget*> PanelStack::pagePanels() const
{
    std::vector<PanelWidget*> panels = shownPanels();
    if (!m_page)
        return panels;
    const auto at = [&](std::size_t place) {
        return panels.begin() + static_cast<std::ptrdiff_t>(std::min(place, panels.size()));
    };
    return {at(m_page->first), at(m_page->first + m_page->count)};
}

void PanelStack::setPage(std::optional<PanelPage> page)
{
    if (page == m_page)
        return;
    m_page = page;
    placeInOrder();
}

void PanelStack::setShown(std::size_t run, bool isShown)
{
    const std::vector<PanelWidget*> before = shownPanels();
    if (!m_order.setShown(run, isShown))
        return;
    PanelWidget* next = nullptr;
    if (!isShown && m_panels[run]->hasFocus()) {
        // To the one that takes its place, or else the last.
        const auto at = std::ranges::find(before, m_panels[run]);
        next = std::next(at) == before.end() ? *std::prev(at) : *std::next(at);
    }
    arrange();
    if (next)  // now that it is in sight, which it may not have been on a wall
        next->setFocus(Qt::OtherFocusReason);
}

void PanelStack::showAll()
{
    if (m_order.showAll())
        arrange();
}

void PanelStack::showOnly(const std::vector<std::size_t>& runs)
{
    if (m_order.showOnly(runs))
        arrange();
}

void PanelStack::moveBy(std::size_t run, int step)
{
    if (m_order.moveBy(run, step))
        arrange();
}

void PanelStack::arrange()
{
    placeInOrder();
    Q_EMIT arranged();
}

void PanelStack::placeInOrder()
{
    const std::vector<PanelWidget*> panels = pagePanels();
    for (PanelWidget* const panel : m_panels)
        panel->setVisible(std::ranges::find(panels, panel) != panels.end());
    for (std::size_t i = 1; i < panels.size(); ++i)
        setTabOrder(panels[i - 1], panels[i]);
}

std::optional<std::size_t> PanelStack::current() const
{
    if (m_order.isShown(m_focused) && m_focused < m_panels.size())
        return m_focused;
    const std::vector<PanelWidget*> panels = shownPanels();
    return panels.empty() ? std::nullopt : std::optional(panels.front()->run());
}

void PanelStack::setBefore(const Comparison* before, const QString& name)
{
    m_overlay.setBefore(before, name);
    takeInOverlay();
    Q_EMIT arranged();
}

void PanelStack::pickGhost(std::size_t run, std::optional<std::size_t> other)
{
    m_overlay.pick(run, other);
    takeInOverlay();
    Q_EMIT arranged();
}

void PanelStack::unpickGhost(std::size_t run)
{
    m_overlay.unpick(run);
    takeInOverlay();
    Q_EMIT arranged();
}

std::optional<RunMatch> PanelStack::matchOf(std::size_t run)
{
    return m_comparison ? m_overlay.matchOf(*m_comparison, run) : std::nullopt;
}

void PanelStack::takeInOverlay()
{
    m_overlaidRuns = m_panels.size();
    if (!m_comparison)
        return;
    const auto ghosts = m_overlay.ghostsFor(*m_comparison);
    for (PanelWidget* const panel : m_panels) {
        panel->setGhost(ghosts[panel->run()]);
        panel->refresh();
    }
}

bool PanelStack::hasGhosts() const
{
    return std::ranges::any_of(shownPanels(),
                               [](const PanelWidget* panel) { return panel->ghost(); });
}

Nanoseconds PanelStack::contentEnd() const
{
    Nanoseconds end{};
    for (const PanelWidget* const panel : shownPanels()) {
        if (panel->run() >= m_comparison->runs.size())
            continue;  // a new comparison begins, which the panels have not taken in yet
        end = std::max(end, m_comparison->runs[panel->run()].wall());
        if (panel->ghost())
            end = std::max(end, panel->ghost()->recording().wall());
    }
    return end;
}

std::size_t PanelStack::placeAt(const PanelWidget& panel, int y) const
{
    std::vector<PanelWidget*> others = pagePanels();
    std::erase(others, &panel);
    return static_cast<std::size_t>(std::ranges::count_if(
        others, [y](const PanelWidget* other) { return middleOf(other) < y; }));
}

void PanelStack::showDrop(const PanelWidget& panel, int y)
{
    const std::vector<PanelWidget*> panels = pagePanels();
    const auto from = std::ranges::find(panels, &panel) - panels.begin();
    const auto to = static_cast<std::ptrdiff_t>(placeAt(panel, y));
    const int gap = static_cast<int>(m_settings.style.gap);
    m_dropLine.reset();
    if (to < from)
        m_dropLine = panels[static_cast<std::size_t>(to)]->geometry().top() - gap / 2;
    else if (to > from)
        m_dropLine = panels[static_cast<std::size_t>(to)]->geometry().bottom() + 1 + gap / 2;
    update();
    Q_EMIT draggedTo(y);
}

void PanelStack::showNoDrop()
{
    m_dropLine.reset();
    update();
}

void PanelStack::drop(const PanelWidget& panel, int y)
{
    const std::size_t before = m_page ? m_page->first : 0;
    if (m_order.moveTo(panel.run(), before + placeAt(panel, y)))
        arrange();
}
