#include "app/lab/runcommand.h"

#include "app/lab/experimentneeds.h"

#include <QDir>

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QStringList fetchArguments(const Experiment& experiment)
{
    QStringList arguments;
    if (!experiment.urls.empty())
        arguments << QStringLiteral("--urls") << QString::fromStdString(experiment.urls);
    if (!experiment.pictures.empty())
        arguments << QStringLiteral("--pictures") << QString::fromStdString(experiment.pictures);
    return arguments;
}

/// No more than what the workload takes: the runner refuses the rest.
QStringList workArguments(const Experiment& experiment)
{
    QStringList arguments;
    if (traitsOf(experiment).takesLength)
        arguments << QStringLiteral("--task-ms")
                  << QString::number(toMilliseconds(experiment.taskLength), 'g', 12);
    for (const Setting setting : settingsOf(experiment))
        arguments << QStringLiteral("--") + text(traitsOf(setting).name)
                  << QString::fromStdString(textOf(setting, experiment.settings[setting]));
    return takesAddresses(experiment) ? arguments + fetchArguments(experiment) : arguments;
}

QStringList experimentArguments(const Experiment& experiment)
{
    QStringList arguments{QStringLiteral("--stream"), QStringLiteral("--workload"),
                          QString::fromStdString(experiment.workload)};
    if (experiment.urls.empty())  // else each address is a task
        arguments << QStringLiteral("--tasks") << QString::number(experiment.tasks);
    arguments << workArguments(experiment) << QStringLiteral("--with")
              << text(nameOf(experiment.with));
    if (experiment.workers > 0)  // without it, the runner takes what suits the workload
        arguments << QStringLiteral("--workers") << QString::number(experiment.workers);
    return arguments;
}

}  // namespace

QString runnerIn(const QString& folder)
{
    const QString named = qEnvironmentVariable("COREOGRAM_RUNNER");
    return named.isEmpty() ? QDir(folder).filePath(QStringLiteral("coreogram-run")) : named;
}

QStringList compareArguments(const Experiment& experiment, std::span<const Mode> modes)
{
    QStringList names;
    for (const Mode mode : modes)
        names << text(nameOf(mode));
    return QStringList{QStringLiteral("compare")} + experimentArguments(experiment) +
           QStringList{QStringLiteral("--modes"), names.join(u',')};
}

QStringList runArguments(const Experiment& experiment, const Plan& plan)
{
    return QStringList{QStringLiteral("run")} + experimentArguments(experiment) +
           QStringList{
               QStringLiteral("--in-progress"), QString::number(plan.inProgress),
               QStringLiteral("--split"),       QString::number(plan.split),
               QStringLiteral("--cores"),       QString::number(plan.cores),
           };
}

QStringList observeArguments(const QStringList& command)
{
    return QStringList{QStringLiteral("observe"), QStringLiteral("--stream"),
                       QStringLiteral("--")} +
           command;
}
