#include "core/storage/resultjson.h"

#include "core/analysis/times.h"
#include "core/analysis/verdict.h"
#include "core/model/workloadtraits.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

QString name(std::string_view value)
{
    return QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 ns(Nanoseconds time)
{
    return time.count();
}

template <typename T, typename ToJson>
QJsonArray list(const std::vector<T>& values, ToJson toJson)
{
    QJsonArray array;
    for (const T& value : values)
        array.append(toJson(value));
    return array;
}

template <typename Number>
QJsonValue orNull(const std::optional<Number>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue commandOf(const RunStart& start)
{
    if (!start.isObserved())
        return {};
    return list(start.command,
                [](const std::string& text) { return QString::fromStdString(text); });
}

/// A time as counted from the origin; null where it is not known.
QJsonValue since(Nanoseconds origin, const std::optional<Nanoseconds>& time)
{
    return time ? QJsonValue(ns(*time - origin)) : QJsonValue();
}

qint64 lostRecordsOf(const RunSummary& summary) noexcept
{
    constexpr std::uint64_t most = std::numeric_limits<qint64>::max();
    return static_cast<qint64>(std::min(summary.lostRecords, most));
}

QJsonObject toJson(const Machine& machine)
{
    return {{"cores"_L1, machine.cores},
            {"physical_cores"_L1, machine.physicalCores},
            {"model"_L1, QString::fromStdString(machine.model)}};
}

QJsonObject toJson(const Plan& plan)
{
    return {{"in_progress"_L1, plan.inProgress},
            {"split"_L1, plan.split},
            {"cores"_L1, plan.cores},
            {"workers"_L1, plan.workers()},
            {"with"_L1, name(nameOf(plan.with))}};
}

QJsonObject toJson(const Share& share)
{
    return {{"share"_L1, share.share}, {"mean"_L1, share.mean}, {"max"_L1, share.max}};
}

QJsonObject toJson(const Suspension& suspension, Nanoseconds origin)
{
    return {{"start_ns"_L1, ns(suspension.start - origin)},
            {"stop_ns"_L1, since(origin, suspension.end)},
            {"reason"_L1, name(nameOf(suspension.reason))}};
}

QJsonObject toJson(const Task& task, Nanoseconds origin)
{
    QJsonObject object{
        {"id"_L1, qint64{number(task.id)}},
        {"start_ns"_L1, since(origin, task.start)},
        {"stop_ns"_L1, since(origin, task.stop)},
        {"workers"_L1, list(task.workers, [](WorkerId id) { return qint64{number(id)}; })},
        {"outcome"_L1, name(nameOf(task.outcome))}};
    if (!task.suspensions.empty())
        object["suspensions"_L1] = list(task.suspensions, [&](const Suspension& suspension) {
            return toJson(suspension, origin);
        });
    if (task.outcome == Outcome::Failed)
        object["error"_L1] = QString::fromStdString(task.error);
    return object;
}

bool isProcess(const Worker& worker, const RunStart& start) noexcept
{
    return start.isObserved() ? worker.pid == worker.tid : start.plan.with == WorkerKind::Processes;
}

/// What the operating system accounts to a thread of a foreign program is not always known.
QJsonValue cpuTimeOf(const Worker& worker, const RunStart& start)
{
    const bool isKnown = worker.cpuTime > Nanoseconds{} || !start.isObserved();
    return isKnown ? QJsonValue(ns(worker.cpuTime)) : QJsonValue();
}

QJsonObject toJson(const Worker& worker, const RunStart& start)
{
    const WorkerTimes times = timesOf(worker);
    return {{"id"_L1, qint64{number(worker.id)}},
            {"kind"_L1, isProcess(worker, start) ? u"process"_s : u"thread"_s},
            {"name"_L1, QString::fromStdString(worker.name)},
            {"pid"_L1, qint64{worker.pid}},
            {"tid"_L1, qint64{worker.tid}},
            {"start_ns"_L1, ns(worker.start - start.origin)},
            {"stop_ns"_L1, since(start.origin, worker.stop)},
            {"running_ns"_L1, ns(times.running)},
            {"ready_ns"_L1, ns(times.ready)},
            {"blocked_ns"_L1, ns(times.blocked)},
            {"unknown_ns"_L1, ns(times.unknown)},
            {"cpu_time_ns"_L1, cpuTimeOf(worker, start)},
            {"slices"_L1, static_cast<qint64>(times.slices)}};
}

QJsonObject settingsOf(const Experiment& experiment)
{
    QJsonObject object;
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    for (const Setting setting : traits ? traits->settings : std::span<const Setting>()) {
        const std::int64_t value = experiment.settings[setting];
        object[name(traitsOf(setting).name)] =
            traitsOf(setting).choices.empty()
                ? QJsonValue(qint64{value})
                : QJsonValue(QString::fromStdString(textOf(setting, value)));
    }
    return object;
}

QJsonObject toJson(const std::vector<Finding>& findings)
{
    QJsonObject object;
    for (const Finding& finding : findings) {
        QJsonObject figure{{"value"_L1, qint64{finding.value}}};
        if (finding.expected)
            figure["expected"_L1] = qint64{*finding.expected};
        object[QString::fromStdString(finding.name)] = figure;
    }
    return object;
}

QJsonObject toJson(const LandedPicture& picture, Nanoseconds origin)
{
    return {{"task"_L1, qint64{number(picture.task)}},
            {"time_ns"_L1, ns(picture.time - origin)},
            {"source"_L1, QString::fromStdString(picture.source)},
            {"bytes"_L1, qint64{picture.bytes}},
            {"width"_L1, picture.width},
            {"height"_L1, picture.height}};
}

QJsonObject toJson(const Recording& run, const Comparison& comparison)
{
    const RunStart& start = run.start;
    const Judgement judged = judge(run);
    return {
        {"mode"_L1, start.mode ? QJsonValue(name(nameOf(*start.mode))) : QJsonValue()},
        {"plan"_L1, start.isObserved() ? QJsonValue() : toJson(start.plan)},
        {"workload"_L1,
         start.isObserved() ? QJsonValue() : QString::fromStdString(start.experiment.workload)},
        {"settings"_L1, start.isObserved() ? QJsonValue() : settingsOf(start.experiment)},
        {"command"_L1, commandOf(start)},
        {"exit_status"_L1, orNull(run.summary.exitStatus)},
        {"evidence"_L1, name(nameOf(start.evidence))},
        {"evidence_note"_L1, QString::fromStdString(start.evidenceNote)},
        {"lost_records"_L1, lostRecordsOf(run.summary)},
        {"origin_ns"_L1, ns(start.origin)},
        {"start_up_ns"_L1, ns(start.startUp)},
        {"wall_ns"_L1, ns(run.wall())},
        {"user_ns"_L1, ns(run.summary.userTime)},
        {"sys_ns"_L1, ns(run.summary.systemTime)},
        {"speedup"_L1, orNull(speedup(comparison, run))},
        {"observer_cpu_ns"_L1, ns(run.summary.observerTime)},
        {"observer_share"_L1, orNull(observerShare(comparison, run))},
        {"steal_ns"_L1,
         run.summary.stolenTime ? QJsonValue(ns(*run.summary.stolenTime)) : QJsonValue()},
        {"findings"_L1, toJson(run.summary.findings)},
        {"pictures"_L1,
         list(run.pictures,
              [&](const LandedPicture& picture) { return toJson(picture, start.origin); })},
        {"tasks"_L1, list(run.tasks, [&](const Task& task) { return toJson(task, start.origin); })},
        {"workers"_L1,
         list(run.workers, [&](const Worker& worker) { return toJson(worker, start); })},
        {"concurrency"_L1, toJson(judged.concurrency)},
        {"parallelism"_L1, toJson(judged.parallelism)},
        {"verdict"_L1, name(nameOf(judged.verdict))},
        {"reason"_L1, QString::fromStdString(judged.reason)}};
}

}  // namespace

QJsonObject resultJson(const Comparison& comparison)
{
    return {{"format"_L1, "coreogram-result/1"_L1},
            {"machine"_L1, toJson(comparison.machine)},
            {"runs"_L1,
             list(comparison.runs, [&](const Recording& run) { return toJson(run, comparison); })}};
}
