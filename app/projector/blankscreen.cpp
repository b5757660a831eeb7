#include "app/projector/blankscreen.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>

BlankScreen::BlankScreen(QWidget* window)
    : QWidget(window),
      m_focusBefore(QApplication::focusWidget())
{
    setObjectName(QStringLiteral("blankScreen"));
    setAccessibleName(tr("The screen is blank. Any key brings it back."));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
    show();
    setFocus(Qt::OtherFocusReason);
}

bool BlankScreen::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:  // no command is given blindly
        event->accept();
        return true;
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        bringBack();
        return true;
    default:
        return QWidget::event(event);
    }
}

bool BlankScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BlankScreen::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), Qt::black);
}

void BlankScreen::bringBack()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    deleteLater();
}
