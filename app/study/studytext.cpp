#include "app/study/studytext.h"

#include "app/lab/workloadwords.h"
#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace {

const QString unknown = QStringLiteral("–");

QString tr(const char* text)
{
    return QCoreApplication::translate("StudyText", text);
}

QString numberText(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString gainText(const StudyCurve& curve, const StudyPoint& point)
{
    const QString form =
        curve.knee ? tr("%1: %2 workers are %3 times as fast as one (%4 to %5), and more bring "
                        "nothing")
                   : tr("%1: %2 workers are %3 times as fast as one (%4 to %5)");
    return form.arg(titleOf(curve.with), QLocale().toString(point.workers),
                    numberText(point.speedup->value), numberText(point.speedup->low),
                    numberText(point.speedup->high));
}

QString serialText(const StudyCurve& curve)
{
    if (!curve.serial)
        return {};
    return tr(", with %1 of the work serial (%2 to %3)")
        .arg(percentText(curve.serial->value), percentText(curve.serial->low),
             percentText(curve.serial->high));
}

/// That at the knee, where there is one: those after it are not faster for sure.
const StudyPoint* pointToName(const StudyCurve& curve)
{
    return curve.knee ? pointWith(curve, *curve.knee) : fastestOf(curve);
}

QString clauseOf(const StudyCurve& curve)
{
    const StudyPoint* const point = pointToName(curve);
    if (!point || !point->speedup)
        return tr("%1: the run with one worker is missing").arg(titleOf(curve.with));
    if (curve.knee && point->workers == 1)
        return tr("%1: more than one worker brings nothing").arg(titleOf(curve.with));
    if (point->workers == 1)
        return tr("%1: no number of workers is faster than one").arg(titleOf(curve.with));
    return gainText(curve, *point) + serialText(curve);
}

}  // namespace

QString summaryText(const Study& study)
{
    if (study.curves.empty())
        return {};
    if (study.isInconclusive())
        return tr("Inconclusive: %1").arg(QString::fromStdString(study.reason));
    QStringList clauses;
    for (const StudyCurve& curve : study.curves)
        clauses << clauseOf(curve);
    return tr("%1.").arg(clauses.join(tr("; ")));
}

QString factorOrDash(const std::optional<Estimate>& speedup)
{
    return speedup ? factorText(speedup->value) : unknown;
}

QString percentOrDash(const std::optional<Estimate>& share)
{
    return share ? percentText(share->value) : unknown;
}

QString factorRange(const std::optional<Estimate>& speedup)
{
    if (!speedup || speedup->width() == 0)
        return {};
    return tr("%1 – %2").arg(numberText(speedup->low), numberText(speedup->high));
}

QString wallText(double nanoseconds)
{
    return durationText(Nanoseconds(std::llround(nanoseconds)));
}

QString wallRange(const Estimate& wall)
{
    return wall.width() == 0 ? QString()
                             : tr("%1 – %2").arg(wallText(wall.low), wallText(wall.high));
}
