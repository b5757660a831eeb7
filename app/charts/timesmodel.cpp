#include "app/charts/timesmodel.h"

#include "app/shell/columnhead.h"

namespace {

const QString unknown = QStringLiteral("–");

QString millisecondsOr(const std::optional<Nanoseconds>& time)
{
    return time ? millisecondsText(*time) : unknown;
}

QString title(int column)
{
    switch (column) {
    case TimesModel::Run:
        return TimesModel::tr("run");
    case TimesModel::Real:
        return TimesModel::tr("real");
    case TimesModel::User:
        return TimesModel::tr("user");
    case TimesModel::System:
        return TimesModel::tr("sys");
    case TimesModel::Speedup:
        return TimesModel::tr("speedup");
    case TimesModel::Efficiency:
        return TimesModel::tr("effic.");
    default:
        return {};
    }
}

QString meaning(int column)
{
    switch (column) {
    case TimesModel::Real:
        return TimesModel::tr(
            "Real: from the start of the run to the stop of its last task or thread, ms");
    case TimesModel::User:
        return TimesModel::tr("User: CPU time of the workers in their own code, ms");
    case TimesModel::System:
        return TimesModel::tr("Sys: CPU time of the workers in the operating system, ms");
    case TimesModel::Speedup:
        return TimesModel::tr("Speedup: sequential real time ÷ this real time");
    case TimesModel::Efficiency:
        return TimesModel::tr("Efficiency: speedup ÷ cores used");
    default:
        return TimesModel::tr("How the tasks were run, or which program");
    }
}

}  // namespace

void TimesModel::setRows(std::vector<TimesRow> rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TimesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TimesRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return spokenTextOf(row, index.column());
    case Qt::ToolTipRole:
        return row.repeats > 1 ? tr("Median of %1 repeats").arg(row.repeats) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Run ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant TimesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    return dataOf({title(section), meaning(section),
                   Qt::AlignVCenter | (section == Run ? Qt::AlignLeft : Qt::AlignRight)},
                  role);
}

QString TimesModel::textOf(const TimesRow& row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Run:
        return row.repeats > 1 ? tr("%1 (%2 runs)").arg(row.name).arg(row.repeats) : row.name;
    case Real:
        return row.isOver ? millisecondsText(row.real) : millisecondsText(row.real) + u'…';
    case User:
        return millisecondsOr(row.user);
    case System:
        return millisecondsOr(row.system);
    case Speedup:
        return row.speedup ? tr("%1×").arg(locale.toString(*row.speedup, 'f', 2)) : unknown;
    case Efficiency:
        return row.efficiency ? tr("%1 %").arg(locale.toString(*row.efficiency * 100, 'f', 0))
                              : unknown;
    default:
        return {};
    }
}

QString TimesModel::spokenTextOf(const TimesRow& row, int column) const
{
    return column == Run ? textOf(row, Run)
                         : tr("%1: %2, %3").arg(row.name, title(column), textOf(row, column));
}
