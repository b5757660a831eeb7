#include "app/lab/labmemory.h"

#include "app/lab/experimentneeds.h"

#include <QSettings>

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString key(const char* name)
{
    return QStringLiteral("lab/") + QString::fromLatin1(name);
}

/// The whole number under `name`, where it is one from `low` to `high`.
int numberIn(const QSettings& memory, const char* name, int low, int high, int otherwise)
{
    bool isNumber = false;
    const int value = memory.value(key(name)).toInt(&isNumber);
    return isNumber && low <= value && value <= high ? value : otherwise;
}

Nanoseconds lengthIn(const QSettings& memory, const char* name, Nanoseconds otherwise)
{
    bool isNumber = false;
    const Nanoseconds value(memory.value(key(name)).toLongLong(&isNumber));
    return isNumber && limits::minTaskLength <= value && value <= limits::maxTaskLength ? value
                                                                                        : otherwise;
}

QString key(Setting setting)
{
    return QStringLiteral("lab/settings/") + text(traitsOf(setting).name);
}

Settings recallSettings(const QSettings& memory)
{
    Settings settings;
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const std::string remembered = memory.value(key(setting)).toString().toStdString();
        settings[setting] = valueOf(setting, remembered).value_or(settings[setting]);
    }
    return settings;
}

Experiment recallExperiment(const QSettings& memory)
{
    Experiment experiment;
    const std::string workload = memory.value(key("workload")).toString().toStdString();
    if (workloadTraitsOf(workload))
        experiment = withWorkload(experiment, workload);
    experiment.settings = recallSettings(memory);
    experiment.pictures = memory.value(key("pictures")).toString().toStdString();
    experiment.tasks = numberIn(memory, "tasks", 1, limits::maxTasks, experiment.tasks);
    experiment.taskLength = lengthIn(memory, "taskLength", experiment.taskLength);
    experiment.workers = numberIn(memory, "workers", 0, limits::maxWorkersAsked, 0);
    const std::string with = memory.value(key("with")).toString().toStdString();
    experiment.with = workerKindNamed(with).value_or(experiment.with);
    const std::string urls = memory.value(key("urls")).toString().toStdString();
    return takesAddresses(experiment) ? withAddresses(experiment, urls) : experiment;
}

Plan recallPlan(const QSettings& memory, const Plan& otherwise, int machineCores)
{
    Plan plan = otherwise;
    plan.inProgress =
        numberIn(memory, "inProgress", 1, limits::maxInProgress, otherwise.inProgress);
    plan.split = numberIn(memory, "split", 1, limits::maxWorkersAsked, otherwise.split);
    plan.cores = numberIn(memory, "cores", 1, machineCores, otherwise.cores);
    return plan.partsInProgress() <= limits::maxWorkers ? plan : otherwise;
}

}  // namespace

void remember(const LabSettings& settings, QSettings& memory)
{
    const Experiment& experiment = settings.experiment;
    memory.setValue(key("workload"), QString::fromStdString(experiment.workload));
    memory.setValue(key("urls"), QString::fromStdString(experiment.urls));
    memory.setValue(key("pictures"), QString::fromStdString(experiment.pictures));
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        memory.setValue(key(setting),
                        QString::fromStdString(textOf(setting, experiment.settings[setting])));
    }
    memory.setValue(key("tasks"), experiment.tasks);
    memory.setValue(key("taskLength"), static_cast<qlonglong>(experiment.taskLength.count()));
    memory.setValue(key("workers"), experiment.workers);
    memory.setValue(key("with"), text(nameOf(experiment.with)));
    memory.setValue(key("inProgress"), settings.plan.inProgress);
    memory.setValue(key("split"), settings.plan.split);
    memory.setValue(key("cores"), settings.plan.cores);
    memory.setValue(key("preset"), settings.preset ? text(nameOf(*settings.preset)) : QString());
}

LabSettings recall(const QSettings& memory, int machineCores)
{
    LabSettings settings = initialSettings(machineCores);
    if (!memory.contains(key("tasks")))
        return settings;
    settings = withExperiment(settings, recallExperiment(memory), machineCores);
    const auto preset = modeNamed(memory.value(key("preset")).toString().toStdString());
    if (preset)
        return withPreset(settings, *preset, machineCores);
    return withPlan(settings, recallPlan(memory, settings.plan, machineCores), machineCores);
}
