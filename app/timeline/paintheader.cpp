#include "app/timeline/paintheader.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// Of the room between the title and the figures.
constexpr double mostForOthers = 0.6;

double widthOf(const QString& text, const QFont& font)
{
    return std::ceil(textWidth(font, text)) + 1;
}

double chipWidth(const QString& verdict, const QString& detail, const TimelineStyle& style)
{
    const double between = detail.isEmpty() ? 0 : style.gap;
    return widthOf(verdict, style.strong) + between +
           (detail.isEmpty() ? 0 : widthOf(detail, style.detail)) + 2 * 10 * style.unit;
}

/// What a text and the gap before the next one need; nothing where there is none.
double roomFor(const QString& text, const TimelineStyle& style)
{
    return text.isEmpty() ? 0 : widthOf(text, style.strong) + style.gap;
}

/// Cuts the detail to the room between the title and the figures.
QString detailFor(const PanelText& text, double room, const TimelineStyle& style)
{
    if (text.detail.isEmpty() || chipWidth(text.verdict, text.detail, style) <= room)
        return text.detail;
    const double left = room - chipWidth(text.verdict, {}, style) - style.gap;
    const double usable = 60 * style.unit;
    return left < usable ? QString() : elidedText(style.detail, text.detail, Qt::ElideRight, left);
}

void paintChip(QPainter& painter, const HeaderLayout& layout, const PanelText& text,
               const Theme& theme, const TimelineStyle& style)
{
    const QRectF& chip = layout.chip;
    const QColor edge = text.isRunning ? theme.mutedText : theme.accent;
    const double half = style.outline / 2;
    painter.setPen(QPen(edge, style.outline));
    painter.setBrush(mixed(theme.card, theme.accent, text.isRunning ? 0 : 0.04));
    painter.drawRoundedRect(chip.adjusted(half, half, -half, -half), chip.height() / 2,
                            chip.height() / 2);
    const QRectF inside = chip.adjusted(10 * style.unit, 0, -10 * style.unit, 0);
    painter.setPen(edge);
    painter.setFont(style.strong);
    drawWords(painter, inside, Qt::AlignLeft | Qt::AlignVCenter, text.verdict);
    painter.setPen(theme.mutedText);
    painter.setFont(style.detail);
    drawWords(painter, inside, Qt::AlignRight | Qt::AlignVCenter, layout.detail);
}

/// The sentence, after it what the run came to, and in red what went wrong. What comes later is
/// more important: what comes before gives way.
void paintSentence(QPainter& painter, const QRectF& rect, const PanelText& text, const Theme& theme,
                   const TimelineStyle& style)
{
    QRectF rest = rect;
    const auto write = [&](const QString& words, double keepFree, const QFont& font,
                           const QColor& colour) {
        const double room = rest.width() - keepFree;
        if (words.isEmpty() || room < 30 * style.unit)
            return;
        const QString shown = elidedText(font, words, Qt::ElideRight, room);
        painter.setFont(font);
        painter.setPen(colour);
        drawWords(painter, rest, Qt::AlignLeft | Qt::AlignVCenter, shown);
        rest.setLeft(rest.left() + widthOf(shown, font) + style.gap);
    };
    const QString alarm = text.alarm();
    const double forAlarm = roomFor(alarm, style);
    write(text.sentence, forAlarm + roomFor(text.headline, style), style.detail, theme.mutedText);
    write(text.headline, forAlarm, style.strong, theme.text);
    write(alarm, 0, style.strong, theme.danger);
}

/// The wall time and the speedup, as wide in every panel.
HeaderLayout layOutFigures(const QRectF& rect, const PanelText& text, double gap,
                           const TimelineStyle& style)
{
    const double factor = std::max(widthOf(QStringLiteral("0.00×"), style.factor),
                                   widthOf(text.factor, style.factor));
    const double wall =
        std::max(widthOf(QStringLiteral("000 ms"), style.figure), widthOf(text.wall, style.figure));
    HeaderLayout layout;
    layout.factor = QRectF(rect.right() - factor, rect.top(), factor, rect.height());
    layout.wall = QRectF(layout.factor.left() - gap - wall, rect.top(), wall, rect.height());
    return layout;
}

}  // namespace

HeaderLayout layOutHeader(const QRectF& rect, const PanelText& text, const TimelineStyle& style)
{
    const double gap = 1.5 * style.gap;
    HeaderLayout layout = layOutFigures(rect, text, gap, style);
    const double title = std::min(widthOf(text.title, style.title),
                                  std::max(0.0, layout.wall.left() - rect.left() - gap));
    layout.title = QRectF(rect.left(), rect.top(), title, rect.height());

    const double from = layout.title.right() + gap;
    const double room = layout.wall.left() - gap - from;
    double right = layout.wall.left() - gap;
    if (!text.verdict.isEmpty() && chipWidth(text.verdict, {}, style) <= room) {
        // What the run came to is more than what its verdict rests on.
        const double others = roomFor(text.headline, style) + roomFor(text.alarm(), style);
        layout.detail = detailFor(text, room - std::min(others, room * mostForOthers), style);
        const double width = chipWidth(text.verdict, layout.detail, style);
        const double height = std::round(QFontMetricsF(style.strong).height() + 6 * style.unit);
        layout.chip =
            QRectF(right - width, std::round(rect.center().y() - height / 2), width, height);
        right = layout.chip.left() - gap;
    }
    // Too little of it says nothing; what came of it and what went wrong is said in any case.
    const bool saysMore =
        !text.problem.isEmpty() || !text.deadlock.isEmpty() || !text.headline.isEmpty();
    const double enough = style.isProjected ? 1 : 0.4;
    const double least = !saysMore ? enough * widthOf(text.sentence, style.detail) : 0;
    if (right - from > std::max(30 * style.unit, least))
        layout.sentence = QRectF(from, rect.top(), right - from, rect.height());
    return layout;
}

void paintHeader(QPainter& painter, const QRectF& rect, const PanelText& text, const Theme& theme,
                 const TimelineStyle& style)
{
    const HeaderLayout layout = layOutHeader(rect, text, style);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.text);
    painter.setFont(style.title);
    drawWords(painter, layout.title, Qt::AlignLeft | Qt::AlignVCenter,
              elidedText(style.title, text.title, Qt::ElideRight, layout.title.width()));
    painter.setFont(style.figure);
    drawWords(painter, layout.wall, Qt::AlignRight | Qt::AlignVCenter, text.wall);
    painter.setPen(theme.mutedText);
    painter.setFont(style.factor);
    drawWords(painter, layout.factor, Qt::AlignRight | Qt::AlignVCenter, text.factor);
    if (!layout.chip.isEmpty())
        paintChip(painter, layout, text, theme, style);
    if (!layout.sentence.isEmpty())
        paintSentence(painter, layout.sentence, text, theme, style);
    painter.restore();
}
