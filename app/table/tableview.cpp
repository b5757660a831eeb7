#include "app/table/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace {

constexpr int pitch = 24;            // of rows
constexpr int mostCopied = 200'000;  // rows: more than that is for files

/// The selected rows as ranges [first, last], in order; at most so many rows.
std::vector<std::pair<int, int>> selectedRows(const QItemSelectionModel& selection)
{
    std::vector<std::pair<int, int>> rows;
    for (const QItemSelectionRange& range : selection.selection())
        rows.emplace_back(range.top(), range.bottom());
    std::ranges::sort(rows);
    int left = mostCopied;
    for (auto& [first, last] : rows) {
        last = std::min(last, first + left - 1);
        left -= last - first + 1;
    }
    std::erase_if(rows, [](const auto& range) { return range.second < range.first; });
    return rows;
}

}  // namespace

QString tabbedText(const QAbstractItemModel& model, const std::vector<std::pair<int, int>>& rows)
{
    const int columns = model.columnCount();
    QStringList cells;
    for (int column = 0; column < columns; ++column)
        cells << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QString text = cells.join(u'\t') + u'\n';
    for (const auto& [first, last] : rows) {
        for (int row = first; row <= last; ++row) {
            for (int column = 0; column < columns; ++column)
                cells[column] = model.index(row, column).data().toString();
            text += cells.join(u'\t') + u'\n';
        }
    }
    return text;
}

TableView::TableView(QAbstractItemModel* model, QWidget* parent) : QTableView(parent)
{
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);  // else millions are measured
    verticalHeader()->setDefaultSectionSize(pitch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(48);
}

int TableView::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void TableView::setCurrentRow(int row)
{
    if (row == currentRow())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    if (row < 0)
        return clearSelection(), setCurrentIndex({});
    selectRow(row);
    scrollTo(model()->index(row, 0));
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid() && current.row() != previous.row() && hasFocus())
        Q_EMIT rowChosen(current.row());
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->key() == Qt::Key_Space)  // rows are chosen by going there: it is left to the window
        return event->ignore();
    QTableView::keyPressEvent(event);
}

void TableView::copy()
{
    const auto rows = selectedRows(*selectionModel());
    if (rows.empty())
        return;
    QApplication::clipboard()->setText(tabbedText(*model(), rows));
    int count = 0;
    for (const auto& [first, last] : rows)
        count += last - first + 1;
    Q_EMIT copied(count);
}
