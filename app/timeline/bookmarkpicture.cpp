#include "app/timeline/bookmarkpicture.h"

#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/panellayout.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr double flagWidth = 10;
constexpr double flagHeight = 8;
constexpr double longestNote = 200;

/// The note of a flag beside its line, within the plot.
QRectF noteRect(const BookmarkFlag& flag, const QString& text, const QRectF& plot,
                const TimelineStyle& style)
{
    const double width = std::ceil(textWidth(style.small, text)) + 10 * style.unit;
    const double height = std::ceil(QFontMetricsF(style.small).height()) + 2;
    const double left = flag.x + width <= plot.right() ? flag.x : flag.x - width;
    return {left, plot.top(), width, height};
}

void paintNote(QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme,
               const TimelineStyle& style)
{
    painter.fillRect(rect, theme.text);
    painter.setFont(style.small);
    painter.setPen(theme.card);
    drawWords(painter, rect, Qt::AlignCenter, text);
}

}  // namespace

QRectF flagRect(const QRectF& rect, double x, const TimelineStyle& style)
{
    return {x - 3, rect.top(), flagWidth * style.unit + 5, flagHeight * style.unit + 4};
}

void paintFlag(QPainter& painter, const QRectF& rect, double x, const Theme& theme,
               const TimelineStyle& style)
{
    const double left = std::floor(x);
    const double width = flagWidth * style.unit;
    const double height = flagHeight * style.unit;
    const QPolygonF cloth{QPointF(left, rect.top()), QPointF(left + width, rect.top() + height / 2),
                          QPointF(left, rect.top() + height)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.ground, 1));
    painter.setBrush(theme.text);
    painter.drawPolygon(cloth);
    painter.restore();
}

void paintBookmarks(QPainter& painter, const PanelLayout& layout,
                    const std::vector<BookmarkFlag>& flags, const Theme& theme,
                    const TimelineStyle& style)
{
    const QRectF plot = layout.plot;
    double free = plot.left();
    painter.save();
    for (const BookmarkFlag& flag : flags) {
        if (flag.x < plot.left() || flag.x > plot.right())
            continue;
        const double x = std::floor(flag.x);
        painter.setPen(QPen(theme.text, style.outline, Qt::DashLine));
        painter.drawLine(QPointF(x + 0.5, plot.top()), QPointF(x + 0.5, plot.bottom()));
        if (flag.note.isEmpty())
            continue;
        const QString text =
            elidedText(style.small, flag.note, Qt::ElideRight, longestNote * style.unit);
        const QRectF rect = noteRect(flag, text, plot, style);
        if (rect.left() < free)
            continue;
        paintNote(painter, rect, text, theme, style);
        free = rect.right() + 4;
    }
    painter.restore();
}
