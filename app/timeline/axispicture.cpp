#include "app/timeline/axispicture.h"

#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/timelinestyle.h"
#include "app/timeline/timetext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// `rect` moved sideways so that it lies within `bounds`.
QRectF pushedInto(QRectF rect, const QRectF& bounds)
{
    if (rect.right() > bounds.right())
        rect.moveRight(bounds.right());
    if (rect.left() < bounds.left())
        rect.moveLeft(bounds.left());
    return rect;
}

QRectF labelRect(const QRectF& rect, double x, const QString& text, const QFont& font)
{
    const double width = std::ceil(textWidth(font, text)) + 2;
    return pushedInto({x - width / 2, rect.top(), width, rect.height()}, rect);
}

/// The time at the cursor.
struct Bubble {
    QString text;
    QRectF rect;
};

/// Nothing where `t` is out of sight.
std::optional<Bubble> bubbleAt(Nanoseconds t, const QRectF& rect, PlotSpan span, TimeRange visible,
                               const TimelineStyle& style)
{
    const double x = timeToPixel(t, visible, span.width);
    if (x < -1 || x > span.width + 1)
        return {};
    const double pad = 6 * style.unit;
    const QString text = timeText(t, timeFormatFor(visible, timePerPixel(visible, span.width)));
    const QRectF label = labelRect(rect, span.left + x, text, style.strong);
    return Bubble{text, pushedInto(label.adjusted(-pad, 2, pad, -2), rect)};
}

void paintBubble(QPainter& painter, const Bubble& bubble, const Theme& theme,
                 const TimelineStyle& style)
{
    const double radius = bubble.rect.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(bubble.rect, radius, radius);
    painter.setFont(style.strong);
    painter.setPen(theme.onAccent);
    drawWords(painter, bubble.rect, Qt::AlignCenter, bubble.text);
}

}  // namespace

std::vector<AxisTick> axisTicks(TimeRange visible, PlotSpan span, const TimelineStyle& style)
{
    const auto spacing = [&](Nanoseconds step) {
        const TimeFormat format = timeFormatFor(visible, step);
        return std::max(textWidth(style.label, timeText(visible.end, format)),
                        textWidth(style.label, timeText(visible.start, format))) +
               28 * style.unit;
    };
    auto step = tickStep(visible, span.width, 60 * style.unit);
    step = tickStep(visible, span.width, std::max(60 * style.unit, spacing(step)));
    const TimeFormat format = timeFormatFor(visible, step);
    std::vector<AxisTick> ticks;
    for (const auto t : ticksIn(visible, step))
        ticks.push_back(
            {std::round(span.left + timeToPixel(t, visible, span.width)), timeText(t, format)});
    return ticks;
}

void paintAxis(QPainter& painter, const QRectF& rect, PlotSpan span, TimeRange visible,
               std::optional<Nanoseconds> cursor, const Theme& theme, const TimelineStyle& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.label);
    painter.setPen(theme.mutedText);
    const auto bubble = cursor ? bubbleAt(*cursor, rect, span, visible, style) : std::nullopt;
    for (const AxisTick& tick : axisTicks(visible, span, style)) {
        const QRectF label = labelRect(rect, tick.x, tick.text, style.label);
        if (!bubble || !label.intersects(bubble->rect))  // half of a label reads as another time
            drawWords(painter, label, Qt::AlignCenter, tick.text);
    }
    if (bubble)
        paintBubble(painter, *bubble, theme, style);
    painter.restore();
}
