#include "app/comparecommands.h"

#include "app/charts/sidepane.h"
#include "app/compare/differencefollower.h"
#include "app/compare/panelsmenu.h"
#include "app/lab/recordingdocument.h"
#include "app/shell/commandset.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/workspace.h"

CompareCommands::CompareCommands(const Subjects& subjects, QMenu* panels, QWidget* window)
    : QObject(window),
      m_subjects(subjects),
      m_desk(subjects.space.view(), window)
{
    auto* const menu = new PanelsMenu(subjects.space.view(), panels, this);
    connect(&subjects.space.view(), &ComparisonView::menuOpening, menu, &PanelsMenu::addTo);
    new DifferenceFollower(subjects.space.view(), subjects.space.side().difference(), this);
    connectDesk();
    connectPanels();
}

void CompareCommands::compareWith(const QString& path)
{
    m_desk.open(path);
}

void CompareCommands::stop()
{
    m_desk.stop();
}

void CompareCommands::update() const
{
    const Comparison* const comparison = m_subjects.document.comparison();
    m_subjects.commands.setEnabled(Command::CompareWith, comparison && !comparison->runs.empty());
    m_subjects.commands.setEnabled(Command::StopComparing, m_desk.isComparing());
}

void CompareCommands::connectDesk()
{
    connect(&m_desk, &CompareDesk::opening, this, &CompareCommands::opening);
    connect(&m_desk, &CompareDesk::failed, this, &CompareCommands::failed);
    connect(&m_desk, &CompareDesk::compared, this, &CompareCommands::done);
    connect(&m_desk, &CompareDesk::stoppedOpening, this, &CompareCommands::done);
    connect(&m_desk, &CompareDesk::compared, this, &CompareCommands::update);
    connect(&m_desk, &CompareDesk::stopped, this, &CompareCommands::update);
    m_subjects.commands.on(Command::CompareWith, this,
                           [this] { m_desk.askWhatToCompareWith(m_subjects.document.path()); });
    m_subjects.commands.on(Command::StopComparing, &m_desk, &CompareDesk::stop);
}

void CompareCommands::connectPanels()
{
    PanelStack* const stack = &m_subjects.space.view().stack();
    const auto onCurrent = [&](Command command, auto act) {
        m_subjects.commands.on(command, stack, [stack, act] {
            if (const auto run = stack->current())
                act(*stack, *run);
        });
    };
    onCurrent(Command::HidePanel,
              [](PanelStack& panels, std::size_t run) { panels.setShown(run, false); });
    onCurrent(Command::MovePanelUp,
              [](PanelStack& panels, std::size_t run) { panels.moveBy(run, -1); });
    onCurrent(Command::MovePanelDown,
              [](PanelStack& panels, std::size_t run) { panels.moveBy(run, 1); });
    m_subjects.commands.on(Command::ShowAllPanels, stack, &PanelStack::showAll);
}
