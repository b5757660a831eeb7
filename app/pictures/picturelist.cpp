#include "app/pictures/picturelist.h"

#include <QKeyEvent>
#include <QScrollBar>

PictureList::PictureList(QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("pictures"));
    setAccessibleName(tr("Pictures that have landed"));
    setAccessibleDescription(tr("In order of arrival. Return shows the task in the timelines."));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
}

void PictureList::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { m_follows = m_follows || isAtEnd(); });
    const QScrollBar* bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this] { m_follows = isAtEnd(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        if (m_follows)
            scrollToBottom();
    });
}

void PictureList::startFrom(Side side)
{
    executeDelayedItemsLayout();  // else the scroll bar would still be that of what was shown
    m_follows = side == Side::End;
    if (m_follows)
        scrollToBottom();
    else
        scrollToTop();
}

void PictureList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore();  // what has the focus is selected already, so that Space can run
    else
        QListView::keyPressEvent(event);
}

bool PictureList::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}
