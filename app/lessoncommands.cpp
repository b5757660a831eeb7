#include "app/lessoncommands.h"

#include "app/lab/labhistory.h"
#include "app/lab/recordingdocument.h"
#include "app/lab/runsession.h"
#include "app/lessons/lessonlinks.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/runwords.h"
#include "app/places.h"
#include "app/runcommands.h"
#include "app/study/studypane.h"
#include "app/timeline/comparisonview.h"
#include "app/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

namespace {

QStringList argumentsFor(const LessonCourse& course, const lesson::Experiment& experiment,
                         const InterpreterChoice& python)
{
    QStringList arguments{QStringLiteral("lesson"),
                          QStringLiteral("run"),
                          course.file(),
                          QString::fromStdString(experiment.name),
                          QStringLiteral("--folder"),
                          course.folder(),
                          QStringLiteral("--stream")};
    if (python.interpreter())
        arguments << QStringLiteral("--python") << python.interpreter()->program;
    return arguments;
}

}  // namespace

LessonCommands::LessonCommands(const Subjects& subjects, QObject* parent)
    : QObject(parent),
      m_with(subjects),
      m_place(subjects.workspace.places().lessons()),
      m_code(m_place, subjects.workspace),
      m_timelines({m_place, subjects.workspace, subjects.document, subjects.session, m_code})
{
    connectActions();
    connectCourse();
    connectSession();
}

void LessonCommands::connectActions()
{
    const LessonActions* actions = &m_place.actions();
    connect(actions, &LessonActions::runAsked, this, &LessonCommands::run);
    connect(actions, &LessonActions::stopAsked, &m_with.runs, &RunCommands::stop);
    connect(actions, &LessonActions::timelinesAsked, &m_timelines, &LessonTimelines::show);
    connect(actions, &LessonActions::labAsked, this, &LessonCommands::openInLab);
    connect(actions, &LessonActions::linkAsked, &m_timelines, &LessonTimelines::followLink);
    connect(actions, &LessonActions::programAsked, &m_code, &LessonCode::showProgram);
    connect(actions, &LessonActions::sourceAsked, &m_code, &LessonCode::showSource);
    connect(actions, &LessonActions::interpreterAsked, this, &LessonCommands::askForInterpreter);
    connect(actions, &LessonActions::pageAsked, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    connect(actions, &LessonActions::recordingAsked, this, [this](const QString& file) {
        Q_EMIT openAsked(QDir(m_place.course().folder()).filePath(file));
    });
    connect(&m_place, &LessonPlace::failed, this, &LessonCommands::failed);
    connect(&m_code, &LessonCode::failed, this, &LessonCommands::failed);
    connect(&m_timelines, &LessonTimelines::failed, this, &LessonCommands::failed);
    connect(&m_timelines, &LessonTimelines::hinted, this, &LessonCommands::hinted);
    for (const auto change : {&LessonCourse::pageChanged, &LessonCourse::closed})
        connect(&m_place.course(), change, this, &LessonCommands::hintDropped);
}

void LessonCommands::connectCourse()
{
    const LessonCourse* course = &m_place.course();
    connect(course, &LessonCourse::opened, &m_timelines, &LessonTimelines::showWhatWasMeasured);
    for (const auto change :
         {&LessonCourse::opened, &LessonCourse::closed, &LessonCourse::pageChanged,
          &LessonCourse::reloaded, &LessonCourse::lockingChanged})
        connect(course, change, &m_with.runs, &RunCommands::update);
    connect(course, &LessonCourse::answered, &m_with.runs, &RunCommands::update);
    connect(course, &LessonCourse::measured, &m_timelines, &LessonTimelines::showExpectations);
    connect(course, &LessonCourse::measured, &m_with.runs, &RunCommands::update);
    connect(&m_with.document, &RecordingDocument::replaced, this, [this] {
        if (!m_pending && m_place.course().running().empty())
            m_timelines.note({});
    });
    connect(&m_with.workspace.places(), &Places::placeChanged, &m_timelines,
            &LessonTimelines::showFirstRounds);
}

void LessonCommands::connectSession()
{
    connect(&m_with.session, &RunSession::started, this, &LessonCommands::begin);
    connect(&m_with.session, &RunSession::finished, this, &LessonCommands::end);
    connect(&m_with.runs, &RunCommands::abandoned, this, &LessonCommands::forget);
}

void LessonCommands::run(const QString& name)
{
    LessonCourse& course = m_place.course();
    const lesson::Experiment* const experiment = m_place.course().experimentNamed(name);
    if (!experiment || m_with.session.isRunning() || course.lockOn(*experiment))
        return;
    const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment->how);
    if (program && askFor(*experiment, QString::fromStdString(program->file)))
        return;
    RunnerCall call;
    call.arguments = argumentsFor(course, *experiment, m_place.python());
    call.folder = course.folder();
    call.speaker = program ? RunnerCall::Speaker::Program : RunnerCall::Speaker::Runner;
    call.shownRuns = shownRunCount(*experiment, course.equipment().machine);
    call.names = namesOfRuns(*experiment, course.equipment().machine);
    m_pending = experiment->name;
    m_with.workspace.showCode(false);
    m_with.runs.call(call, call.shownRuns * experiment->repeats);
}

bool LessonCommands::askFor(const lesson::Experiment& experiment, const QString& file)
{
    LessonCourse& course = m_place.course();
    const QFileInfo info(QDir(course.folder()).filePath(file));
    const Shown shown{info.filePath(), info.lastModified(), info.size()};
    Shown& before = m_shownPrograms[experiment.name];
    if (course.isAllowed(experiment.name) && shown == before)
        return false;
    before = shown;
    m_code.showSource(file);
    course.ask(experiment.name);
    return true;
}

void LessonCommands::begin()
{
    if (!m_pending)
        return;
    m_place.course().setRunning(*m_pending);
    m_timelines.note(*m_pending);
    m_pending.reset();
}

void LessonCommands::end(RunOutcome outcome)
{
    m_pending.reset();
    LessonCourse& course = m_place.course();
    const std::string experiment = course.running();
    if (experiment.empty())
        return;
    course.setRunning({});
    const bool hasRun = outcome == RunOutcome::Done || outcome == RunOutcome::Failed;
    if (!course.isOpen() || !hasRun || m_with.session.measured().runs.empty())
        return;
    keepRecording(experiment);
    course.takeMeasured(experiment, m_with.session.measured());
    m_timelines.hideWhatIsNotSpokenOf();
    m_with.workspace.view().turnTo(0);  // a class looks at them from the first
}

void LessonCommands::keepRecording(const std::string& experiment)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("stream"));
    auto kept = m_with.session.save(path);
    if (kept)
        kept = m_place.store().keepRecording(m_place.course().lesson(), experiment, path);
    if (!kept)
        Q_EMIT failed(QString::fromStdString(kept.error().message));
}

void LessonCommands::forget()
{
    m_pending.reset();
    m_timelines.note({});
    if (!m_place.course().running().empty())
        m_place.course().setRunning({});
}

void LessonCommands::openInLab(const QString& name)
{
    const lesson::Experiment* const experiment = m_place.course().experimentNamed(name);
    if (!experiment || std::holds_alternative<lesson::ObservedProgram>(experiment->how))
        return;
    if (const auto* const study = std::get_if<lesson::StudyOf>(&experiment->how))
        return openInStudy(*experiment, *study);
    const Machine& machine = m_place.course().equipment().machine;
    const auto planned = lesson::plannedRuns(*experiment, machine);
    LabHistory& history = m_with.history;
    history.closeStep();
    ::Experiment work = experiment->work;
    if (!planned.empty())
        work.with = planned.back().plan.with;
    history.editExperiment(LabControl::Workload, work);
    if (!planned.empty() && planned.back().mode)
        history.choosePreset(*planned.back().mode);
    else if (!planned.empty())
        history.editPlan(LabControl::InProgress, planned.back().plan);
    history.closeStep();
    m_with.workspace.goTo(WindowPlace::Lab);
}

void LessonCommands::openInStudy(const lesson::Experiment& experiment, const lesson::StudyOf& study)
{
    const Machine& machine = m_place.course().equipment().machine;
    StudySettings settings = initialStudy(machine.cores);
    settings.experiment = experiment.work;
    settings.kinds = study.kinds;
    if (study.maxWorkers > 0)
        settings.maxWorkers = study.maxWorkers;
    settings.repeats = experiment.repeats;
    m_with.workspace.places().study().setSettings(settings);
    m_timelines.showAllRuns(experiment);
    m_with.workspace.goTo(WindowPlace::Study);
}

void LessonCommands::askForInterpreter()
{
    auto* dialog = new QFileDialog(m_with.workspace.window(), tr("Choose a Python"),
                                   QStringLiteral("/usr/bin"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_place.python(), &InterpreterChoice::choose);
    dialog->open();
}