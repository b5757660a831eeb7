#include "app/runcommands.h"

#include "app/lab/labhistory.h"
#include "app/lab/recordingdocument.h"
#include "app/shell/commandset.h"
#include "app/shell/messagestrip.h"
#include "app/shell/statusline.h"
#include "app/shell/topbar.h"
#include "app/workspace.h"

namespace {

QString newsOf(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Done:
        return RunCommands::tr("Done.");
    case RunOutcome::Failed:
        return RunCommands::tr("The run did not end well.");
    case RunOutcome::Stopped:
        return RunCommands::tr("Stopped. What was recorded until then is shown.");
    case RunOutcome::NotStarted:
        return RunCommands::tr("Nothing was run.");
    }
    return {};
}

}  // namespace

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

void RunCommands::runAll()
{
    m_run.runAll();
}

void RunCommands::stop()
{
    if (!m_with.session.isRunning())
        return;
    m_run.stop();
    m_with.workspace.setActivity(LabPane::Activity::Stopping);
    update();
}

void RunCommands::abandon()
{
    m_with.session.abandon();
    m_run.forgetShare();
    m_with.workspace.setActivity(LabPane::Activity::Idle);
    m_with.status.hideProgress();
    update();
}

void RunCommands::connectCommands()
{
    const CommandSet& commands = m_with.commands;
    QUndoStack& edits = m_with.history.undoStack();
    commands.on(Command::RunAll, &m_run, &LabRun::runAll);
    commands.on(Command::RunPlan, &m_run, &LabRun::runPlan);
    commands.on(Command::Stop, this, &RunCommands::stop);
    commands.on(Command::Undo, &edits, &QUndoStack::undo);
    commands.on(Command::Redo, &edits, &QUndoStack::redo);
    connect(&edits, &QUndoStack::indexChanged, this, &RunCommands::update);
}

void RunCommands::connectButtons()
{
    const TopBar* bar = &m_with.workspace.bar();
    const LabPane* lab = &m_with.workspace.lab();
    connect(bar, &TopBar::runAsked, &m_run, &LabRun::runAll);
    connect(bar, &TopBar::stopAsked, this, &RunCommands::stop);
    connect(lab, &LabPane::runAllAsked, &m_run, &LabRun::runAll);
    connect(lab, &LabPane::runPlanAsked, &m_run, &LabRun::runPlan);
    connect(lab, &LabPane::stopAsked, this, &RunCommands::stop);
}

void RunCommands::connectSession()
{
    const RunSession* session = &m_with.session;
    connect(session, &RunSession::started, this, &RunCommands::begin);
    connect(session, &RunSession::changed, this, &RunCommands::showGrowth);
    connect(session, &RunSession::finished, this, &RunCommands::end);
}

void RunCommands::update()
{
    const CommandSet& commands = m_with.commands;
    const RunSession& session = m_with.session;
    commands.setEnabled(Command::RunAll, !session.isRunning());
    commands.setEnabled(Command::RunPlan, !session.isRunning() && m_run.canRunPlan());
    commands.setEnabled(Command::Stop, session.isRunning() && !session.isStopping());
    const QUndoStack& edits = m_with.history.undoStack();
    commands.setEnabled(Command::Undo, edits.canUndo());
    commands.setEnabled(Command::Redo, edits.canRedo());
    commands.action(Command::Undo)->setText(tr("&Undo %1").arg(edits.undoText()));
    commands.action(Command::Redo)->setText(tr("&Redo %1").arg(edits.redoText()));
    Q_EMIT activityChanged();
}

void RunCommands::begin()
{
    m_run.forgetShare();
    m_with.workspace.messages().dismiss();
    m_with.workspace.setActivity(LabPane::Activity::Running);
    m_with.document.followSession();
    showGrowth();
    update();
}

void RunCommands::showGrowth()
{
    m_with.workspace.refresh();
    m_with.status.showProgress(m_with.session.comparison(), m_run.expectedRuns());
    m_with.status.showEvidence(m_with.document.comparison(), {});
}

void RunCommands::end(RunOutcome outcome)
{
    m_with.workspace.setActivity(LabPane::Activity::Idle);
    m_with.workspace.refreshNow();
    m_with.status.hideProgress();
    m_with.status.showEvidence(m_with.document.comparison(), m_run.windowShare());
    m_with.status.showNews(newsOf(outcome));
    update();
}
