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

void paintBubble(QPainter& painter, const QRectF& rect, double x, const QString& text,
                 const Theme& theme, const TimelineStyle& style)
{
    const double pad = 6 * style.unit;
    const QRectF label = labelRect(rect, x, text, style.strong);
    const QRectF bubble = pushedInto(label.adjusted(-pad, 2, pad, -2), rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(bubble, bubble.height() / 2, bubble.height() / 2);
    painter.setFont(style.strong);
    painter.setPen(theme.onAccent);
    drawWords(painter, bubble, Qt::AlignCenter, text);
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
    for (const AxisTick& tick : axisTicks(visible, span, style))
        drawWords(painter, labelRect(rect, tick.x, tick.text, style.label), Qt::AlignCenter,
                  tick.text);
    if (cursor) {
        const double x = span.left + timeToPixel(*cursor, visible, span.width);
        const auto format = timeFormatFor(visible, timePerPixel(visible, span.width));
        if (x >= span.left - 1 && x <= span.left + span.width + 1)
            paintBubble(painter, rect, x, timeText(*cursor, format), theme, style);
    }
    painter.restore();
}
