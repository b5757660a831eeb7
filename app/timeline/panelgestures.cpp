#include "app/timeline/panelgestures.h"

#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace {

/// One notch of a wheel, 120 units, zooms by this factor.
constexpr double zoomPerNotch = 1.25;

}  // namespace

PanelGestures::PanelGestures(PanelWidget& panel, Viewport& viewport)
    : QObject(&panel),
      m_panel(panel),
      m_viewport(viewport)
{
    panel.installEventFilter(this);
}

bool PanelGestures::eventFilter(QObject* watched, QEvent* event)
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
    case QEvent::MouseButtonDblClick:
        return doubleClick(*static_cast<QMouseEvent*>(event));
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave:
        m_panel.pointNowhere();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool PanelGestures::doubleClick(const QMouseEvent& event)
{
    const PanelLayout layout = m_panel.geometryOfParts();
    const bool isName = layout.labels.contains(event.position());
    if (!isName || !m_panel.toggleGroup(layout.rowAt(event.position().y())))
        m_viewport.fit();
    return true;
}

bool PanelGestures::press(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton ||
        !m_panel.geometryOfParts().plot.contains(event.position()))
        return false;
    m_last = event.position();
    m_pressed = event.position();
    m_panel.setFocus(Qt::MouseFocusReason);
    if (event.modifiers() & Qt::ShiftModifier) {
        m_drag = Drag::Select;
        m_anchor = m_panel.snappedTimeAt(event.position());
        m_viewport.select({});
    } else {
        m_drag = Drag::Pan;
        m_panel.setCursor(Qt::ClosedHandCursor);
    }
    return true;
}

bool PanelGestures::move(const QMouseEvent& event)
{
    if (m_drag == Drag::Pan) {
        m_viewport.panBy(m_panel.timeAt(m_last.x()) - m_panel.timeAt(event.position().x()));
        m_last = event.position();
    } else if (m_drag == Drag::Select) {
        const Nanoseconds t = std::max(Nanoseconds{}, m_panel.snappedTimeAt(event.position()));
        m_viewport.select(TimeRange{std::min(m_anchor, t), std::max(m_anchor, t)});
    }
    m_panel.pointAt(event.position());
    return m_drag != Drag::None;
}

bool PanelGestures::release(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || m_drag == Drag::None)
        return false;
    if (m_drag == Drag::Pan) {
        m_panel.unsetCursor();
        if ((event.position() - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
            m_viewport.setPlayhead(m_panel.snappedTimeAt(m_pressed));
            m_panel.markRowAt(m_pressed);
        }
    }
    m_drag = Drag::None;
    const auto selection = m_viewport.selection();
    if (selection && selection->isEmpty())
        m_viewport.select({});
    return true;
}

bool PanelGestures::wheel(const QWheelEvent& event)
{
    const QPointF position = event.position();
    if (!m_panel.geometryOfParts().plot.contains(position) ||
        (event.modifiers() & Qt::ControlModifier))
        return false;  // the panels scroll
    const QPoint turn = event.angleDelta();
    const bool sideways =
        std::abs(turn.x()) > std::abs(turn.y()) || (event.modifiers() & Qt::ShiftModifier);
    if (sideways) {
        const int pixels = turn.x() != 0 ? turn.x() : turn.y();
        m_viewport.panBy(m_panel.timeAt(0) - m_panel.timeAt(pixels));
    } else {
        m_viewport.zoomAt(m_panel.timeAt(position.x()), std::pow(zoomPerNotch, turn.y() / 120.0));
    }
    m_panel.pointAt(position);
    return true;
}
