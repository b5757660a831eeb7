#include "app/workspace.h"

#include "app/access/timelinevoice.h"
#include "app/charts/sidepane.h"
#include "app/charts/timescard.h"
#include "app/code/codepane.h"
#include "app/code/codetabs.h"
#include "app/code/codeview.h"
#include "app/lab/labhistory.h"
#include "app/lessons/lessonoverview.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/lessonwall.h"
#include "app/observe/observepane.h"
#include "app/observe/outputpane.h"
#include "app/pictures/picturestrip.h"
#include "app/pictures/taskspan.h"
#include "app/places.h"
#include "app/projector/panesaside.h"
#include "app/replay/replaybar.h"
#include "app/shell/commandset.h"
#include "app/shell/messagestrip.h"
#include "app/shell/panekeeper.h"
#include "app/shell/segmentedswitch.h"
#include "app/shell/textlabel.h"
#include "app/shell/topbar.h"
#include "app/study/studypane.h"
#include "app/study/studyview.h"
#include "app/table/tablepane.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/timelinestyle.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int placeWidth = 300;
constexpr int sideWidth = 340;
constexpr int narrowestSide = 250;
constexpr int lessonWidth = 370;  // for lines that are read easily, where there is room
constexpr int roomForLesson = 1200;
constexpr int narrowestView = 320;
constexpr int tableHeight = 230;
constexpr int outputHeight = 170;
constexpr int picturesHeight = 132;

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

/// The rows that a choice of the bar stands for. Threads are what an observed program has in the
/// place of tasks: who goes on to runs with tasks finds those.
RowsBy rowsOf(int choice, bool isObserved)
{
    if (choice == 0)
        return RowsBy::Tasks;
    return isObserved || choice == 2 ? RowsBy::Cores : RowsBy::Workers;
}

Command commandOf(WindowPlace place)
{
    switch (place) {
    case WindowPlace::Lab:
        return Command::GoToLab;
    case WindowPlace::Observe:
        return Command::GoToObserve;
    case WindowPlace::Study:
        return Command::GoToStudy;
    case WindowPlace::Lessons:
        break;
    }
    return Command::GoToLessons;
}

QString invitationOf(WindowPlace place)
{
    switch (place) {
    case WindowPlace::Observe:
        return Workspace::tr("Name a program and press Return to watch its threads on the cores of "
                             "this machine.");
    case WindowPlace::Lessons:
        return Workspace::tr("What a lesson runs is shown here, live.");
    case WindowPlace::Lab:
    case WindowPlace::Study:
        break;
    }
    return Workspace::tr("Press Space or Run all to watch the tasks run on the cores of this "
                         "machine.");
}

int choiceOf(RowsBy rows, bool isObserved)
{
    if (isObserved)
        return rows == RowsBy::Cores ? 1 : 0;
    return static_cast<int>(rows);
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
    connectSwitches();
    connectCode();
    connectTable();
    showPlace(m_places->place());
}

void Workspace::setTheme(const Theme& theme)
{
    m_bar->setTheme(theme);
    m_messages->setTheme(theme);
    m_view->setTheme(theme);
    m_code->setTheme(theme);
    m_table->setTheme(theme);
    m_study->setTheme(theme);
    m_pictures->setTheme(theme);
    m_replay->setTheme(theme);
    m_side->times().setTheme(theme);
}

void Workspace::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    m_bar->setVisible(!isProjected);
    m_panes->setAway(isProjected);
    m_aside->setAside(isProjected);
    m_tabs->setProjected(isProjected);
    m_code->setProjected(isProjected);
    m_view->setProjected(isProjected);
    m_places->lessons().course().setForClass(isProjected);
    fitLetters();
    m_looksAtTimelines = m_comparison && m_places->place() != WindowPlace::Lessons;
    chooseMiddle();
    focusMiddle();
}

void Workspace::step(int step)
{
    if (m_places->place() == WindowPlace::Lessons && m_places->lessons().course().isOpen())
        return stepLesson(step);
    if (m_view->isVisible())
        return m_view->turnPage(step);
    for (const QAbstractScrollArea* const area : m_middle->findChildren<QAbstractScrollArea*>()) {
        if (area->isVisible())
            return area->verticalScrollBar()->triggerAction(
                step > 0 ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
    }
}

void Workspace::fitLetters()
{
    const QFont detail = projectorStyle(font(), window()->size()).detail;
    const int letters = m_isProjected ? detail.pixelSize() : 0;
    m_replay->setProjected(letters);
    if (m_isProjected)
        m_question->setStyleSheet(
            QStringLiteral("font-size: %1px; padding: 8px 40px;").arg(4 * letters / 3));
    m_messages->setStyleSheet(m_isProjected ? QStringLiteral("* { font-size: %1px; }").arg(letters)
                                            : QString());
}

void Workspace::setActivity(Activity activity)
{
    m_places->setActivity(activity);
    if (activity == Activity::Running) {
        m_tabs->showCode(false);  // what is to be seen is on the timelines
        m_looksAtTimelines = true;
        chooseMiddle();
    }
    m_bar->setPrimary(primaryFor(activity));
    const Feed feed = activity == Activity::Idle ? Feed::Ended : Feed::Live;
    m_view->setFeed(feed);
    m_pictures->setFeed(feed);
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
    m_view->setComparison(comparison);
    if (comparison)
        m_tabs->showCode(false);
    m_table->setComparison(comparison);
    m_study->setComparison(comparison);
    m_pictures->setComparison(comparison);
    m_replay->setComparison(comparison);
    updateSwitches();
    m_side->times().setComparison(comparison);
}

void Workspace::refresh()
{
    m_steps.note(m_replay->motion().motion());
}

void Workspace::showGrowth()
{
    if (m_view->isVisible())  // the timelines of many runs cost time that the workers would lack
        m_view->refresh();
    m_table->refresh();
    m_study->refresh();
    m_pictures->refresh();
    updateSwitches();
    m_side->times().refresh();
}

void Workspace::refreshNow()
{
    m_steps.forget();
    m_view->refresh();
    m_table->refreshNow();
    m_study->refresh();
    m_pictures->refresh();
    m_replay->refreshNow();
    updateSwitches();
    m_side->times().refreshNow();
}

void Workspace::switchRows()
{
    const int choices = m_view->isObserved() ? 2 : 3;
    setRows((m_bar->rows()->choice() + 1) % choices);
    updateSwitches();
}

void Workspace::switchColours()
{
    setColours(1 - m_bar->colours()->choice());
    updateSwitches();
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_panes->fitTo(event->size().width());
    fitPlace();
    m_pictures->fitTo(event->size().height());
    fitLetters();
}

void Workspace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    chooseMiddle();  // lessons are only read once they are seen
}

void Workspace::focusInEvent(QFocusEvent*)
{
    focusMiddle();  // not by a proxy, which Tab would follow
}

void Workspace::createParts(LabHistory& history, const LessonSetup& lessons, QSettings& memory)
{
    m_bar = new TopBar(m_commands, this);
    m_messages = new MessageStrip(this);
    m_columns = new QSplitter(this);
    m_places = new Places(history, lessons, memory, m_columns);
    createMiddle(memory);
    m_side = new SidePane(m_columns);
    m_places->setMinimumWidth(narrowestSide);
    m_side->setMinimumWidth(narrowestSide);
}

void Workspace::createMiddle(QSettings& memory)
{
    m_middle = new QStackedWidget(m_columns);
    m_study = new StudyView;
    m_middle->addWidget(createTimelines(memory));
    m_middle->addWidget(m_study);
    m_wall = new LessonWall(m_places->lessons().pageParts());
    m_middle->addWidget(m_wall);
    m_middle->setMinimumWidth(narrowestView);
}

QWidget* Workspace::createTimelines(QSettings& memory)
{
    auto* middle = new QSplitter(Qt::Vertical);
    m_view = new ComparisonView;
    new TimelineVoice(*m_view);
    m_code = new CodePane(memory);
    m_tabs = new CodeTabs(m_view, m_code, middle);
    m_table = new TablePane(*m_view, middle);
    m_output = new OutputPane(middle);
    m_pictures = new PictureStrip(memory, middle);
    m_aside = new PanesAside(middle, this);
    middle->setHandleWidth(1);
    middle->setChildrenCollapsible(false);
    middle->setStretchFactor(0, 1);
    middle->setSizes({QWIDGETSIZE_MAX / 2, tableHeight, outputHeight, picturesHeight});
    return middle;
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
    m_question = textLabel({}, Role::Strong);
    m_question->setObjectName(QStringLiteral("wallQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setVisible(false);
    column->addWidget(m_question);
    m_replay = new ReplayBar(m_commands, *m_view, memory, this);
    column->addWidget(m_replay);
}

void Workspace::connectSwitches()
{
    connect(m_bar, &TopBar::rowsChosen, this, &Workspace::setRows);
    connect(m_bar, &TopBar::coloursChosen, this, &Workspace::setColours);
    connect(m_view, &ComparisonView::switched, this, &Workspace::updateSwitches);
    connect(&m_steps, &MotionSteps::due, this, &Workspace::showGrowth);
    connect(m_places, &Places::placeChanged, this, &Workspace::showPlace);
    const LessonCourse* course = &m_places->lessons().course();
    for (const auto change :
         {&LessonCourse::opened, &LessonCourse::closed, &LessonCourse::pageChanged})
        connect(course, change, this, [this] {
            m_looksAtTimelines = false;
            chooseMiddle();
        });
    connect(m_pictures, &PictureStrip::taskPicked, this, &Workspace::showTask);
    connect(&m_places->observe(), &ObservePane::problemShown, m_panes, &PaneKeeper::showPlace);
    connect(&m_places->study(), &StudyPane::problemShown, m_panes, &PaneKeeper::showPlace);
}

void Workspace::connectCode()
{
    showPlanAsCode();
    connect(&m_history, &LabHistory::settingsChanged, this, &Workspace::showPlanAsCode);
    QAction* const show = m_commands.action(Command::ShowCode);
    connect(show, &QAction::triggered, m_tabs, &CodeTabs::showCode);
    connect(m_tabs, &CodeTabs::codeShown, show, &QAction::setChecked);
    connect(m_tabs, &CodeTabs::focusLost, this, &Workspace::focusMiddle);
}

void Workspace::showPlanAsCode()
{
    if (m_places->place() == WindowPlace::Lessons)
        return;
    const LabSettings& settings = m_history.settings();
    if (const QString problem = problemOf(settings, m_history.machineCores()); !problem.isEmpty())
        m_code->setProblem(problem);
    else
        m_code->setPlan(settings.experiment, settings.plan);
}

void Workspace::showCode(bool isShown)
{
    m_tabs->showCode(isShown);
    m_looksAtTimelines = true;
    chooseMiddle();
}

void Workspace::connectTable()
{
    QAction* const show = m_commands.action(Command::ShowTable);
    connect(show, &QAction::triggered, this, &Workspace::showTable);
    connect(m_table, &TablePane::closeAsked, show, &QAction::trigger);
}

void Workspace::showTable(bool isShown)
{
    const bool hadFocus = m_table->isAncestorOf(QApplication::focusWidget());
    m_table->setVisible(isShown);
    if (isShown)
        m_table->setFocus();
    else if (hadFocus)
        focusMiddle();
}

void Workspace::showPlace(WindowPlace place)
{
    m_bar->setPlace(place);
    const bool hasCode = place == WindowPlace::Lab || place == WindowPlace::Lessons;
    m_tabs->showCode(false);
    m_tabs->setOffered(hasCode);
    m_commands.setEnabled(Command::ShowCode, hasCode);
    showPlanAsCode();
    m_commands.setEnabled(Command::ShowTable, place != WindowPlace::Study);
    fitPlace();
    m_view->setInvitation(invitationOf(place));
    chooseMiddle();
    m_view->refresh();
    m_commands.action(commandOf(place))->setChecked(true);
}

void Workspace::fitPlace()
{
    const bool isWide = m_places->place() == WindowPlace::Lessons && width() >= roomForLesson;
    m_places->setMinimumWidth(isWide ? lessonWidth : narrowestSide);
}

void Workspace::chooseMiddle()
{
    const bool isLesson =
        m_places->place() == WindowPlace::Lessons && m_places->lessons().course().isOpen();
    const bool isOnWall = m_isProjected && isLesson;
    const bool showsPage = isOnWall && !m_looksAtTimelines;
    const bool comes = showsPage && m_middle->currentWidget() != m_wall;
    m_wall->setShown(showsPage);
    m_middle->setCurrentWidget(showsPage ? m_wall : usualMiddle());
    if (comes)
        m_wall->setFocus();  // else it would fall on a field, which takes keys
    const bool hasTimelines = m_middle->currentIndex() == 0;
    m_replay->setOffered(hasTimelines);
    m_panes->setTimesWanted(hasTimelines);
    m_question->setVisible(isOnWall && !showsPage);
    if (isLesson)
        m_question->setText(m_places->lessons().course().question());
}

QWidget* Workspace::usualMiddle()
{
    if (m_places->place() == WindowPlace::Study)
        return m_study;
    LessonPlace& lessons = m_places->lessons();
    const bool isChoosing =
        m_places->place() == WindowPlace::Lessons && !lessons.course().isOpen() && isVisible();
    if (!isChoosing)
        return m_middle->widget(0);
    QWidget* const overview = lessons.overview();
    if (m_middle->indexOf(overview) < 0)
        m_middle->addWidget(overview);
    return overview;
}

void Workspace::stepLesson(int step)
{
    LessonPlace& lessons = m_places->lessons();
    if (m_looksAtTimelines && m_isProjected) {
        const PanelPage before = m_view->page();
        m_view->turnPage(step);
        if (m_view->page() != before)
            return;
        m_looksAtTimelines = false;  // back to the question, with its answer
        return chooseMiddle();
    }
    if (m_isProjected && m_wall->scroll(step))
        return;
    step > 0 ? lessons.next() : lessons.back();
}

void Workspace::focusMiddle()
{
    if (m_middle->currentWidget() == m_wall)
        return m_wall->setFocus();
    if (m_middle->currentWidget() == m_study)
        m_study->setFocus();
    else if (m_tabs->isCodeShown())
        m_code->view().setFocus();
    else
        m_view->setFocus();
}

void Workspace::updateSwitches()
{
    m_bar->setObserved(m_view->isObserved());
    m_bar->rows()->setChoice(choiceOf(m_view->rowsBy(), m_view->isObserved()));
    m_bar->colours()->setChoice(m_view->colourBy() == ColourBy::Task ? 0 : 1);
    m_table->followRows();
}

void Workspace::showTask(RunId run, TaskId task)
{
    const auto span = spanOf(*m_comparison, run, task);
    if (!span)
        return;
    m_view->viewport().reveal(span->start);
    m_view->viewport().select(*span);
}

void Workspace::setRows(int choice)
{
    m_view->setRowsBy(rowsOf(choice, m_view->isObserved()));
}

void Workspace::setColours(int choice)
{
    m_view->setColourBy(choice == 0 ? ColourBy::Task : ColourBy::State);
}
