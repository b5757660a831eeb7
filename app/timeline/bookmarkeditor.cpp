#include "app/timeline/bookmarkeditor.h"

#include "core/model/limits.h"

#include <QAction>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace {

constexpr int usualWidth = 260;

}  // namespace

BookmarkEditor::BookmarkEditor(QWidget* parent) : QLineEdit(parent)
{
    hide();
    setMaxLength(static_cast<int>(limits::maxBookmarkNote));
    setPlaceholderText(tr("Note, then Return"));
    setAccessibleName(tr("Note of the bookmark"));
    m_remove = addAction(style()->standardIcon(QStyle::SP_LineEditClearButton),
                         QLineEdit::TrailingPosition);
    m_remove->setToolTip(tr("Remove this bookmark"));
    m_remove->setText(tr("Remove this bookmark"));
    connect(m_remove, &QAction::triggered, this, [this] { finish(&BookmarkEditor::removed); });
}

void BookmarkEditor::open(const QString& note, QPoint foot, const QFont& font)
{
    setFont(font);
    setText(note);
    const QSize room = parentWidget()->size();
    const QSize size(std::min(usualWidth * std::max(1, fontMetrics().height() / 16), room.width()),
                     sizeHint().height());
    const int left = std::clamp(foot.x() - size.width() / 2, 0, room.width() - size.width());
    setGeometry(QRect(QPoint(left, std::max(0, foot.y() - size.height())), size));
    m_isOpen = true;
    show();
    raise();
    selectAll();
    setFocus(Qt::OtherFocusReason);
}

void BookmarkEditor::finish(void (BookmarkEditor::*outcome)())
{
    if (!std::exchange(m_isOpen, false))
        return;
    hide();  // takes the focus away, which is no outcome any more
    Q_EMIT(this->*outcome)();
}

void BookmarkEditor::keep()
{
    if (!std::exchange(m_isOpen, false))
        return;
    hide();
    Q_EMIT written(text());
}

void BookmarkEditor::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return keep();
    case Qt::Key_Escape:
        return finish(&BookmarkEditor::dropped);
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void BookmarkEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        keep();
}
