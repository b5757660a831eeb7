#include "app/compare/panelsmenu.h"

#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/plantext.h"

#include <QActionGroup>
#include <QMenu>

namespace {

/// An ampersand in a title is no mnemonic.
QString plain(QString title)
{
    return title.replace(u'&', QStringLiteral("&&"));
}

/// Whether the run drawn below is `run` of `comparison`; null is none.
bool isGhost(const GhostRef* ghost, const Comparison* comparison, std::size_t run)
{
    return ghost && ghost->comparison == comparison && ghost->run == run;
}

}  // namespace

PanelsMenu::PanelsMenu(ComparisonView& view, QMenu* menu, QObject* parent)
    : QObject(parent),
      m_view(view),
      m_menu(menu)
{
    connect(menu, &QMenu::aboutToShow, this, &PanelsMenu::listRuns);
}

void PanelsMenu::listRuns()
{
    qDeleteAll(m_ticks);
    m_ticks.clear();
    PanelStack& stack = m_view.stack();
    if (!stack.comparison())
        return;
    for (const std::size_t run : stack.order().runs()) {
        auto* tick = new QAction(plain(titleOf(*stack.comparison(), run)), m_menu);
        tick->setCheckable(true);
        tick->setChecked(stack.order().isShown(run));
        tick->setEnabled(!tick->isChecked() || stack.order().canHide(run));
        connect(tick, &QAction::toggled, &stack,
                [&stack, run](bool isShown) { stack.setShown(run, isShown); });
        m_ticks << tick;
    }
    auto* const separator = new QAction(m_menu);
    separator->setSeparator(true);
    m_ticks << separator;
    m_menu->insertActions(m_menu->actions().value(0), m_ticks);
}

void PanelsMenu::addTo(QMenu& menu, std::size_t run)
{
    PanelStack* const stack = &m_view.stack();
    if (stack->order().shown().size() < 2 && !stack->order().hasHidden() && !stack->before())
        return;
    menu.addSeparator();
    addGhosts(menu, run);
    const std::vector<std::size_t> shown = stack->order().shown();
    const auto move = [&](const QString& text, int step, std::size_t end) {
        QAction* const action =
            menu.addAction(text, stack, [stack, run, step] { stack->moveBy(run, step); });
        action->setEnabled(end != run);
    };
    move(tr("Move &Up"), -1, shown.front());
    move(tr("Move &Down"), 1, shown.back());
    QAction* const hide =
        menu.addAction(tr("&Hide This Run"), stack, [stack, run] { stack->setShown(run, false); });
    hide->setEnabled(stack->order().canHide(run));
    if (stack->order().hasHidden())
        menu.addAction(tr("Show &All Runs"), stack, &PanelStack::showAll);
}

void PanelsMenu::addGhosts(QMenu& menu, std::size_t run)
{
    PanelStack* const stack = &m_view.stack();
    const GhostRef* const ghost = stack->panels()[run]->ghost();
    QMenu* const ghosts = menu.addMenu(tr("Draw &Below It"));
    auto* const group = new QActionGroup(ghosts);
    const auto add = [&](const QString& text, bool isChosen, auto choose) {
        QAction* const action = ghosts->addAction(text, stack, choose);
        action->setCheckable(true);
        action->setChecked(isChosen);
        group->addAction(action);
    };
    add(tr("&Nothing"), !ghost, [stack, run] { stack->pickGhost(run, {}); });
    if (const auto match = stack->matchOf(run))
        add(tr("The Same Run &Before"), isGhost(ghost, stack->before(), match->run),
            [stack, run] { stack->unpickGhost(run); });
    ghosts->addSeparator();
    for (const std::size_t other : stack->order().runs()) {
        if (other != run)
            add(plain(titleOf(*stack->comparison(), other)),
                isGhost(ghost, stack->comparison(), other),
                [stack, run, other] { stack->pickGhost(run, other); });
    }
}
