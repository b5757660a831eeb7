// How the boxes of an instant are painted.

#include "app/replay/instantpicture.h"
#include "app/theme/contrast.h"
#include "app/theme/paintpattern.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/timelinestyle.h"

#include <QPainter>

namespace {

void paintRounded(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& edge,
                  double line, double radius)
{
    const double half = line / 2;
    painter.setPen(QPen(edge, line));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void paintChip(QPainter& painter, const InstantChip& chip, const Theme& theme,
               const TimelineStyle& style)
{
    const bool isPlain = chip.kind == InstantChip::Kind::Plain;
    const bool isRunning = chip.kind == InstantChip::Kind::Running;
    const QColor hue = isPlain ? theme.border : theme.hueOf(chip.hue);
    const QColor fill = isRunning ? theme.pillOf(chip.hue)
                        : isPlain ? theme.track
                                  : theme.tintOf(chip.hue);
    paintRounded(painter, chip.rect, fill, hue, isPlain ? 1 : 1.5 * style.outline, 5 * style.unit);
    painter.setFont(style.strong);
    painter.setPen(isRunning ? textOn(fill) : isPlain ? theme.mutedText : theme.text);
    drawWords(painter, chip.rect, Qt::AlignHCenter | Qt::AlignVCenter, chip.text);
}

void paintReason(QPainter& painter, const InstantReason& reason, const Theme& theme,
                 const TimelineStyle& style)
{
    const double side = 12 * style.unit;
    QRectF swatch(reason.rect.left(), reason.rect.center().y() - side / 2, side, side);
    const StateLook& look = theme.lookOf(reason.state);
    painter.fillRect(swatch, look.fill);
    paintPattern(painter, patternRect(swatch, patternOf(reason.state)), patternOf(reason.state),
                 look.ink);
    painter.setPen(QPen(look.ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(style.small);
    painter.setPen(theme.text);
    drawWords(painter, reason.rect.adjusted(side + 4 * style.unit, 0, 0, 0),
              Qt::AlignLeft | Qt::AlignVCenter, reason.text);
}

}  // namespace

void paintInstant(QPainter& painter, const InstantPicture& picture, const Theme& theme,
                  const TimelineStyle& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const InstantBox& box : picture) {
        paintRounded(painter, box.rect, theme.card, theme.border, style.outline, style.radius);
        painter.setFont(style.small);
        painter.setPen(theme.mutedText);
        drawWords(painter, box.captionRect, Qt::AlignHCenter | Qt::AlignVCenter, box.caption);
        for (const InstantChip& chip : box.chips)
            paintChip(painter, chip, theme, style);
        for (const InstantReason& reason : box.reasons)
            paintReason(painter, reason, theme, style);
    }
}
