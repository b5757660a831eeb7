#include "app/lessoncommands.h"

#include "app/code/codepane.h"
#include "app/lab/labhistory.h"
#include "app/lab/recordingdocument.h"
#include "app/lab/runsession.h"
#include "app/lessons/lessonlinks.h"
#include "app/lessons/lessonplace.h"
#include "app/places.h"
#include "app/replay/replaybar.h"
#include "app/runcommands.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/search.h"
#include "app/timeline/timetext.h"
#include "app/workspace.h"
#include "core/lesson/grading.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QUrl>

#include <cmath>

namespace {

constexpr qint64 longestProgram = 200'000;  ///< bytes that are shown

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

std::size_t nearestSpeed(double share)
{
    std::size_t best = 0;
    const auto distance = [&](std::size_t i) {
        return std::abs(std::log(share * replayDivisors[i]));
    };
    for (std::size_t i = 1; i < replayDivisors.size(); ++i)
        best = distance(i) < distance(best) ? i : best;
    return best;
}

}  // namespace

LessonCommands::LessonCommands(const Subjects& subjects, QObject* parent)
    : QObject(parent),
      m_with(subjects),
      m_place(subjects.workspace.places().lessons())
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
    connect(actions, &LessonActions::timelinesAsked, this, &LessonCommands::showTimelines);
    connect(actions, &LessonActions::labAsked, this, &LessonCommands::openInLab);
    connect(actions, &LessonActions::linkAsked, this, &LessonCommands::followLink);
    connect(actions, &LessonActions::programAsked, this, &LessonCommands::showProgram);
    connect(actions, &LessonActions::sourceAsked, this, &LessonCommands::showSource);
    connect(actions, &LessonActions::interpreterAsked, this, &LessonCommands::askForInterpreter);
    connect(actions, &LessonActions::pageAsked, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    connect(actions, &LessonActions::recordingAsked, this, [this](const QString& file) {
        Q_EMIT openAsked(QDir(m_place.course().folder()).filePath(file));
    });
    connect(&m_place, &LessonPlace::failed, this, &LessonCommands::failed);
}

void LessonCommands::connectCourse()
{
    const LessonCourse* course = &m_place.course();
    connect(course, &LessonCourse::opened, this, &LessonCommands::showWhatWasMeasured);
    for (const auto change :
         {&LessonCourse::opened, &LessonCourse::closed, &LessonCourse::pageChanged,
          &LessonCourse::reloaded, &LessonCourse::lockingChanged})
        connect(course, change, &m_with.runs, &RunCommands::update);
    connect(course, &LessonCourse::answered, &m_with.runs, &RunCommands::update);
    connect(course, &LessonCourse::measured, this, &LessonCommands::showExpectations);
    connect(course, &LessonCourse::measured, &m_with.runs, &RunCommands::update);
    connect(&m_with.document, &RecordingDocument::replaced, this, [this] {
        if (!m_pending && m_place.course().running().empty())
            m_shown.clear();
    });
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
    const lesson::Experiment* const experiment = named(name);
    if (!experiment || m_with.session.isRunning() || course.lockOn(*experiment))
        return;
    const bool isProgram = std::holds_alternative<lesson::ObservedProgram>(experiment->how);
    if (isProgram && !course.isAllowed(experiment->name)) {
        showSource(QString::fromStdString(std::get<lesson::ObservedProgram>(experiment->how).file));
        course.ask(experiment->name);
        return;
    }
    RunnerCall call;
    call.arguments = argumentsFor(course, *experiment, m_place.python());
    call.folder = course.folder();
    call.speaker = isProgram ? RunnerCall::Speaker::Program : RunnerCall::Speaker::Runner;
    call.shownRuns = shownRunCount(*experiment, course.equipment().machine);
    m_pending = experiment->name;
    m_with.workspace.showCode(false);
    m_with.runs.call(call, call.shownRuns * experiment->repeats);
}

void LessonCommands::begin()
{
    if (!m_pending)
        return;
    m_place.course().setRunning(*m_pending);
    m_shown = *m_pending;
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
    m_shown.clear();
    if (!m_place.course().running().empty())
        m_place.course().setRunning({});
}

void LessonCommands::showWhatWasMeasured()
{
    m_shown.clear();
    if (m_with.session.isRunning())
        return;
    for (const lesson::Experiment* const each : m_place.course().experiments()) {
        if (m_place.course().isMeasured(each->name)) {
            bring(*each);
            return;
        }
    }
}

void LessonCommands::showTimelines(const QString& name)
{
    const lesson::Experiment* const experiment = named(name);
    if (experiment && bring(*experiment))
        m_with.workspace.showCode(false);
}

bool LessonCommands::bring(const lesson::Experiment& experiment)
{
    if (m_shown == experiment.name)
        return true;
    const LessonCourse& course = m_place.course();
    const auto found = course.measurements().find(experiment.name);
    if (found == course.measurements().end()) {
        Q_EMIT failed(tr("Run the experiment first: what this points at is not there yet."));
        return false;
    }
    if (m_with.session.isRunning()) {
        Q_EMIT failed(tr("Something else runs; it can be shown when that has ended."));
        return false;
    }
    m_with.document.showFile(course.recordingOf(experiment.name),
                             shownRuns(experiment, found->second));
    m_shown = experiment.name;
    showExpectations();
    return true;
}

void LessonCommands::followLink(const QString& text)
{
    const LessonCourse& course = m_place.course();
    const auto link = lesson::parseTimelineLink(text.toStdString());
    if (!link)
        return Q_EMIT failed(QString::fromStdString(link.error().message));
    const auto experiments = course.experiments();
    const lesson::Experiment* const usual = experiments.empty() ? nullptr : experiments.front();
    const auto target = targetOf(*link, course.lesson(), usual, course.equipment().machine);
    if (!target)
        return Q_EMIT failed(
            tr("This machine has no run “%1”.").arg(QString::fromStdString(link->run)));
    follow(*link, *target);
}

void LessonCommands::follow(const lesson::TimelineLink& link, const LinkTarget& target)
{
    using Action = lesson::TimelineLink::Action;
    if (link.action == Action::Code) {
        const auto planned =
            lesson::plannedRuns(*target.experiment, m_place.course().equipment().machine);
        if (target.run < planned.size())
            showPlan(target.experiment->name + "." + planned[target.run].name);
        return m_with.workspace.code().choose(link.isPython ? Language::Python : Language::Cpp);
    }
    if (!bring(*target.experiment))
        return;
    m_with.workspace.showCode(false);
    ComparisonView& view = m_with.workspace.view();
    clearHighlights();
    if (PanelWidget* const panel = view.stack().panelOf(target.run)) {
        view.showPanel(panel);
        panel->setFocus(Qt::OtherFocusReason);  // the instant is that of the run in focus
    }
    switch (link.action) {
    case Action::Zoom:
        return view.viewport().zoomTo(link.range);
    case Action::Cursor:
        view.viewport().reveal(link.at);
        return view.viewport().setPlayhead(link.at);
    case Action::Replay:
        return replay(link);
    case Action::Rows:
        return lightRows(link, target.run);
    case Action::Code:
        break;
    }
}

void LessonCommands::lightRows(const lesson::TimelineLink& link, std::size_t run)
{
    PanelWidget* const panel = m_with.workspace.view().stack().panelOf(run);
    if (!panel)
        return;
    Highlights lit = panel->highlights();
    lit.rows.clear();
    const auto add = [&](SearchMatch::Kind kind, const std::vector<int>& numbers) {
        for (const int each : numbers) {
            if (const auto row = panel->rowOf({run, kind, static_cast<std::size_t>(each - 1)}))
                lit.rows.push_back(*row);
        }
    };
    if (!link.workers.empty())
        m_with.workspace.view().setRowsBy(RowsBy::Workers);
    else if (!link.tasks.empty())
        m_with.workspace.view().setRowsBy(RowsBy::Tasks);
    add(SearchMatch::Kind::Worker, link.workers);
    add(SearchMatch::Kind::Task, link.tasks);
    panel->setHighlights(std::move(lit));
}

void LessonCommands::replay(const lesson::TimelineLink& link)
{
    Replay& replay = m_with.workspace.replay().replay();
    Viewport& viewport = m_with.workspace.view().viewport();
    viewport.zoomTo(link.range);
    viewport.select(std::nullopt);  // its totals would lie over what is replayed
    replay.setLooping(false);
    replay.setSpeed(nearestSpeed(link.speed));
    replay.seek(link.range.start);
    replay.play();
    disconnect(m_untilEnd);
    m_untilEnd = connect(&viewport, &Viewport::cursorChanged, this, [this, &replay, link] {
        if (replay.position() < link.range.end)
            return;
        disconnect(m_untilEnd);
        replay.pause();
    });
}

void LessonCommands::clearHighlights()
{
    for (PanelWidget* const panel : m_with.workspace.view().stack().panels()) {
        Highlights lit = panel->highlights();
        lit.rows.clear();
        panel->setHighlights(std::move(lit));
    }
}

void LessonCommands::showExpectations()
{
    const LessonCourse& course = m_place.course();
    if (!course.isOpen() || m_shown.empty())
        return;
    lesson::forEach<lesson::Prediction>(course.lesson(), [&](const lesson::Prediction& each) {
        const auto* const drawing = std::get_if<lesson::DrawingAnswer>(&each.answer);
        const auto drawn = course.answerTo(each.name).drawn;
        if (!drawing || !drawn)
            return;
        const auto target =
            targetOf({.run = drawing->of}, course.lesson(), nullptr, course.equipment().machine);
        const auto meant = lesson::drawnLength(*drawing, *drawn, course.lesson(),
                                               course.measurements(), course.equipment());
        if (!target || target->experiment->name != m_shown || !meant.doubt.empty())
            return;
        PanelWidget* const panel = m_with.workspace.view().stack().panelOf(target->run);
        if (!panel)
            return;
        const auto end = Nanoseconds(std::llround(meant.estimate.value));
        Highlights lit = panel->highlights();
        lit.expectedEnd = end;
        lit.expectation = tr("you drew %1").arg(durationText(end));
        panel->setHighlights(std::move(lit));
    });
}

void LessonCommands::showProgram(const lesson::Program& program)
{
    if (!program.of.empty())
        return showPlan(program.of);
    const QString python =
        program.python.empty() ? read(program.pythonFile) : QString::fromStdString(program.python);
    const QString cpp =
        program.cpp.empty() ? read(program.cppFile) : QString::fromStdString(program.cpp);
    m_with.workspace.code().setTexts(python, cpp);
    m_with.workspace.showCode(true);
}

void LessonCommands::showPlan(const std::string& of)
{
    const LessonCourse& course = m_place.course();
    const auto target = targetOf({.run = of}, course.lesson(), nullptr, course.equipment().machine);
    if (!target)
        return Q_EMIT failed(tr("This machine has no run “%1”.").arg(QString::fromStdString(of)));
    const lesson::Experiment& experiment = *target->experiment;
    if (const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how))
        return showSource(QString::fromStdString(program->file));
    const auto planned = lesson::plannedRuns(experiment, course.equipment().machine);
    ::Experiment work = experiment.work;
    work.with = planned[target->run].plan.with;
    m_with.workspace.code().setPlan(work, planned[target->run].plan);
    m_with.workspace.showCode(true);
}

void LessonCommands::showSource(const QString& file)
{
    m_with.workspace.code().setTexts(read(file.toStdString()), {});
    m_with.workspace.showCode(true);
}

void LessonCommands::openInLab(const QString& name)
{
    const lesson::Experiment* const experiment = named(name);
    if (!experiment || std::holds_alternative<lesson::ObservedProgram>(experiment->how))
        return;
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

void LessonCommands::askForInterpreter()
{
    auto* dialog = new QFileDialog(m_with.workspace.window(), tr("Choose a Python"),
                                   QStringLiteral("/usr/bin"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_place.python(), &InterpreterChoice::choose);
    dialog->open();
}

QString LessonCommands::read(const std::string& file)
{
    if (file.empty())
        return {};
    QFile source(QDir(m_place.course().folder()).filePath(QString::fromStdString(file)));
    if (!source.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 could not be read: %2").arg(source.fileName(), source.errorString()));
        return {};
    }
    return QString::fromUtf8(source.read(longestProgram));
}

const lesson::Experiment* LessonCommands::named(const QString& name) const
{
    const LessonCourse& course = m_place.course();
    return course.isOpen() ? lesson::experimentNamed(course.lesson(), name.toStdString()) : nullptr;
}
