#include "app/mainwindow.h"

#include "app/code/codepane.h"
#include "app/comparecommands.h"
#include "app/filecommands.h"
#include "app/lab/labmemory.h"
#include "app/lessoncommands.h"
#include "app/lessons/lessonplace.h"
#include "app/observe/observepane.h"
#include "app/observe/programline.h"
#include "app/places.h"
#include "app/projector/projector.h"
#include "app/runcommands.h"
#include "app/shell/commandset.h"
#include "app/shell/filedrop.h"
#include "app/shell/mainmenu.h"
#include "app/shell/messagestrip.h"
#include "app/shell/panekeeper.h"
#include "app/shell/statusline.h"
#include "app/shell/tracetimes.h"
#include "app/shell/windowstyle.h"
#include "app/study/studyview.h"
#include "app/table/tablepane.h"
#include "app/timeline/comparisonview.h"
#include "app/viewcommands.h"
#include "app/windownews.h"
#include "app/workspace.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize roomyScreen(1500, 980);  // where a window of that size and its frame fit
const QString geometryKey = QStringLiteral("window/geometry");

bool isLessonName(const QString& path)
{
    return path.endsWith(QStringLiteral(".md"), Qt::CaseInsensitive);
}

bool isRecordingName(const QString& path)
{
    return path.endsWith(QStringLiteral(".coreogram"), Qt::CaseInsensitive);
}

}  // namespace

MainWindow::MainWindow(const WindowSetup& setup, QWidget* parent)
    : QMainWindow(parent),
      m_theme(m_memory, setup.desktop),
      m_history(setup.machineCores),
      m_recent(m_memory),
      m_session(setup.runner, EarlierRuns(setup.earlierRuns), this),
      m_document(m_session),
      m_commands(new CommandSet(this))
{
    m_history.restore(recall(m_memory, setup.machineCores));
    createParts(setup);
    createTrace(setup.start);
    connectFiles();
    connectRest();
    showTheme(m_theme.theme());
    recallLayout();
    updateTitle();
    updateCommands();
}

MainWindow::~MainWindow()
{
    // These borrow the window's members, which would go before its children.
    delete m_lessons;
    delete m_runs;
    delete m_files;
    delete m_compare;
    delete m_news;
    delete m_space;
}

void MainWindow::openRecording(const QString& path)
{
    m_files->open(path);
}

void MainWindow::openLesson(const QString& name)
{
    m_space->goTo(WindowPlace::Lessons);
    m_space->places().lessons().openNamed(name);
}

void MainWindow::project()
{
    m_projector->setOn(true);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_memory.setValue(geometryKey, m_projector->geometryAtDesk());
    m_projector->setOn(false);  // the next start is at a desk
    m_space->panes().remember();
    remember(m_history.settings(), m_memory);
    m_document.keepBookmarks();
    m_runs->stop();  // the session's end sees to the rest
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Space comes here only from where it means nothing else.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        m_runs->run();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::takeFile(const QString& path)
{
    if (isLessonName(path)) {
        m_space->goTo(WindowPlace::Lessons);
        return m_space->places().lessons().openFile(path);
    }
    // Whatever its name is, a file that is no program may be a recording.
    if (isRecordingName(path) || !lineForFile(path))
        return openRecording(path);
    m_space->goTo(WindowPlace::Observe);
    m_space->places().observe().offerFile(path);  // to be run once the user says so
}

void MainWindow::takeFileToCompare(const QString& path)
{
    const Comparison* const shown = m_document.comparison();
    if (shown && !shown->runs.empty())
        m_compare->compareWith(path);
    else
        takeFile(path);  // nothing is there to be compared
}

void MainWindow::createParts(const WindowSetup& setup)
{
    const OpenMenus menus = fillMenuBar(menuBar(), *m_commands, m_recent);
    connect(menus.earlier, &QMenu::aboutToShow, this,
            [this, earlier = menus.earlier] { listEarlierRuns(earlier); });
    m_space = new Workspace(*m_commands, m_history, setup.lessons, m_memory, this);
    setCentralWidget(m_space);
    m_status = new StatusLine(this);
    setStatusBar(m_status);
    m_news = new WindowNews(*m_status, m_space->messages(), m_session, this);
    m_files = new FileCommands(
        *m_commands, {m_document, m_recent, m_theme, m_space->view(), m_space->study()}, this);
    m_runs =
        new RunCommands({*m_commands, m_history, m_session, m_document, *m_space, *m_status}, this);
    m_lessons = new LessonCommands({m_history, m_session, m_document, *m_space, *m_runs}, this);
    new ViewCommands(*m_commands, *m_space, m_theme, this);
    m_projector = new Projector(*this, m_commands->action(Command::Projector));
    m_compare = new CompareCommands({*m_commands, m_document, *m_space}, menus.panels, this);
}

void MainWindow::listEarlierRuns(QMenu* menu)
{
    menu->clear();
    for (const QFileInfo& file : m_session.earlier().all()) {
        auto* action = menu->addAction(EarlierRuns::titleOf(file));
        action->setStatusTip(file.filePath());
        connect(action, &QAction::triggered, this,
                [this, path = file.filePath()] { openRecording(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No run is kept yet"))->setEnabled(false);
}

void MainWindow::createTrace(Nanoseconds start)
{
    auto* trace = new TraceTimes(start, this, &m_space->view());
    connect(&m_session, &RunSession::eventsBegan, trace, &TraceTimes::noteFirstEvents);
}

void MainWindow::connectFiles()
{
    connect(m_files, &FileCommands::opening, m_news, &WindowNews::showOpening);
    connect(m_files, &FileCommands::opened, this, &MainWindow::showOpened);
    connect(m_files, &FileCommands::done, m_news, &WindowNews::showDone);
    connect(m_files, &FileCommands::failed, m_news, &WindowNews::showFailure);
    connect(m_files, &FileCommands::exporting, m_news, &WindowNews::showWriting);
    connect(m_files, &FileCommands::addressOffered, m_news, &WindowNews::showAddress);
    auto* const drop = new FileDrop(this);
    connect(drop, &FileDrop::fileDropped, this, &MainWindow::takeFile);
    connect(drop, &FileDrop::fileDroppedToCompare, this, &MainWindow::takeFileToCompare);
    connect(m_compare, &CompareCommands::opening, m_news, &WindowNews::showOpening);
    connect(m_compare, &CompareCommands::done, m_news, &WindowNews::showDone);
    connect(m_compare, &CompareCommands::failed, m_news, &WindowNews::showFailure);
    connect(&m_document, &RecordingDocument::replaced, this, &MainWindow::showDocument);
    connect(&m_document, &RecordingDocument::lostBookmarks, m_news, &WindowNews::showError);
    connect(&m_document, &RecordingDocument::saved, this, &MainWindow::updateTitle);
    connect(&m_document, &RecordingDocument::marked, this, &MainWindow::updateTitle);
    connect(&m_space->view(), &ComparisonView::bookmarksEdited, &m_document,
            [this] { m_document.setBookmarks(m_space->view().bookmarks()); });
}

void MainWindow::connectRest()
{
    connect(&m_session, &RunSession::failed, m_news, &WindowNews::showError);
    connect(m_runs, &RunCommands::activityChanged, this, &MainWindow::updateCommands);
    connect(m_lessons, &LessonCommands::failed, m_news, &WindowNews::showError);
    connect(m_lessons, &LessonCommands::hinted, m_news, &WindowNews::showHint);
    connect(m_runs, &RunCommands::hinted, m_news, &WindowNews::showHint);
    connect(m_lessons, &LessonCommands::hintDropped, m_news, &WindowNews::dropHint);
    connect(m_lessons, &LessonCommands::openAsked, this, &MainWindow::openRecording);
    connect(m_status, &StatusLine::stopAsked, m_files, &FileCommands::stop);
    connect(m_status, &StatusLine::stopAsked, m_compare, &CompareCommands::stopOpening);
    connect(m_status, &StatusLine::noteAsked, m_news, &WindowNews::showNote);
    connect(&m_space->study(), &StudyView::changed, this, &MainWindow::updateCommands);
    connect(&m_space->view(), &ComparisonView::hovered, m_status, &StatusLine::showHover);
    connect(&m_space->view(), &ComparisonView::refused, m_status, &StatusLine::showNews);
    connect(&m_space->table(), &TablePane::done, m_status, &StatusLine::showNews);
    connect(&m_space->code(), &CodePane::done, m_status, &StatusLine::showNews);
    connect(&m_space->code(), &CodePane::failed, m_news, &WindowNews::showError);
    connect(&m_theme, &ThemeKeeper::themeChanged, this, &MainWindow::showTheme);
    connect(m_projector, &Projector::switched, this, &MainWindow::showProjected);
    connect(m_projector, &Projector::stepped, m_space, &Workspace::step);
}

void MainWindow::recallLayout()
{
    const QSize room = screen()->availableGeometry().size();
    resize(firstSize.boundedTo(room));
    if (room.width() < roomyScreen.width() || room.height() < roomyScreen.height())
        setWindowState(Qt::WindowMaximized);
    restoreGeometry(m_memory.value(geometryKey).toByteArray());
    m_space->panes().recall();
    m_space->view().setFocus();
}

void MainWindow::updateTitle()
{
    const QString program = QStringLiteral("Coreogram");
    const QString name = m_document.path().isEmpty() ? tr("Unsaved recording")
                                                     : QFileInfo(m_document.path()).fileName();
    setWindowTitle(m_document.comparison() ? tr("%1[*] – %2").arg(name, program) : program);
    setWindowModified(m_document.state() == RecordingDocument::State::Unsaved);
}

void MainWindow::showDocument()
{
    m_space->setComparison(m_document.comparison());
    m_space->view().setBookmarks(m_document.bookmarks());
    updateTitle();
    updateCommands();
}

void MainWindow::updateCommands()
{
    m_files->update(m_session.isRunning());
    m_compare->update();
}

void MainWindow::showOpened(const QString& path, const QString& warning)
{
    m_runs->abandon();
    m_compare->stop();
    m_status->showEvidence(m_document.comparison());
    m_news->showOpened(path, warning);
    // The overview of the lessons has no place for timelines.
    const Places& places = m_space->places();
    if (places.place() == WindowPlace::Lessons && !places.lessons().course().isOpen())
        m_space->goTo(m_space->view().isObserved() ? WindowPlace::Observe : WindowPlace::Lab);
}

void MainWindow::showTheme(const Theme& theme)
{
    const Theme shown = m_projector->isOn() ? projected(theme) : theme;
    setStyleSheet(windowStyleOf(shown));
    m_commands->setTheme(shown);
    m_space->setTheme(shown);
    Theme onCards = shown;
    onCards.card = theme.card;  // which the program's own sheet gives the cards of lessons
    m_space->places().lessons().setTheme(onCards);
}

void MainWindow::showProjected(bool isProjected)
{
    m_space->setProjected(isProjected);
    showTheme(m_theme.theme());
}
