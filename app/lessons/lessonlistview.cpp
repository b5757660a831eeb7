#include "app/lessons/lessonlistview.h"

#include "app/lessons/lessondelegate.h"

#include <QKeyEvent>

LessonListView::LessonListView(QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("lessons"));
    setAccessibleName(tr("Lessons"));
    setAccessibleDescription(tr("Return opens the lesson."));
    setItemDelegate(new LessonDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    connect(this, &QListView::clicked, this, &LessonListView::rowChosen);
}

void LessonListView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT rowChosen(currentIndex());
        break;
    case Qt::Key_Space:
        event->ignore();  // it runs what is shown, everywhere in the window
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

void LessonListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowReached(current);
}
