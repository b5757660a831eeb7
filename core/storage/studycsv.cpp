#include "core/storage/studycsv.h"

#include "core/storage/deviceio.h"

#include <QByteArrayList>

#include <cmath>

namespace {

constexpr int figures = 6;

QByteArray whole(double nanoseconds)
{
    return QByteArray::number(static_cast<qlonglong>(std::llround(nanoseconds)));
}

QByteArray text(std::optional<double> value)
{
    return value ? QByteArray::number(*value, 'g', figures) : QByteArray();
}

template <typename Figure>
QByteArray text(const std::optional<Estimate>& estimate, Figure figure)
{
    return estimate ? text((*estimate).*figure) : QByteArray();
}

QByteArray lineOf(const StudyPoint& point)
{
    const std::string_view kind = nameOf(point.with);
    return QByteArrayList{QByteArray(kind.data(), static_cast<qsizetype>(kind.size())),
                          QByteArray::number(point.workers),
                          QByteArray::number(point.cores),
                          QByteArray::number(static_cast<qulonglong>(point.repeats.size())),
                          text(point.level),
                          whole(point.wall.value),
                          whole(point.wall.low),
                          whole(point.wall.high),
                          text(point.speedup, &Estimate::value),
                          text(point.speedup, &Estimate::low),
                          text(point.speedup, &Estimate::high),
                          text(point.efficiency, &Estimate::value),
                          text(point.ideal),
                          text(point.fitted)}
               .join(',') +
           '\n';
}

}  // namespace

Result<void> writeStudyCsv(const Study& study, QIODevice& device)
{
    QByteArray table = "with,workers,cores,repeats,level,wall_ns,wall_low_ns,wall_high_ns,"
                       "speedup,speedup_low,speedup_high,efficiency,ideal,fitted\n";
    for (const StudyCurve& curve : study.curves) {
        for (const StudyPoint& point : curve.points)
            table += lineOf(point);
    }
    return writeAll(device, table);
}
