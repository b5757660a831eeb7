#include "app/runcommands.h"

#include "app/lab/labhistory.h"
#include "app/lab/labpane.h"
#include "app/lab/recordingdocument.h"
#include "app/lab/runcommand.h"
#include "app/lessons/lessonplace.h"
#include "app/observe/observepane.h"
#include "app/observe/outputpane.h"
#include "app/places.h"
#include "app/shell/commandset.h"
#include "app/shell/messagestrip.h"
#include "app/shell/statusline.h"
#include "app/shell/topbar.h"
#include "app/study/studypane.h"
#include "app/study/studyview.h"
#include "app/workspace.h"

#include <QLocale>

RunCommands::RunCommands(const Subjects& subjects, QObject* parent)
    : QObject(parent),
      m_with(subjects),
      m_run(subjects.history, subjects.session)
{
    connectCommands();
    connectButtons();
    connectSession();
    update();
}

void RunCommands::run()
{
    const Places& places = m_with.workspace.places();
    switch (places.place()) {
    case WindowPlace::Lab:
        return runLab();
    case WindowPlace::Observe:
        return places.observe().observe();
    case WindowPlace::Study:
        return places.study().study();
    case WindowPlace::Lessons:
        return runLesson();
    }
}

void RunCommands::runLesson()
{
    if (m_with.session.isRunning())
        return;
    LessonPlace& lessons = m_with.workspace.places().lessons();
    if (lessons.canRun())
        return lessons.run();
    m_with.workspace.messages().dismiss();
    Q_EMIT hinted(lessons.obstacle());
}

void RunCommands::call(const RunnerCall& call, int runs)
{
    m_run.call(call, runs);
}

void RunCommands::runLab()
{
    if (m_run.canRunAll())
        m_run.runAll();
    else  // what stands beside the control may be out of sight
        m_with.workspace.messages().showMessage(MessageStrip::Level::Error,
                                                m_with.history.addressProblem());
}

void RunCommands::stop()
{
    if (!m_with.session.isRunning())
        return;
    m_run.stop();
    m_with.workspace.setActivity(Activity::Stopping);
    update();
}

void RunCommands::abandon()
{
    m_with.session.abandon();
    m_with.workspace.study().setProgress({});
    m_with.workspace.setActivity(Activity::Idle);
    m_with.workspace.output().clear();
    m_with.status.hideProgress();
    update();
    Q_EMIT abandoned();
}

void RunCommands::connectCommands()
{
    const CommandSet& commands = m_with.commands;
    QUndoStack& edits = m_with.history.undoStack();
    commands.on(Command::RunAll, this, &RunCommands::run);
    commands.on(Command::RunPlan, &m_run, &LabRun::runPlan);
    commands.on(Command::Stop, this, &RunCommands::stop);
    commands.on(Command::Undo, &edits, &QUndoStack::undo);
    commands.on(Command::Redo, &edits, &QUndoStack::redo);
    connect(&m_with.history, &LabHistory::settingsChanged, this, &RunCommands::update);
    connect(&edits, &QUndoStack::indexChanged, this, &RunCommands::update);
}

void RunCommands::connectButtons()
{
    const TopBar* bar = &m_with.workspace.bar();
    const Places* places = &m_with.workspace.places();
    const LabPane* lab = &places->lab();
    const ObservePane* program = &places->observe();
    connect(bar, &TopBar::runAsked, this, &RunCommands::run);
    connect(bar, &TopBar::stopAsked, this, &RunCommands::stop);
    connect(lab, &LabPane::runAllAsked, &m_run, &LabRun::runAll);
    connect(lab, &LabPane::runPlanAsked, &m_run, &LabRun::runPlan);
    connect(lab, &LabPane::stopAsked, this, &RunCommands::stop);
    connect(program, &ObservePane::observeAsked, this, &RunCommands::observe);
    connect(program, &ObservePane::stopAsked, this, &RunCommands::stop);
    connect(&places->study(), &StudyPane::studyAsked, &m_run, &LabRun::start);
    connect(&places->study(), &StudyPane::stopAsked, this, &RunCommands::stop);
    connect(places, &Places::placeChanged, this, &RunCommands::update);
}

void RunCommands::connectSession()
{
    const RunSession* session = &m_with.session;
    connect(session, &RunSession::started, this, &RunCommands::begin);
    connect(session, &RunSession::changed, this, &RunCommands::showGrowth);
    connect(session, &RunSession::programWrote, &m_with.workspace.output(), &OutputPane::append);
    connect(session, &RunSession::finished, this, &RunCommands::end);
}

void RunCommands::update()
{
    const CommandSet& commands = m_with.commands;
    const RunSession& session = m_with.session;
    const bool isLab = m_with.workspace.places().place() == WindowPlace::Lab;
    commands.action(Command::RunAll)->setText(runText());
    commands.setEnabled(Command::RunAll, !session.isRunning() && canRun());
    commands.setEnabled(Command::RunPlan, !session.isRunning() && isLab && m_run.canRunPlan());
    commands.setEnabled(Command::Stop, session.isRunning() && !session.isStopping());
    const QUndoStack& edits = m_with.history.undoStack();
    commands.setEnabled(Command::Undo, isLab && edits.canUndo());
    commands.setEnabled(Command::Redo, isLab && edits.canRedo());
    commands.action(Command::Undo)->setText(tr("&Undo %1").arg(edits.undoText()));
    commands.action(Command::Redo)->setText(tr("&Redo %1").arg(edits.redoText()));
    Q_EMIT activityChanged();
}

bool RunCommands::canRun() const
{
    const Places& places = m_with.workspace.places();
    if (places.place() == WindowPlace::Lessons)
        return places.lessons().course().isOpen();  // what hinders it is said when it is asked for
    return places.place() != WindowPlace::Lab || m_run.canRunAll();
}

QString RunCommands::runText() const
{
    switch (m_with.workspace.places().place()) {
    case WindowPlace::Lab:
        return tr("Run &All");
    case WindowPlace::Observe:
        return tr("&Observe");
    case WindowPlace::Study:
        return tr("Run &Study");
    case WindowPlace::Lessons:
        break;
    }
    return tr("&Run the Experiment");
}

void RunCommands::observe(const QStringList& command, const QString& folder)
{
    if (m_with.session.isRunning())
        return;
    m_with.session.start({observeArguments(command), folder, RunnerCall::Speaker::Program});
}

void RunCommands::begin()
{
    m_with.workspace.messages().dismiss();
    m_with.workspace.output().clear();
    m_with.workspace.setActivity(Activity::Running);
    m_with.document.followSession();
    showGrowth();
    update();
}

void RunCommands::showGrowth()
{
    m_with.workspace.refresh();
    m_with.status.showProgress(m_with.session.measured(), m_run.expectedRuns());
    showStudyProgress();
    m_with.status.showEvidence(m_with.document.comparison());
}

void RunCommands::showStudyProgress()
{
    const QLocale locale;
    const auto runs = static_cast<int>(m_with.session.measured().runs.size());
    m_with.workspace.study().setProgress(
        tr("Run %1 of %2").arg(locale.toString(runs), locale.toString(m_run.expectedRuns())));
}

void RunCommands::end(RunOutcome outcome)
{
    m_with.workspace.study().setProgress({});
    m_with.workspace.setActivity(Activity::Idle);
    m_with.workspace.refreshNow();
    m_with.workspace.output().flush();
    m_with.status.hideProgress();
    m_with.status.showEvidence(m_with.document.comparison());
    m_with.status.showNews(newsOf(outcome));
    update();
}

QString RunCommands::newsOf(RunOutcome outcome) const
{
    switch (outcome) {
    case RunOutcome::Done:
        return doneNews();
    case RunOutcome::Failed:
        return tr("The run did not end well.");
    case RunOutcome::Stopped:
        return tr("Stopped. What was recorded until then is shown.");
    case RunOutcome::NotStarted:
        return tr("Nothing was run.");
    }
    return {};
}

QString RunCommands::doneNews() const
{
    const auto& runs = m_with.session.measured().runs;
    if (runs.empty() || !runs.back().start.isObserved() || runs.back().summary.message.empty())
        return tr("Done.");
    const RunSummary& summary = runs.back().summary;
    const QString message = QString::fromStdString(summary.message);
    return summary.end == RunEnd::Done ? tr("Done. %1").arg(message) : message;
}
