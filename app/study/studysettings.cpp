#include "app/study/studysettings.h"

#include "core/model/limits.h"
#include "core/model/workloadtraits.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StudySettings", text);
}

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString option(std::string_view name)
{
    return QStringLiteral("--") + text(name);
}

QStringList amountArguments(const Experiment& experiment)
{
    QStringList arguments{QStringLiteral("--tasks"), QString::number(experiment.tasks)};
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    if (!traits)
        return arguments;
    if (traits->takesLength)
        arguments << QStringLiteral("--task-ms")
                  << QString::number(toMilliseconds(experiment.taskLength), 'g', 12);
    for (const Setting setting : traits->settings)
        arguments << option(traitsOf(setting).name)
                  << QString::fromStdString(textOf(setting, experiment.settings[setting]));
    return arguments;
}

}  // namespace

StudySettings initialStudy(int machineCores)
{
    StudySettings settings;
    settings.kinds = {WorkerKind::Threads};
    settings.maxWorkers = std::clamp(2 * machineCores, leastMaxWorkers, limits::maxWorkersAsked);
    return settings;
}

StudySettings withWorkload(StudySettings settings, std::string_view workload)
{
    settings.experiment.workload = workload;
    if (const WorkloadTraits* const traits = workloadTraitsOf(workload))
        settings.experiment.tasks = traits->tasks;
    return settings;
}

QString problemOf(const StudySettings& settings)
{
    if (settings.kinds.empty())
        return tr("Choose at least one kind of worker.");
    const auto tasks = static_cast<std::size_t>(runsOf(settings)) *
                       static_cast<std::size_t>(settings.experiment.tasks);
    if (tasks > limits::maxTasksOfAllRuns)
        return tr("All runs together have %1 tasks; at most %2 can be kept.")
            .arg(QLocale().toString(static_cast<qulonglong>(tasks)),
                 QLocale().toString(static_cast<qulonglong>(limits::maxTasksOfAllRuns)));
    return {};
}

int runsOf(const StudySettings& settings) noexcept
{
    return static_cast<int>(settings.kinds.size()) * settings.maxWorkers * settings.repeats;
}

QStringList studyArguments(const StudySettings& settings)
{
    QStringList kinds;
    for (const WorkerKind kind : settings.kinds)
        kinds << text(nameOf(kind));
    return QStringList{QStringLiteral("study"),
                       QStringLiteral("--stream"),
                       QStringLiteral("--workload"),
                       QString::fromStdString(settings.experiment.workload),
                       QStringLiteral("--with"),
                       kinds.join(u','),
                       QStringLiteral("--max-workers"),
                       QString::number(settings.maxWorkers),
                       QStringLiteral("--repeat"),
                       QString::number(settings.repeats)} +
           amountArguments(settings.experiment);
}
