#include "core/storage/studyjson.h"

#include "core/analysis/studywords.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QString name(std::string_view value)
{
    return QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 whole(double nanoseconds)
{
    return std::llround(nanoseconds);
}

template <typename Number>
QJsonValue orNull(const std::optional<Number>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject wallOf(const StudyPoint& point)
{
    QJsonArray repeats;
    for (const double wall : point.repeats)
        repeats.append(whole(wall));
    return {{"median"_L1, whole(point.wall.value)},
            {"low"_L1, whole(point.wall.low)},
            {"high"_L1, whole(point.wall.high)},
            {"level"_L1, point.level},
            {"repeats"_L1, repeats}};
}

/// The figure as `key`, and its interval as `key`_low and `key`_high.
void insert(QJsonObject& object, const QString& key, const std::optional<Estimate>& estimate)
{
    object[key] = estimate ? QJsonValue(estimate->value) : QJsonValue();
    object[key + "_low"_L1] = estimate ? QJsonValue(estimate->low) : QJsonValue();
    object[key + "_high"_L1] = estimate ? QJsonValue(estimate->high) : QJsonValue();
}

QJsonObject toJson(const StudyPoint& point)
{
    QJsonObject object{{"with"_L1, name(nameOf(point.with))},
                       {"workers"_L1, point.workers},
                       {"cores"_L1, point.cores},
                       {"wall_ns"_L1, wallOf(point)},
                       {"ideal"_L1, point.ideal},
                       {"fitted"_L1, orNull(point.fitted)}};
    insert(object, u"speedup"_s, point.speedup);
    insert(object, u"efficiency"_s, point.efficiency);
    return object;
}

QJsonObject fitOf(const StudyCurve& curve)
{
    return {{"with"_L1, name(nameOf(curve.with))},
            {"serial_fraction"_L1, curve.serial->value},
            {"low"_L1, curve.serial->low},
            {"high"_L1, curve.serial->high}};
}

QJsonObject kneeOf(const StudyCurve& curve)
{
    return {{"with"_L1, name(nameOf(curve.with))}, {"workers"_L1, *curve.knee}};
}

QJsonObject machineOf(const Study& study)
{
    const auto& disturbance = study.disturbance;
    return {{"cores"_L1, study.machine.cores},
            {"physical_cores"_L1, study.machine.physicalCores},
            {"model"_L1, QString::fromStdString(study.machine.model)},
            {"taken_share"_L1, disturbance ? QJsonValue(disturbance->taken) : QJsonValue()},
            {"own_share"_L1, disturbance ? QJsonValue(disturbance->own) : QJsonValue()},
            {"steal_share"_L1, disturbance ? QJsonValue(disturbance->stolen) : QJsonValue()}};
}

}  // namespace

QJsonObject studyJson(const Study& study)
{
    QJsonArray points;
    QJsonArray fits;
    QJsonArray knees;
    for (const StudyCurve& curve : study.curves) {
        for (const StudyPoint& point : curve.points)
            points.append(toJson(point));
        if (curve.serial)
            fits.append(fitOf(curve));
        if (curve.knee)
            knees.append(kneeOf(curve));
    }
    return {
        {"format"_L1, "coreogram-study/1"_L1},
        {"machine"_L1, machineOf(study)},
        {"workload"_L1, QString::fromStdString(study.experiment.workload)},
        {"tasks"_L1, study.experiment.tasks},
        {"efficiency_per"_L1, study.efficiencyPer == EfficiencyPer::Core ? "core"_L1 : "worker"_L1},
        {"points"_L1, points},
        {"fits"_L1, fits},
        {"knees"_L1, knees},
        {"inconclusive"_L1, study.isInconclusive()},
        {"reason"_L1, QString::fromStdString(study.reason)},
        {"summary"_L1, QString::fromStdString(summaryOf(study))}};
}
