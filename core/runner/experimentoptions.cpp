#include "core/runner/experimentoptions.h"

#include "core/model/workloadtraits.h"
#include "core/runner/optionreader.h"

#include <algorithm>
#include <cmath>

namespace {

const QString workloadOption = QStringLiteral("workload");
const QString tasksOption = QStringLiteral("tasks");
const QString lengthOption = QStringLiteral("task-ms");
const QString workersOption = QStringLiteral("workers");
const QString withOption = QStringLiteral("with");
const QString urlsOption = QStringLiteral("urls");
const QString picturesOption = QStringLiteral("pictures");

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

Result<const WorkloadTraits*> readWorkload(const OptionReader& reader, Experiment& experiment)
{
    if (reader.isSet(workloadOption))
        experiment.workload = reader.value(workloadOption).toStdString();
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    if (!traits)
        return failure("--workload is “" + experiment.workload + "”; expected " + workloadNames());
    experiment.tasks = traits->tasks;
    return traits;
}

/// The options of which a workload takes some and another takes others.
QStringList settingOptions()
{
    QStringList names;
    for (std::size_t i = 0; i < settingCount; ++i)
        names << text(traitsOf(static_cast<Setting>(i)).name);
    return names;
}

QStringList takenBy(const WorkloadTraits& workload)
{
    QStringList names;
    if (workload.takesLength)
        names << lengthOption;
    for (const Setting setting : workload.settings)
        names << text(traitsOf(setting).name);
    if (workload.has(Setting::Timeout))
        names << urlsOption << picturesOption;
    return names;
}

Result<void> expectTaken(const OptionReader& reader, const WorkloadTraits& workload)
{
    const QStringList taken = takenBy(workload);
    for (const QString& name :
         settingOptions() + QStringList{lengthOption, urlsOption, picturesOption}) {
        if (reader.isSet(name) && !taken.contains(name))
            return failure("--" + name.toStdString() + " means nothing to the workload " +
                           std::string(workload.name) + "; expected --" +
                           taken.join(QStringLiteral(", --")).toStdString());
    }
    return {};
}

Result<void> readLength(const OptionReader& reader, Nanoseconds& length)
{
    if (!reader.isSet(lengthOption))
        return {};
    bool isNumber = false;
    const double milliseconds = reader.value(lengthOption).toDouble(&isNumber);
    const double low = toMilliseconds(limits::minTaskLength);
    const double high = toMilliseconds(limits::maxTaskLength);
    if (!isNumber || !(milliseconds >= low && milliseconds <= high))
        return failure("--task-ms is “" + reader.value(lengthOption).toStdString() +
                       "”; expected milliseconds from 0.01 to 600000");
    length = Nanoseconds(std::llround(milliseconds * 1e6));
    return {};
}

Result<WorkerKind> kindNamed(const QString& name)
{
    const auto kind = workerKindNamed(name.toStdString());
    if (!kind)
        return failure("--with is “" + name.toStdString() +
                       "”; expected threads, processes, global-lock or event-loop");
    return *kind;
}

Result<std::vector<WorkerKind>> readWith(const OptionReader& reader)
{
    if (!reader.isSet(withOption))
        return std::vector{WorkerKind::Threads};
    std::vector<WorkerKind> kinds;
    for (const QString& name : reader.value(withOption).split(QLatin1Char(','))) {
        const auto kind = kindNamed(name.trimmed());
        if (!kind)
            return tl::unexpected(kind.error());
        if (std::ranges::find(kinds, *kind) != kinds.end())
            return failure("--with names “" + name.trimmed().toStdString() +
                           "” twice; expected each kind once");
        kinds.push_back(*kind);
    }
    return kinds;
}

Result<void> readSettings(const OptionReader& reader, Settings& settings)
{
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const QString name = text(traitsOf(setting).name);
        if (!reader.isSet(name))
            continue;
        const auto value = valueOf(setting, reader.value(name).toStdString());
        if (!value)
            return tl::unexpected(value.error());
        settings[setting] = *value;
    }
    return {};
}

Result<void> readFiles(const OptionReader& reader, Experiment& experiment)
{
    for (const QString& name : {urlsOption, picturesOption}) {
        if (reader.isSet(name) && reader.value(name).isEmpty())
            return failure("--" + name.toStdString() + " needs the name of a " +
                           (name == urlsOption ? "file" : "folder"));
    }
    if (reader.isSet(urlsOption) && reader.isSet(tasksOption))
        return failure("--tasks goes with --urls: each address is one task; expected one of them");
    experiment.urls = reader.value(urlsOption).toStdString();
    experiment.pictures = reader.value(picturesOption).toStdString();
    return {};
}

}  // namespace

QStringList experimentOptions()
{
    return QStringList{workloadOption, tasksOption, lengthOption,  workersOption,
                       withOption,     urlsOption,  picturesOption} +
           settingOptions();
}

Result<Experiment> readExperiment(const OptionReader& reader)
{
    std::vector<WorkerKind> kinds;
    return readExperiment(reader, kinds).and_then([&](Experiment experiment) -> Result<Experiment> {
        if (kinds.size() > 1)
            return failure("--with is “" + reader.value(withOption).toStdString() +
                           "”; expected one kind");
        return experiment;
    });
}

Result<Experiment> readExperiment(const OptionReader& reader, std::vector<WorkerKind>& kinds)
{
    Experiment experiment;
    return readWorkload(reader, experiment)
        .and_then([&](const WorkloadTraits* traits) { return expectTaken(reader, *traits); })
        .and_then(
            [&] { return reader.readNumber(tasksOption, 1, limits::maxTasks, experiment.tasks); })
        .and_then([&] { return readLength(reader, experiment.taskLength); })
        .and_then([&] {
            return reader.readNumber(workersOption, 1, limits::maxWorkersAsked, experiment.workers);
        })
        .and_then([&] { return readWith(reader); })
        .map([&](std::vector<WorkerKind> given) {
            kinds = std::move(given);
            experiment.with = kinds.front();
        })
        .and_then([&] { return readSettings(reader, experiment.settings); })
        .and_then([&] { return readFiles(reader, experiment); })
        .map([&] { return experiment; });
}
