#include "app/workspace.h"

#include "app/charts/sidepane.h"
#include "app/charts/timescard.h"
#include "app/code/codepane.h"
#include "app/code/codetabs.h"
#include "app/lab/labhistory.h"
#include "app/lessons/lessonplace.h"
#include "app/lessonstage.h"
#include "app/observe/observepane.h"
#include "app/pictures/picturestrip.h"
#include "app/pictures/taskspan.h"
#include "app/places.h"
#include "app/replay/replaybar.h"
#include "app/shell/commandset.h"
#include "app/shell/messagestrip.h"
#include "app/shell/panekeeper.h"
#include "app/shell/topbar.h"
#include "app/study/studypane.h"
#include "app/study/studyview.h"
#include "app/table/tablepane.h"
#include "app/timeline/comparisonview.h"
#include "app/timelineswitches.h"

#include <QAction>
#include <QLabel>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace {

constexpr int placeWidth = 300;
constexpr int sideWidth = 340;
constexpr int narrowestSide = 250;
constexpr int lessonWidth = 370;  // for lines that are read easily, where there is room
constexpr int roomForLesson = 1200;

TopBar::Primary primaryFor(Activity activity)
{
    switch (activity) {
    case Activity::Idle:
        return TopBar::Primary::Run;
    case Activity::Running:
        return TopBar::Primary::Stop;
    case Activity::Stopping:
        break;
    }
    return TopBar::Primary::Stopping;
}

}  // namespace

Workspace::Workspace(const CommandSet& commands, LabHistory& history, const LessonSetup& lessons,
                     QSettings& memory, QWidget* parent)
    : QWidget(parent),
      m_commands(commands),
      m_history(history)
{
    setObjectName(QStringLiteral("workspace"));
    setAttribute(Qt::WA_StyledBackground);
    createParts(history, lessons, memory);
    createColumns(memory);
    connectParts();
    connectCode();
    connectTable();
    showPlace(m_places->place());
}

void Workspace::setTheme(const Theme& theme)
{
    m_bar->setTheme(theme);
    m_messages->setTheme(theme);
    m_middle->setTheme(theme);
    m_replay->setTheme(theme);
    m_side->times().setTheme(theme);
}

void Workspace::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    m_bar->setVisible(!isProjected);
    m_panes->setAway(isProjected);
    m_middle->setProjected(isProjected);
    m_places->lessons().course().setForClass(isProjected);
    fitLetters();
    m_stage->setProjected(isProjected);
    m_middle->focusFront();
}

void Workspace::step(int step)
{
    if (!m_stage->step(step))
        m_middle->scrollFront(step);
}

void Workspace::fitLetters()
{
    const QFont detail = projectorStyle(font(), window()->size()).detail;
    const int letters = m_isProjected ? detail.pixelSize() : 0;
    m_replay->setProjected(letters);
    if (m_isProjected)
        m_stage->setLetters(4 * letters / 3);
    m_messages->setStyleSheet(m_isProjected ? QStringLiteral("* { font-size: %1px; }").arg(letters)
                                            : QString());
}

void Workspace::setActivity(Activity activity)
{
    m_places->setActivity(activity);
    if (activity == Activity::Running) {
        showCode(false);  // what is to be seen is on the timelines
    }
    m_bar->setPrimary(primaryFor(activity));
    const Feed feed = activity == Activity::Idle ? Feed::Ended : Feed::Live;
    m_middle->setFeed(feed);
    m_replay->setActivity(activity);
}

void Workspace::goTo(WindowPlace place)
{
    m_places->goTo(place);
    m_panes->showPlace();
}

void Workspace::setComparison(const Comparison* comparison)
{
    m_steps.forget();
    m_comparison = comparison;
    m_middle->setComparison(comparison);
    m_replay->setComparison(comparison);
    m_switches->update();
    m_side->times().setComparison(comparison);
}

void Workspace::refresh()
{
    m_steps.note(m_replay->motion().motion());
}

void Workspace::showGrowth()
{
    m_middle->showGrowth();
    m_switches->update();
    m_side->times().refresh();
}

void Workspace::refreshNow()
{
    m_steps.forget();
    m_middle->showGrowthNow();
    m_replay->refreshNow();
    m_switches->update();
    m_side->times().refreshNow();
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_panes->fitTo(event->size().width());
    fitPlace();
    m_middle->pictures().fitTo(event->size().height());
    fitLetters();
}

void Workspace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_stage->choose();  // lessons are only read once they are seen
}

void Workspace::focusInEvent(QFocusEvent*)
{
    m_middle->focusFront();  // not by a proxy, which Tab would follow
}

void Workspace::createParts(LabHistory& history, const LessonSetup& lessons, QSettings& memory)
{
    m_bar = new TopBar(m_commands, this);
    m_messages = new MessageStrip(this);
    m_columns = new QSplitter(this);
    m_places = new Places(history, lessons, memory, m_columns);
    m_middle = new Middle(m_places->lessons(), memory, m_columns);
    m_stage = new LessonStage(*m_middle, *m_places, this);
    m_switches = new TimelineSwitches(*m_bar, m_middle->view(), m_middle->table(), this);
    m_side = new SidePane(m_columns);
    m_places->setMinimumWidth(narrowestSide);
    m_side->setMinimumWidth(narrowestSide);
}

void Workspace::createColumns(QSettings& memory)
{
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({placeWidth, QWIDGETSIZE_MAX / 2, sideWidth});
    m_panes = new PaneKeeper(
        m_columns, {m_commands.action(Command::ShowPlace), m_commands.action(Command::ShowTimes)},
        memory);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_messages);
    column->addWidget(m_columns, 1);
    column->addWidget(m_stage->line());
    m_replay = new ReplayBar(m_commands, m_middle->view(), memory, this);
    column->addWidget(m_replay);
}

void Workspace::connectParts()
{
    connect(&m_steps, &MotionSteps::due, this, &Workspace::showGrowth);
    connect(m_places, &Places::placeChanged, this, &Workspace::showPlace);
    connect(m_stage, &LessonStage::chosen, this, &Workspace::fitFront);
    connect(&code(), &CodePane::languagesChanged, this, &Workspace::fitFront);
    connect(&m_middle->pictures(), &PictureStrip::taskPicked, this, &Workspace::showTask);
    connect(&m_places->observe(), &ObservePane::problemShown, m_panes, &PaneKeeper::showPlace);
    connect(&m_places->study(), &StudyPane::problemShown, m_panes, &PaneKeeper::showPlace);
}

void Workspace::connectCode()
{
    showPlanAsCode();
    connect(&m_history, &LabHistory::settingsChanged, this, &Workspace::showPlanAsCode);
    QAction* const show = m_commands.action(Command::ShowCode);
    CodeTabs* const tabs = &m_middle->tabs();
    connect(show, &QAction::triggered, tabs, &CodeTabs::showCode);
    connect(tabs, &CodeTabs::codeShown, show, &QAction::setChecked);
    connect(tabs, &CodeTabs::focusLost, m_middle, &Middle::focusFront);
}

void Workspace::showPlanAsCode()
{
    if (m_places->place() == WindowPlace::Lessons)
        return;
    const LabSettings& settings = m_history.settings();
    if (const QString problem = problemOf(settings, m_history.machineCores()); !problem.isEmpty())
        code().setProblem(problem);
    else
        code().setPlan(settings.experiment, settings.plan);
}

void Workspace::showCode(bool isShown)
{
    m_middle->tabs().showCode(isShown);
    m_stage->showRuns();
}

void Workspace::connectTable()
{
    QAction* const show = m_commands.action(Command::ShowTable);
    connect(show, &QAction::triggered, m_middle, &Middle::showTable);
    connect(&m_middle->table(), &TablePane::closeAsked, show, &QAction::trigger);
}

void Workspace::showPlace(WindowPlace place)
{
    m_bar->setPlace(place);
    const bool hasCode = place == WindowPlace::Lab || place == WindowPlace::Lessons;
    m_middle->tabs().showCode(false);
    m_middle->tabs().setOffered(hasCode);
    m_commands.setEnabled(Command::ShowCode, hasCode);
    showPlanAsCode();
    m_commands.setEnabled(Command::ShowTable, place != WindowPlace::Study);
    fitPlace();
    view().setInvitation(invitationOf(place));
    m_stage->choose();
    view().refresh();
    m_commands.action(commandOf(place))->setChecked(true);
}

void Workspace::fitPlace()
{
    const bool isWide = m_places->place() == WindowPlace::Lessons && width() >= roomForLesson;
    m_places->setMinimumWidth(isWide ? lessonWidth : narrowestSide);
}

void Workspace::fitFront()
{
    const bool hasTimelines = m_middle->hasTimelines();
    m_replay->setOffered(hasTimelines);
    // Two programs side by side need the room, and the times say nothing of them.
    m_panes->setTimesWanted(hasTimelines && !(m_middle->hasCode() && code().otherView()));
}

void Workspace::showTask(RunId run, TaskId task)
{
    const auto span = spanOf(*m_comparison, run, task);
    if (!span)
        return;
    view().viewport().reveal(span->start);
    view().viewport().select(*span);
}
