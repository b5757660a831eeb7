#include "app/table/totalsmodel.h"

#include "app/shell/columnhead.h"
#include "app/table/intervalwords.h"

namespace {

Qt::Alignment alignmentOf(int column)
{
    return Qt::AlignVCenter | (column == TotalsModel::Name ? Qt::AlignLeft : Qt::AlignRight);
}

QString title(int column)
{
    switch (column) {
    case TotalsModel::Start:
        return TotalsModel::tr("start");
    case TotalsModel::Stop:
        return TotalsModel::tr("stop");
    case TotalsModel::Running:
        return TotalsModel::tr("running");
    case TotalsModel::Ready:
        return TotalsModel::tr("ready");
    case TotalsModel::Blocked:
        return TotalsModel::tr("blocked");
    default:
        return TotalsModel::tr("row", "of a timeline: a task, a worker or a core");
    }
}

QString meaning(int column)
{
    switch (column) {
    case TotalsModel::Start:
    case TotalsModel::Stop:
        return TotalsModel::tr("From the start of the run");
    case TotalsModel::Running:
        return TotalsModel::tr("How long it ran on cores, all of its parts together");
    case TotalsModel::Ready:
        return TotalsModel::tr("How long it could have run, and waited for a core");
    case TotalsModel::Blocked:
        return TotalsModel::tr("How long it waited for something other than a core");
    default:
        return TotalsModel::tr("The task, the worker or the core");
    }
}

}  // namespace

TotalsModel::TotalsModel(const TableSubject& subject, QObject* parent)
    : QAbstractTableModel(parent),
      m_subject(subject)
{}

int TotalsModel::rowsNow() const
{
    const auto source = m_subject.source();
    return source ? static_cast<int>(source->count()) : 0;
}

void TotalsModel::reset()
{
    beginResetModel();
    m_rows = rowsNow();
    if (const auto source = m_subject.source())
        m_format = tableFormat(*source);
    endResetModel();
}

void TotalsModel::refresh()
{
    if (rowsNow() != m_rows)
        return reset();
    if (const auto source = m_subject.source())
        m_format = tableFormat(*source);
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int TotalsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TotalsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TotalsModel::textAt(const QModelIndex& index) const
{
    const auto source = m_subject.source();
    const auto row = static_cast<std::size_t>(index.row());
    if (!source || row >= source->count())
        return {};
    if (index.column() == Name)
        return labelOf(*source, {row, 1});
    const RowTotals totals = totalsOfRows(*source, {row, 1});
    const bool isCore = source->rows == RowsBy::Cores;  // which is never ready, nor blocked
    if (!totals.span || (isCore && index.column() > Running))
        return QStringLiteral("–");
    const Nanoseconds origin = source->recording.start.origin;
    switch (index.column()) {
    case Start:
        return timeText(totals.span->start - origin, m_format);
    case Stop:
        return timeText(totals.span->end - origin, m_format);
    case Running:
        return durationText(totals.running);
    case Ready:
        return durationText(totals.ready);
    default:
        return durationText(totals.blocked);
    }
}

QVariant TotalsModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(index.column()));
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const QString text = textAt(index);
    if (role == Qt::DisplayRole || index.column() == Name)
        return text;
    return tr("%1, %2: %3", "a row, a column, what it says")
        .arg(textAt(index.siblingAtColumn(Name)), title(index.column()), text);
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    return dataOf({title(section), meaning(section), alignmentOf(section)}, role);
}
