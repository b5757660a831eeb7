#include "app/compare/differencefollower.h"

#include "app/charts/differencecard.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

namespace {

/// The panel to tell of; null where nothing is drawn below any.
const PanelWidget* panelOf(const PanelStack& stack)
{
    if (const auto current = stack.current(); current && stack.panels()[*current]->ghost())
        return stack.panels()[*current];
    for (const PanelWidget* const panel : stack.shownPanels()) {
        if (panel->ghost())
            return panel;
    }
    return nullptr;
}

}  // namespace

DifferenceFollower::DifferenceFollower(ComparisonView& view, DifferenceCard& card, QObject* parent)
    : QObject(parent),
      m_view(view),
      m_card(card)
{
    connect(&view, &ComparisonView::panelFocused, this, &DifferenceFollower::follow);
    connect(&view, &ComparisonView::arranged, this, &DifferenceFollower::follow);
    connect(&view, &ComparisonView::refreshed, this, &DifferenceFollower::follow);
}

void DifferenceFollower::follow()
{
    const PanelStack& stack = m_view.stack();
    const PanelWidget* const panel = stack.comparison() ? panelOf(stack) : nullptr;
    if (!panel)
        return m_card.showNothing();
    m_card.showPair({.title = panel->text().title,
                     .ghost = panel->ghost()->name,
                     .isOfBefore = panel->ghost()->comparison == stack.before(),
                     .before = &panel->ghost()->recording(),
                     .now = &stack.comparison()->runs[panel->run()]});
}
