// How the overview strip answers to the mouse.

#include "app/timeline/minimap.h"
#include "app/timeline/viewport.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace {

constexpr double reach = 6;         // pixels around an edge that take hold of it
constexpr double shortestDrag = 8;  // pixels; what is shorter is a click
constexpr double zoomPerNotch = 1.25;

}  // namespace

Minimap::Part Minimap::partAt(QPointF position) const
{
    const QRectF rect = strip();
    if (position.x() < rect.left() - reach || position.x() > rect.right() + reach)
        return Part::None;
    if (showsAll())
        return Part::Whole;
    const QRectF at = box();
    const double inner = std::min(reach, at.width() / 4);  // a narrow box can still be moved
    const auto isNear = [&](double edge, double outward) {
        const double out = (position.x() - edge) * outward;
        return out >= -inner && out <= reach;
    };
    if (isNear(at.left(), -1))
        return Part::Start;
    if (isNear(at.right(), 1))
        return Part::End;
    return at.contains(QPointF(position.x(), at.center().y())) ? Part::Box : Part::None;
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const double x = std::clamp(event->position().x(), strip().left(), strip().right());
    m_held = partAt(event->position());
    m_last = m_anchor = timeAt(x);
    if (m_held != Part::None)
        return;
    const TimeRange visible = m_viewport.visible();
    m_viewport.panBy(m_last - (visible.start + visible.length() / 2));
    m_held = Part::Box;
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_held == Part::None)
        return pointAt(event->position());
    drag(std::clamp(event->position().x(), strip().left(), strip().right()));
}

void Minimap::drag(double x)
{
    const Nanoseconds t = timeAt(x);
    const TimeRange visible = m_viewport.visible();
    switch (m_held) {
    case Part::Box:
        m_viewport.panBy(t - m_last);
        break;
    case Part::Start:
        m_viewport.resizeTo({std::min(t, visible.end), visible.end});
        break;
    case Part::End:
        m_viewport.resizeTo({visible.start, std::max(t, visible.start)});
        break;
    case Part::Whole:
        update();
        break;
    case Part::None:
        break;
    }
    m_last = t;
}

void Minimap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const bool isDrawn =
        m_held == Part::Whole && std::abs(pixelOf(m_last) - pixelOf(m_anchor)) >= shortestDrag;
    m_held = Part::None;
    if (isDrawn)
        m_viewport.zoomTo({std::min(m_anchor, m_last), std::max(m_anchor, m_last)});
    update();
    pointAt(event->position());
}

void Minimap::mouseDoubleClickEvent(QMouseEvent*)
{
    m_viewport.fit();
}

void Minimap::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    if (turn == 0)
        return event->ignore();
    m_viewport.zoomAt(timeAt(event->position().x()), std::pow(zoomPerNotch, turn / 120.0));
}

void Minimap::pointAt(QPointF position)
{
    switch (partAt(position)) {
    case Part::Start:
    case Part::End:
        return setCursor(Qt::SizeHorCursor);
    case Part::Box:
        return setCursor(Qt::OpenHandCursor);
    case Part::Whole:
        return setCursor(Qt::CrossCursor);
    case Part::None:
        return unsetCursor();
    }
}
