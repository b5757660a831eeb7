#include "app/timeline/navigationkeys.h"

#include "app/timeline/viewport.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace {

constexpr double zoomPerStep = 1.5;
constexpr int stepsPerView = 8;

enum class Intent { ZoomIn, ZoomOut, Earlier, Later, Fit, Start, End };

struct Binding {
    int key = 0;
    Intent intent{};
};

constexpr std::array bindings{
    Binding{Qt::Key_W, Intent::ZoomIn},      Binding{Qt::Key_Plus, Intent::ZoomIn},
    Binding{Qt::Key_Equal, Intent::ZoomIn},  Binding{Qt::Key_S, Intent::ZoomOut},
    Binding{Qt::Key_Minus, Intent::ZoomOut}, Binding{Qt::Key_Underscore, Intent::ZoomOut},
    Binding{Qt::Key_A, Intent::Earlier},     Binding{Qt::Key_Left, Intent::Earlier},
    Binding{Qt::Key_D, Intent::Later},       Binding{Qt::Key_Right, Intent::Later},
    Binding{Qt::Key_F, Intent::Fit},         Binding{Qt::Key_Home, Intent::Start},
    Binding{Qt::Key_End, Intent::End},
};

void carryOut(Viewport& viewport, Intent intent)
{
    const auto step = viewport.visible().length() / stepsPerView;
    switch (intent) {
    case Intent::ZoomIn:
        return zoomView(viewport, ZoomStep::In);
    case Intent::ZoomOut:
        return zoomView(viewport, ZoomStep::Out);
    case Intent::Earlier:
        return viewport.panBy(-step);
    case Intent::Later:
        return viewport.panBy(step);
    case Intent::Fit:
        return viewport.fit();
    case Intent::Start:
        return viewport.goToStart();
    case Intent::End:
        return viewport.goToEnd();
    }
}

bool drop(Viewport& viewport)
{
    if (viewport.selection())
        viewport.select({});
    else if (viewport.cursor())
        viewport.setPlayhead({});
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
    if (event.key() == Qt::Key_Escape)
        return drop(viewport);
    const auto binding = std::ranges::find(bindings, event.key(), &Binding::key);
    if (binding == bindings.end())
        return false;
    carryOut(viewport, binding->intent);
    return true;
}
