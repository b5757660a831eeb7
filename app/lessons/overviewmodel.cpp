#include "app/lessons/overviewmodel.h"

#include "app/lessons/lessonwords.h"
#include "app/lessons/progressstore.h"
#include "app/shell/columnhead.h"
#include "core/lesson/measurement.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const lesson::Lesson& lesson)
{
    const QString number = numberOf(lesson);
    const QString title = lineOf(lesson.title);
    return number.isEmpty() ? title : number + u"  "_s + title;
}

ColumnHead headOf(int column)
{
    switch (column) {
    case OverviewModel::LessonColumn:
        return {OverviewModel::tr("Lesson"),
                OverviewModel::tr("Tick those that the plan and the report are to tell of.")};
    case OverviewModel::TimeColumn:
        return {OverviewModel::tr("Time"), OverviewModel::tr("How long the lesson takes.")};
    case OverviewModel::MachineColumn:
        return {OverviewModel::tr("This machine"),
                OverviewModel::tr("Whether it has what the lesson needs.")};
    default:
        return {OverviewModel::tr("Progress"),
                OverviewModel::tr("How far somebody came on this computer.")};
    }
}

}  // namespace

OverviewModel::OverviewModel(const LessonShelf& shelf, ProgressStore& store,
                             const lesson::Equipment& equipment, QObject* parent)
    : QAbstractTableModel(parent),
      m_shelf(shelf),
      m_store(store),
      m_equipment(equipment)
{
    connect(&shelf, &LessonShelf::changed, this, &OverviewModel::rebuild);
    connect(&store, &ProgressStore::changed, this, &OverviewModel::showProgress);
    rebuild();
}

void OverviewModel::updateMachine()
{
    rebuild();
}

void OverviewModel::toggle(int row)
{
    const QString& path = m_rows[static_cast<std::size_t>(row)].path;
    if (!m_ticked.remove(path))
        m_ticked.insert(path);
    const QModelIndex changed = index(row, LessonColumn);
    Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

const LessonShelf::Entry* OverviewModel::entry(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return m_shelf.find(m_rows[static_cast<std::size_t>(row)].path);
}

int OverviewModel::rowOf(const QString& path) const
{
    const auto row = std::ranges::find(m_rows, path, &Row::path);
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

std::vector<const lesson::Lesson*> OverviewModel::ticked() const
{
    std::vector<const lesson::Lesson*> lessons;
    for (const LessonShelf::Entry& entry : m_shelf.entries()) {
        if (entry.read.lesson && m_ticked.contains(entry.path))
            lessons.push_back(&*entry.read.lesson);
    }
    return lessons;
}

std::vector<const lesson::Lesson*> OverviewModel::all() const
{
    std::vector<const lesson::Lesson*> lessons;
    for (const LessonShelf::Entry& entry : m_shelf.entries()) {
        if (entry.read.lesson)
            lessons.push_back(&*entry.read.lesson);
    }
    return lessons;
}

int OverviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OverviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant OverviewModel::data(const QModelIndex& index, int role) const
{
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return textIn(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == MachineColumn && !row.lack.isEmpty())
        return row.lack.toHtmlEscaped();
    if (role == Qt::CheckStateRole && index.column() == LessonColumn)
        return m_ticked.contains(row.path) ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool OverviewModel::setData(const QModelIndex& index, const QVariant&, int role)
{
    if (role != Qt::CheckStateRole || index.column() != LessonColumn)
        return false;
    toggle(index.row());
    return true;
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? dataOf(headOf(section), role) : QVariant();
}

Qt::ItemFlags OverviewModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == LessonColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

void OverviewModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (const LessonShelf::Entry& entry : m_shelf.entries()) {
        if (entry.read.lesson)
            m_rows.push_back(rowFor(entry, *entry.read.lesson));
    }
    endResetModel();
}

void OverviewModel::showProgress(const QString& name)
{
    const auto row = std::ranges::find(m_rows, name.toStdString(), &Row::name);
    if (row == m_rows.end())
        return;
    const LessonShelf::Entry* const entry = m_shelf.find(row->path);
    if (!entry || !entry->read.lesson)
        return;
    row->progress = stateText(m_store.progressOf(*entry->read.lesson), *entry->read.lesson);
    const QModelIndex changed = index(static_cast<int>(row - m_rows.begin()), ProgressColumn);
    Q_EMIT dataChanged(changed, changed);
}

OverviewModel::Row OverviewModel::rowFor(const LessonShelf::Entry& entry,
                                         const lesson::Lesson& lesson)
{
    return {.path = entry.path,
            .name = lesson.name,
            .title = titleOf(lesson),
            .minutes = minutesText(lesson.minutes),
            .lack = textOf(lackOf(lesson.needs, m_equipment)),
            .progress = stateText(m_store.progressOf(lesson), lesson)};
}

QString OverviewModel::textIn(const Row& row, int column) const
{
    switch (column) {
    case LessonColumn:
        return row.title;
    case TimeColumn:
        return row.minutes;
    case MachineColumn:
        return row.lack.isEmpty() ? tr("can show it") : tr("cannot: %1").arg(row.lack);
    default:
        return row.progress;
    }
}
