#include "app/timeline/paneldrag.h"

#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

PanelDrag::PanelDrag(PanelWidget& panel, PanelStack& stack)
    : QObject(&panel),
      m_panel(panel),
      m_stack(stack)
{
    panel.installEventFilter(this);
}

bool PanelDrag::eventFilter(QObject* watched, QEvent* event)
{
    // A widget still gets events while it is being destroyed, when it is no panel any more.
    if (!qobject_cast<PanelWidget*>(watched))
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::KeyPress:
        if (m_phase == Phase::None || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return false;
        end();
        return true;
    case QEvent::Hide:
        end();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool PanelDrag::press(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !isOnHeader(event.position()) ||
        m_stack.shownPanels().size() < 2)
        return false;
    m_phase = Phase::Pressed;
    m_pressed = event.position();
    m_panel.setFocus(Qt::MouseFocusReason);
    return true;
}

bool PanelDrag::move(const QMouseEvent& event)
{
    if (m_phase == Phase::None)
        return false;
    const bool isFar =
        (event.position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_phase == Phase::Pressed && isFar) {
        m_phase = Phase::Dragged;
        m_panel.setCursor(Qt::ClosedHandCursor);
    }
    if (m_phase == Phase::Dragged)
        m_stack.showDrop(m_panel, m_panel.mapTo(&m_stack, event.position().toPoint()).y());
    return true;
}

bool PanelDrag::release(const QMouseEvent& event)
{
    if (m_phase == Phase::None || event.button() != Qt::LeftButton)
        return false;
    const bool isDragged = m_phase == Phase::Dragged;
    end();
    if (isDragged)
        m_stack.drop(m_panel, m_panel.mapTo(&m_stack, event.position().toPoint()).y());
    return true;
}

void PanelDrag::end()
{
    if (m_phase == Phase::Dragged) {
        m_panel.unsetCursor();
        m_stack.showNoDrop();
    }
    m_phase = Phase::None;
}

bool PanelDrag::isOnHeader(QPointF position) const
{
    const PanelLayout layout = m_panel.geometryOfParts();
    return position.y() >= layout.card.top() && position.y() < layout.rows.top();
}
