#include "app/timeline/paintstate.h"

#include "app/theme/contrast.h"
#include "app/theme/paintpattern.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedmark.h"
#include "app/timeline/timelinestyle.h"

#include <QPainter>

#include <cmath>

namespace {

/// In less width than this, in pixels, or than two columns, a pattern is drawn as the shade it has
/// from afar.
constexpr double narrowestPattern = 3.5;
/// The same while the view moves, where patterns would only flicker.
constexpr double narrowestInMotion = 24;
constexpr float patternShade = 0.22F;
constexpr float unseenShade = 0.4F;  ///< its lines come in pairs

constexpr double padlockWidth = 14;
constexpr double lowestPadlock = 10;

QColor inkOf(WorkState state, TaskId task, const RowPaint& paint)
{
    const bool byState = paint.colourBy == ColourBy::State || state == WorkState::Unseen;
    return byState ? paint.theme.lookOf(state).ink : paint.theme.hueOf(task);
}

}  // namespace

bool isNarrow(double columns, const RowPaint& paint)
{
    const double width = columns * paint.pixelsPerColumn;
    if (paint.isMoving)
        return width < narrowestInMotion;
    return width < std::max(narrowestPattern, 2 * paint.pixelsPerColumn);
}

QColor narrowShade(WorkState state, TaskId task, const RowPaint& paint)
{
    const bool isUnseen = state == WorkState::Unseen;
    QColor ink = inkOf(state, task, paint);
    if (paint.colourBy == ColourBy::State) {
        const QColor fill = paint.theme.lookOf(state).fill;
        return isUnseen ? mixed(fill, ink, unseenShade) : fill;  // its fill says it all
    }
    ink.setAlphaF(isUnseen ? unseenShade : patternShade);
    return ink;
}

StateShade shadeOf(WorkState state, TaskId task, const RowPaint& paint)
{
    StateShade shade{patternOf(state), {}, inkOf(state, task, paint)};
    if (paint.colourBy == ColourBy::State)
        shade.fill = paint.theme.lookOf(state).fill;
    return shade;
}

void paintState(QPainter& painter, const QRectF& rect, WorkState state, TaskId task,
                const RowPaint& paint)
{
    if (state == WorkState::NotKnown)
        return;
    const StateShade shade = shadeOf(state, task, paint);
    const QRectF at = patternRect(rect, shade.pattern);
    if (isNarrow(rect.width() / paint.pixelsPerColumn, paint)) {
        painter.fillRect(at, narrowShade(state, task, paint));
        return;
    }
    if (shade.fill.isValid())
        painter.fillRect(at, shade.fill);
    paintPattern(painter, at, shade.pattern, shade.ink, paint.style.patternUnit);
    paintPadlockOf(painter, rect, state, task, paint);
}

void paintPadlockOf(QPainter& painter, const QRectF& rect, WorkState state, TaskId task,
                    const RowPaint& paint)
{
    const double scale = paint.style.patternUnit;
    const double width = padlockWidth * scale;
    if (state != WorkState::Lock || rect.width() < width || rect.height() < lowestPadlock * scale)
        return;
    const StateShade shade = shadeOf(state, task, paint);
    const QColor ground = shade.fill.isValid() ? shade.fill : paint.theme.tintOf(task);
    const QRectF within = rect.adjusted(0, 1, 0, -1);
    // As small as it can be, so that it is the same picture in spans of every length.
    const QPointF corner(std::floor(within.center().x() - width / 2), within.top());
    const QRectF box(corner, QSizeF(width, within.height()));
    drawCachedMark(
        painter, box, {"padlock", 0, shade.ink, ground, {}},
        [&](QPainter& on, const QRectF& at) { paintPadlock(on, at, shade.ink, ground, scale); });
}
