#include "app/study/studysettings.h"
#include "core/model/workloadtraits.h"

#include <QSettings>

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString key(std::string_view name)
{
    return QStringLiteral("study/") + text(name);
}

/// The whole number under `name`, where it is one from `low` to `high`.
std::int64_t numberIn(const QSettings& memory, std::string_view name, std::int64_t low,
                      std::int64_t high, std::int64_t otherwise)
{
    bool isNumber = false;
    const std::int64_t value = memory.value(key(name)).toLongLong(&isNumber);
    return isNumber && low <= value && value <= high ? value : otherwise;
}

int numberIn(const QSettings& memory, std::string_view name, int low, int high, int otherwise)
{
    return static_cast<int>(
        numberIn(memory, name, std::int64_t{low}, std::int64_t{high}, std::int64_t{otherwise}));
}

std::vector<WorkerKind> kindsIn(const QSettings& memory)
{
    const QStringList names = memory.value(key("with")).toStringList();
    std::vector<WorkerKind> kinds;
    for (const WorkerKind kind : allWorkerKinds) {
        if (names.contains(text(nameOf(kind))))
            kinds.push_back(kind);
    }
    return kinds;
}

void recall(Experiment& experiment, const QSettings& memory)
{
    experiment.tasks = numberIn(memory, "tasks", 1, limits::maxTasks, experiment.tasks);
    experiment.taskLength = Nanoseconds(
        numberIn(memory, "taskLength", limits::minTaskLength.count(),
                 Nanoseconds(limits::maxTaskLength).count(), experiment.taskLength.count()));
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const SettingTraits& traits = traitsOf(setting);
        experiment.settings[setting] =
            numberIn(memory, traits.name, traits.low, traits.high, traits.initial);
    }
}

}  // namespace

void remember(const StudySettings& settings, QSettings& memory)
{
    const Experiment& experiment = settings.experiment;
    QStringList kinds;
    for (const WorkerKind kind : settings.kinds)
        kinds << text(nameOf(kind));
    memory.setValue(key("workload"), QString::fromStdString(experiment.workload));
    memory.setValue(key("tasks"), experiment.tasks);
    memory.setValue(key("taskLength"), static_cast<qlonglong>(experiment.taskLength.count()));
    memory.setValue(key("with"), kinds);
    memory.setValue(key("maxWorkers"), settings.maxWorkers);
    memory.setValue(key("repeats"), settings.repeats);
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        memory.setValue(key(traitsOf(setting).name),
                        static_cast<qlonglong>(experiment.settings[setting]));
    }
}

StudySettings recallStudy(const QSettings& memory, int machineCores)
{
    StudySettings settings = initialStudy(machineCores);
    const std::string workload = memory.value(key("workload")).toString().toStdString();
    if (!workloadTraitsOf(workload))
        return settings;
    settings = withWorkload(settings, workload);
    recall(settings.experiment, memory);
    if (auto kinds = kindsIn(memory); !kinds.empty())
        settings.kinds = std::move(kinds);
    settings.maxWorkers = numberIn(memory, "maxWorkers", leastMaxWorkers, limits::maxWorkersAsked,
                                   settings.maxWorkers);
    settings.repeats = numberIn(memory, "repeats", 1, mostRepeats, settings.repeats);
    return settings;
}
