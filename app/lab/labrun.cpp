#include "app/lab/labrun.h"

#include "app/lab/labhistory.h"
#include "app/lab/runcommand.h"

LabRun::LabRun(LabHistory& history, RunSession& session, QObject* parent)
    : QObject(parent),
      m_history(history),
      m_session(session)
{}

void LabRun::runAll()
{
    if (!canRunAll())
        return;
    const Experiment& experiment = m_history.settings().experiment;
    const std::vector<Mode> modes = modesOf(experiment);
    start(compareArguments(experiment, modes), static_cast<int>(modes.size()));
}

void LabRun::runPlan()
{
    const LabSettings& settings = m_history.settings();
    if (!canRunPlan())
        return;
    if (settings.preset)
        start(compareArguments(settings.experiment, std::array{*settings.preset}), 1);
    else
        start(runArguments(settings.experiment, settings.plan), 1);
}

bool LabRun::canRunPlan() const
{
    return m_history.problem().isEmpty();
}

bool LabRun::canRunAll() const
{
    return m_history.addressProblem().isEmpty();
}

void LabRun::stop()
{
    m_session.stop();
}

void LabRun::start(const QStringList& arguments, int runs)
{
    call({.arguments = arguments}, runs);
}

void LabRun::call(const RunnerCall& call, int runs)
{
    if (m_session.isRunning())
        return;
    m_expectedRuns = runs;
    m_history.closeStep();
    m_session.start(call);
}
