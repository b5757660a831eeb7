#include "app/timeline/searchcontrol.h"

#include "app/timeline/coordinates.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/searchbar.h"
#include "app/timeline/viewport.h"

#include <QScrollArea>

#include <algorithm>

SearchControl::SearchControl(const Parts& parts, QWidget* view) : QObject(view), m_parts(parts)
{
    connect(&m_parts.bar, &SearchBar::textChanged, this, &SearchControl::search);
    connect(&m_parts.bar, &SearchBar::opened, this, &SearchControl::search);
    connect(&m_parts.bar, &SearchBar::nextAsked, this, [this] { step(1); });
    connect(&m_parts.bar, &SearchBar::previousAsked, this, [this] { step(-1); });
    connect(&m_parts.bar, &SearchBar::closed, this, [this] {
        m_matches.clear();
        unmark();
        Q_EMIT closed();
    });
}

void SearchControl::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    refresh();
}

void SearchControl::refresh()
{
    if (m_parts.bar.isHidden())
        return;
    m_matches =
        m_comparison ? matchesOf(*m_comparison, m_parts.bar.text()) : std::vector<SearchMatch>();
    std::erase_if(m_matches, [this](const SearchMatch& match) {
        return !m_parts.stack.order().isShown(match.run);
    });
    m_current = std::min(m_current, m_matches.empty() ? 0 : m_matches.size() - 1);
    m_parts.bar.setPlace(m_current, m_matches.size());
    markRow();
}

void SearchControl::search()
{
    m_current = 0;
    refresh();
    showMatch();
}

void SearchControl::step(int by)
{
    if (m_matches.empty())
        return;
    const std::size_t count = m_matches.size();
    m_current = (m_current + (by > 0 ? 1 : count - 1)) % count;
    m_parts.bar.setPlace(m_current, count);
    markRow();
    showMatch();
}

void SearchControl::unmark()
{
    for (PanelWidget* const panel : m_parts.stack.panels())
        panel->setFoundRow({});
}

void SearchControl::markRow()
{
    unmark();
    if (m_current >= m_matches.size())
        return;
    const SearchMatch& match = m_matches[m_current];
    if (PanelWidget* const panel = m_parts.stack.panelOf(match.run)) {
        panel->openFor(match);
        panel->setFoundRow(panel->rowOf(match));
    }
}

void SearchControl::showMatch()
{
    if (m_current >= m_matches.size())
        return;
    const SearchMatch& match = m_matches[m_current];
    const PanelWidget* const panel = m_parts.stack.panelOf(match.run);
    if (!panel)
        return;
    Q_EMIT foundIn(match.run);
    if (const auto row = panel->foundRow()) {
        const QRectF rect = panel->geometryOfParts().rowRect(*row);
        const QPoint middle = panel->mapTo(&m_parts.stack, rect.center().toPoint());
        constexpr int around = 60;  // pixels
        m_parts.scroll.ensureVisible(0, middle.y(), 0, around);
    }
    const TimeRange range = rangeOf(*m_comparison, match);
    const TimeRange visible = m_parts.viewport.visible();
    const bool isInSight = range.start < visible.end && range.end > visible.start;
    if (!range.isEmpty() && !isInSight)  // what is typed in one go is one step of undo
        m_parts.viewport.resizeTo(widened(range));
}
