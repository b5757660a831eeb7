#include "app/projector/projector.h"

#include "app/projector/blankscreen.h"
#include "app/projector/projectorkeys.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

namespace {

/// Whether what is typed is text.
bool takesText(const QObject* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

/// A field for a number takes digits alone: the keys of a remote mean the same there as anywhere.
bool takesNumbers(const QObject* widget)
{
    return qobject_cast<const QAbstractSpinBox*>(widget) ||
           (widget && qobject_cast<const QAbstractSpinBox*>(widget->parent()));
}

/// A line that lets go of Esc has an owner who closes it: the search, the note of a bookmark.
bool closesALine(ProjectorKey key)
{
    const QWidget* const focus = QApplication::focusWidget();
    return key == ProjectorKey::Leave && takesText(focus) && !takesNumbers(focus);
}

}  // namespace

Projector::Projector(QMainWindow& window, QAction* action)
    : QObject(&window),
      m_window(window),
      m_action(action)
{
    connect(action, &QAction::triggered, this, &Projector::setOn);
}

void Projector::setOn(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    m_action->setChecked(isOn);
    if (isOn)
        enter();
    else
        leave();
    Q_EMIT switched(isOn);
}

QByteArray Projector::geometryAtDesk() const
{
    return m_isOn ? m_geometry : m_window.saveGeometry();
}

void Projector::enter()
{
    m_geometry = m_window.saveGeometry();
    m_states = m_window.windowState();
    m_window.menuBar()->hide();  // the keys of its commands go on to work
    m_window.statusBar()->hide();
    m_window.setWindowState(m_states | Qt::WindowFullScreen);
    QApplication::instance()->installEventFilter(this);
}

void Projector::leave()
{
    QApplication::instance()->removeEventFilter(this);
    delete m_blank;
    m_window.menuBar()->show();
    m_window.statusBar()->show();
    m_window.setWindowState(m_states);
}

/// Before any shortcut, since other commands may use the same keys at a desk.
bool Projector::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if ((type != QEvent::ShortcutOverride && type != QEvent::KeyPress) || !concerns(watched))
        return false;
    const ProjectorKey key = projectorKeyOf(static_cast<QKeyEvent&>(*event));
    if (key == ProjectorKey::None || closesALine(key))
        return false;
    event->accept();
    if (type == QEvent::KeyPress)
        carryOut(key);
    return true;
}

bool Projector::concerns(const QObject* watched) const
{
    const auto* const widget = qobject_cast<const QWidget*>(watched);
    const bool isBlank = m_blank && !m_blank->isHidden();  // what was hidden goes a little later
    return widget && widget->window() == &m_window && !isBlank &&
           (!takesText(watched) || takesNumbers(watched));
}

void Projector::carryOut(ProjectorKey key)
{
    switch (key) {
    case ProjectorKey::Next:
        Q_EMIT stepped(1);
        return;
    case ProjectorKey::Previous:
        Q_EMIT stepped(-1);
        return;
    case ProjectorKey::Blank:
        m_blank = new BlankScreen(&m_window);
        return;
    case ProjectorKey::Leave:
        setOn(false);
        return;
    case ProjectorKey::None:
        return;
    }
}
