#include "app/timeline/navigationkeys.h"

#include "app/timeline/viewport.h"

#include <QKeyEvent>

namespace {

constexpr double zoomPerStep = 1.5;
constexpr int stepsPerView = 8;

bool drop(Viewport& viewport)
{
    if (viewport.selection())
        viewport.select({});
    else if (viewport.cursor())
        viewport.showCursor({});
    else
        return false;
    return true;
}

}  // namespace

void zoomView(Viewport& viewport, ZoomStep step)
{
    const TimeRange visible = viewport.visible();
    const auto middle = visible.start + visible.length() / 2;
    const auto cursor = viewport.cursor().value_or(middle);
    viewport.zoomAt(visible.contains(cursor) ? cursor : middle,
                    step == ZoomStep::In ? zoomPerStep : 1 / zoomPerStep);
}

bool applyNavigationKey(Viewport& viewport, const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto step = viewport.visible().length() / stepsPerView;
    switch (event.key()) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomView(viewport, ZoomStep::In);
        return true;
    case Qt::Key_S:
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        zoomView(viewport, ZoomStep::Out);
        return true;
    case Qt::Key_A:
    case Qt::Key_Left:
        viewport.panBy(-step);
        return true;
    case Qt::Key_D:
    case Qt::Key_Right:
        viewport.panBy(step);
        return true;
    case Qt::Key_F:
        viewport.fit();
        return true;
    case Qt::Key_Home:
        viewport.goToStart();
        return true;
    case Qt::Key_End:
        viewport.goToEnd();
        return true;
    case Qt::Key_Escape:
        return drop(viewport);
    default:
        return false;
    }
}
