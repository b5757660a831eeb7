#include "app/study/studymodel.h"

#include "app/lab/workloadwords.h"
#include "app/shell/columnhead.h"
#include "app/study/studytext.h"

#include <QLocale>

#include <algorithm>

namespace {

QString textOf(const StudyPoint& point, int column)
{
    switch (column) {
    case StudyModel::Kind:
        return titleOf(point.with);
    case StudyModel::Workers:
        return QLocale().toString(point.workers);
    case StudyModel::Time:
        return wallText(point.wall.value);
    case StudyModel::TimeRange:
        return wallRange(point.wall);
    case StudyModel::Speedup:
        return factorOrDash(point.speedup);
    case StudyModel::SpeedupRange:
        return factorRange(point.speedup);
    case StudyModel::Efficiency:
        return percentOrDash(point.efficiency);
    default:
        return {};
    }
}

Qt::Alignment alignmentOf(int column)
{
    return Qt::AlignVCenter | (column == StudyModel::Kind ? Qt::AlignLeft : Qt::AlignRight);
}

}  // namespace

void StudyModel::setStudy(const Study& study)
{
    std::vector<StudyPoint> points;
    for (const StudyCurve& curve : study.curves)
        points.insert(points.end(), curve.points.begin(), curve.points.end());
    if (points.size() == m_points.size() && m_per == study.efficiencyPer) {
        m_points = std::move(points);
        if (!m_points.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_points = std::move(points);
    m_per = study.efficiencyPer;
    endResetModel();
}

int StudyModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int StudyModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StudyModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const StudyPoint& point = m_points[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(point, column);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 workers, %3: %4")
            .arg(titleOf(point.with), QLocale().toString(point.workers), title(column),
                 textOf(point, column));
    case Qt::ToolTipRole:
        return tr("Median of %n runs; the interval holds it with %1 %", nullptr,
                  static_cast<int>(point.repeats.size()))
            .arg(QLocale().toString(point.level * 100, 'f', 1));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    default:
        return {};
    }
}

QVariant StudyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    return dataOf({title(section), meaning(section), alignmentOf(section)}, role);
}

QString StudyModel::title(int column) const
{
    switch (column) {
    case Kind:
        return tr("kind");
    case Workers:
        return tr("workers");
    case Time:
        return tr("time");
    case TimeRange:
    case SpeedupRange:
        return tr("interval");
    case Speedup:
        return tr("speedup");
    case Efficiency:
        return m_per == EfficiencyPer::Core ? tr("efficiency per core")
                                            : tr("efficiency per worker");
    default:
        return {};
    }
}

QString StudyModel::meaning(int column) const
{
    switch (column) {
    case Workers:
        return tr("How many workers there were");
    case Time:
        return tr("Time: the median of the runs, from start to the stop of the last task");
    case TimeRange:
        return tr("The interval that holds the median time");
    case Speedup:
        return tr("Speedup: time of one worker ÷ this time");
    case SpeedupRange:
        return tr("The interval that holds the speedup");
    case Efficiency:
        return m_per == EfficiencyPer::Core ? tr("Efficiency: speedup ÷ cores used")
                                            : tr("Efficiency: speedup ÷ workers");
    default:
        return tr("What kind of worker it was");
    }
}
