#include "app/table/intervalmodel.h"

#include "app/shell/columnhead.h"
#include "app/table/intervalwords.h"

#include <QLocale>

#include <algorithm>

namespace {

/// What views can still scroll through; there are as many pixels as fit into an int.
constexpr std::size_t mostRows = 50'000'000;

Qt::Alignment alignmentOf(IntervalColumn column)
{
    return Qt::AlignVCenter | (column >= IntervalColumn::Start ? Qt::AlignRight : Qt::AlignLeft);
}

/// Whether they are one, as far as both tell.
bool isSame(const IntervalRow& a, const IntervalRow& b)
{
    const bool isOneTask = a.task == b.task || a.task == TaskId::None || b.task == TaskId::None;
    return a.kind == b.kind && a.range.start == b.range.start && isOneTask &&
           (a.worker == b.worker || a.worker == WorkerId::None || b.worker == WorkerId::None);
}

}  // namespace

IntervalModel::IntervalModel(const TableSubject& subject, QObject* parent)
    : QAbstractTableModel(parent),
      m_subject(subject)
{}

void IntervalModel::setScope(const IntervalScope& scope)
{
    beginResetModel();
    m_scope = scope;
    takeIn();
    m_rows = static_cast<int>(std::min(m_order.size(), mostRows));
    endResetModel();
}

void IntervalModel::refresh()
{
    takeIn();
    const int before = m_rows;
    const int rows = static_cast<int>(std::min(m_order.size(), mostRows));
    // Whether they are put at its beginning or end, what was there is read anew.
    if (rows > before) {
        beginInsertRows({}, before, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < before) {
        beginRemoveRows({}, rows, before - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, intervalColumns - 1));
}

void IntervalModel::takeIn()
{
    const auto source = m_subject.source();
    m_tasks = source ? tasksIn(*source, m_scope) : std::vector<std::uint32_t>();
    m_order.setLists(source ? listsIn(*source, m_scope, m_tasks) : std::vector<IntervalList>());
    m_format = source ? tableFormat(*source) : TimeFormat();
}

int IntervalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int IntervalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : intervalColumns;
}

std::size_t IntervalModel::positionOf(int row) const
{
    const auto position = static_cast<std::size_t>(row);
    return m_isLatestFirst ? m_order.size() - 1 - position : position;
}

std::optional<IntervalRow> IntervalModel::intervalAt(int row) const
{
    const auto source = m_subject.source();
    if (!source || row < 0 || row >= m_rows)
        return {};
    const IntervalReader reader(*source, m_tasks);
    const auto ref = m_order.at(reader, positionOf(row));
    return ref ? std::optional(reader.rowOf(m_order.lists()[ref->list], ref->index)) : std::nullopt;
}

int IntervalModel::rowOf(const IntervalRow& wanted) const
{
    const auto source = m_subject.source();
    if (!source || m_rows == 0)
        return -1;
    const IntervalReader reader(*source, m_tasks);
    if (!m_order.isIntact(reader))
        return -1;
    const Nanoseconds start = wanted.range.start;
    const std::size_t from = m_order.countBefore(reader, start);
    const std::size_t until = m_order.countBefore(reader, start + Nanoseconds(1));
    std::size_t found = std::min(from, m_order.size() - 1);
    for (std::size_t position = from; position < until; ++position) {
        const auto ref = m_order.at(reader, position);
        if (ref && isSame(reader.rowOf(m_order.lists()[ref->list], ref->index), wanted)) {
            found = position;
            break;
        }
    }
    const std::size_t row = m_isLatestFirst ? m_order.size() - 1 - found : found;
    return row < static_cast<std::size_t>(m_rows) ? static_cast<int>(row) : -1;
}

QVariant IntervalModel::data(const QModelIndex& index, int role) const
{
    const auto column = static_cast<IntervalColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(column));
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const auto row = intervalAt(index.row());
    if (!row)
        return {};
    const QString text = textOf(*row, column, *m_subject.source(), m_format);
    return role == Qt::DisplayRole ? text
                                   : tr("%1: %2", "a column, what it says")
                                         .arg(titleOf(column), text.isEmpty() ? tr("none") : text);
}

QVariant IntervalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<IntervalColumn>(section);
    QString title = titleOf(column);
    if (column == IntervalColumn::Start)
        title += m_isLatestFirst ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
    return dataOf({title, meaningOf(column), alignmentOf(column)}, role);
}

void IntervalModel::sort(int column, Qt::SortOrder order)
{
    const bool isLatestFirst = order == Qt::DescendingOrder;
    if (static_cast<IntervalColumn>(column) != IntervalColumn::Start ||
        isLatestFirst == m_isLatestFirst)
        return;
    beginResetModel();
    m_isLatestFirst = isLatestFirst;
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
}
