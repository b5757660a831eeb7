#include "app/lessons/overviewtable.h"

#include "app/lessons/overviewmodel.h"

#include <QHeaderView>
#include <QKeyEvent>

OverviewTable::OverviewTable(OverviewModel& model, QWidget* parent)
    : QTreeView(parent),
      m_model(model)
{
    setObjectName(QStringLiteral("lessonOverview"));
    setAccessibleName(tr("Lessons for a class"));
    setAccessibleDescription(tr("Space ticks a lesson, Return opens it."));
    setModel(&model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    for (int column = 0; column < OverviewModel::columns; ++column)
        header()->setSectionResizeMode(column, column == OverviewModel::LessonColumn ||
                                                       column == OverviewModel::MachineColumn
                                                   ? QHeaderView::Stretch
                                                   : QHeaderView::ResizeToContents);
    connect(this, &QTreeView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowOpened(index.row()); });
    keepPlace();
    setCurrentRow(0);
}

void OverviewTable::setCurrentRow(int row)
{
    setCurrentIndex(m_model.index(row, OverviewModel::LessonColumn));
}

/// A lesson that is saved stays the current one; a first one is there where there are any.
void OverviewTable::keepPlace()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const LessonShelf::Entry* const entry = m_model.entry(currentRow());
        if (entry)
            m_path = entry->path;
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_model.rowOf(m_path);
        setCurrentRow(row < 0 ? 0 : row);
        Q_EMIT rowReached();
    });
}

void OverviewTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        if (currentIndex().isValid())
            m_model.toggle(currentRow());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT rowOpened(currentRow());
        break;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void OverviewTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT rowReached();
}
