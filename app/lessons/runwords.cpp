#include "app/lessons/runwords.h"

#include "app/timeline/plantext.h"
#include "core/lesson/measurement.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("LessonRuns", text);
}

QString nameOf(const lesson::Run& run)
{
    const bool isNamed = run.mode && run.name != ::nameOf(*run.mode);
    return run.mode && !isNamed ? titleOf(run.mode) : QString::fromStdString(run.name);
}

QString nameOf(const std::vector<lesson::Run>& runs, const std::string& run)
{
    const auto found = std::ranges::find(runs, run, &lesson::Run::name);
    return found == runs.end() ? QString::fromStdString(run) : nameOf(*found);
}

/// "4 workers", of a study
QString nameOf(const lesson::Experiment& experiment, std::string_view run)
{
    const auto dash = run.rfind('-');
    const auto kind = workerKindNamed(run.substr(0, dash));
    if (dash == std::string_view::npos || !kind)
        return titleOf(experiment);
    const int workers = QString::fromUtf8(run.data() + dash + 1).toInt();
    if (*kind != WorkerKind::EventLoop)
        return workersText(workers, *kind);
    return tr("an event loop with %1 tasks in progress").arg(QLocale().toString(workers));
}

std::size_t experimentsIn(const lesson::Lesson& lesson)
{
    std::size_t count = 0;
    lesson::forEach<lesson::Experiment>(lesson, [&](const lesson::Experiment&) { ++count; });
    return count;
}

QString runsOf(const lesson::Experiment& experiment)
{
    if (std::holds_alternative<lesson::StudyOf>(experiment.how))
        return tr("With 1, 2, … workers");
    if (const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how))
        return tr("The program %1").arg(QString::fromStdString(program->file));
    const auto& runs = std::get<std::vector<lesson::Run>>(experiment.how);
    if (runs.size() == 1 && !runs.front().mode)
        return tr("One plan");  // its name tells nothing besides the title
    QStringList names;
    for (const lesson::Run& run : runs)
        names << nameOf(run);
    return QLocale().createSeparatedList(names);
}

}  // namespace

QString nameOfRun(const lesson::Lesson& lesson, const std::string& of)
{
    const lesson::RunReference named = lesson::resolve(lesson, of);
    if (!named.experiment)
        return QString::fromStdString(of);
    const QString experiment = titleOf(*named.experiment);
    const auto* const runs = std::get_if<std::vector<lesson::Run>>(&named.experiment->how);
    const bool isOfStudy = std::holds_alternative<lesson::StudyOf>(named.experiment->how);
    if (isOfStudy ? named.run.empty() : !runs || runs->size() == 1)
        return experiment;
    const QString run = isOfStudy ? nameOf(*named.experiment, named.run) : nameOf(*runs, named.run);
    return experimentsIn(lesson) > 1 ? QStringLiteral("%1: %2").arg(experiment, run) : run;
}

QString titleOf(const lesson::Experiment& experiment)
{
    return QString::fromStdString(experiment.title.empty() ? experiment.name : experiment.title);
}

std::vector<std::string> namesOfRuns(const lesson::Experiment& experiment, const Machine& machine)
{
    const auto planned = lesson::plannedRuns(experiment, machine);
    const bool isStudy = std::holds_alternative<lesson::StudyOf>(experiment.how);
    if (planned.size() < 2 && !isStudy)
        return {titleOf(experiment).toStdString()};
    std::vector<std::string> names;
    for (const lesson::PlannedRun& run : planned) {
        if (isStudy) {
            names.push_back(nameOf(experiment, run.name).toStdString());
            continue;
        }
        const bool isMode = run.mode && run.name == ::nameOf(*run.mode);
        names.push_back(isMode ? std::string() : run.name);
    }
    return names;
}

QString describe(const lesson::Experiment& experiment)
{
    const QString runs = runsOf(experiment);
    if (experiment.repeats == 1)
        return tr("%1, once.").arg(runs);
    const auto* const several = std::get_if<std::vector<lesson::Run>>(&experiment.how);
    const bool isOne = several ? several->size() == 1
                               : std::holds_alternative<lesson::ObservedProgram>(experiment.how);
    const QString text = isOne ? tr("%1, %2 times.") : tr("%1, %2 times, in turns.");
    return text.arg(runs, QLocale().toString(experiment.repeats));
}
