#include "app/timeline/paintoverlay.h"

#include "app/theme/theme.h"
#include "app/timeline/panellayout.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// The text in as many columns as the height allows.
struct TotalsBox {
    QRectF rect;
    int linesPerColumn = 1;
    double columnWidth = 0;
    double lineHeight = 0;
};

/// Where a box of this width begins, clear of the pointer: right of the range, else left of it,
/// else in its middle, else at an end of the plot.
double besideRange(double width, const QRectF& plot, SelectedRange range)
{
    constexpr double distance = 6;
    const auto [left, right, pointer] = range;
    const double middle = std::clamp((left + right - width) / 2, plot.left(),
                                     std::max(plot.left(), plot.right() - width));
    for (const double x :
         {right + distance, left - distance - width, middle, plot.left(), plot.right() - width}) {
        const bool isPointedAt = pointer >= x - distance && pointer <= x + width + distance;
        if (x >= plot.left() && x + width <= plot.right() && !isPointedAt)
            return x;
    }
    return middle;
}

TotalsBox layOutTotals(const QStringList& lines, const PanelLayout& layout, SelectedRange range,
                       const TimelineStyle& style)
{
    const QFontMetricsF metrics(style.label);
    const double pad = style.gap;
    TotalsBox box;
    box.lineHeight = metrics.height();
    const double room = layout.plot.height() - 2 * pad;
    box.linesPerColumn =
        std::clamp(static_cast<int>(room / box.lineHeight), 1, static_cast<int>(lines.size()));
    for (const QString& line : lines)
        box.columnWidth = std::max(box.columnWidth, metrics.horizontalAdvance(line) + 2 * pad);
    const auto columns = std::ceil(static_cast<double>(lines.size()) / box.linesPerColumn);
    box.rect = QRectF(0, 0, columns * box.columnWidth, box.linesPerColumn * box.lineHeight + pad);
    box.rect.moveCenter(layout.plot.center());
    box.rect.moveLeft(besideRange(box.rect.width(), layout.plot, range));
    return box;
}

void paintTotals(QPainter& painter, const QStringList& lines, const TotalsBox& box,
                 const OverlayPaint& paint)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = paint.theme.card;
    ground.setAlphaF(0.94F);
    painter.setPen(QPen(paint.theme.accent, paint.style.outline));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.rect, 6, 6);
    painter.setFont(paint.style.label);
    painter.setPen(paint.theme.text);
    for (int i = 0; i < lines.size(); ++i) {
        const QPointF corner(
            box.rect.left() + paint.style.gap + i / box.linesPerColumn * box.columnWidth,
            box.rect.top() + paint.style.gap / 2 + i % box.linesPerColumn * box.lineHeight);
        painter.drawText(QRectF(corner, QSizeF(box.columnWidth, box.lineHeight)),
                         Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
    }
}

}  // namespace

void paintCursor(QPainter& painter, const PanelLayout& layout, double x, const OverlayPaint& paint)
{
    const QRectF plot = layout.plot;
    if (x < plot.left() || x > plot.right())
        return;
    const double width = std::max(1.0, std::round(1.5 * paint.style.unit));
    painter.fillRect(QRectF(std::floor(x), plot.top() - 2, width, plot.height() + 2),
                     paint.theme.accent);
}

void paintSelectedRange(QPainter& painter, const PanelLayout& layout, SelectedRange range,
                        const QStringList& lines, const OverlayPaint& paint)
{
    const QRectF plot = layout.plot;
    range.left = std::clamp(range.left, plot.left(), plot.right());
    range.right = std::clamp(range.right, plot.left(), plot.right());
    painter.save();
    QColor wash = paint.theme.accent;
    wash.setAlphaF(0.14F);
    painter.fillRect(QRectF(range.left, plot.top(), range.right - range.left, plot.height()), wash);
    for (const double x : {range.left, range.right})
        painter.fillRect(QRectF(std::floor(x), plot.top(), 1, plot.height()), paint.theme.accent);
    if (!lines.isEmpty())
        paintTotals(painter, lines, layOutTotals(lines, layout, range, paint.style), paint);
    painter.restore();
}

void paintMarkedRow(QPainter& painter, const PanelLayout& layout, std::size_t row,
                    const OverlayPaint& paint)
{
    QRectF rect = layout.rowRect(row);
    rect.setLeft(layout.labels.left());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(paint.theme.accent, paint.style.outline));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-4.5, 0.5, 2.5, -0.5), 4, 4);
    painter.restore();
}

void paintExpectedEnd(QPainter& painter, const PanelLayout& layout, double x, const QString& words,
                      const OverlayPaint& paint)
{
    const QRectF plot = layout.plot;
    if (x < plot.left() || x > plot.right() + 1)
        return;  // it ends beside what is seen
    const double end = std::min(x, plot.right());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor wash = paint.theme.accent;
    wash.setAlphaF(0.08F);
    const double line = std::max(2.0, 2 * paint.style.unit);
    painter.fillRect(QRectF(plot.topLeft(), QPointF(end, plot.bottom())), wash);
    painter.setPen(QPen(paint.theme.accent, line, Qt::DashLine));
    painter.drawLine(QPointF(end, plot.top()), QPointF(end, plot.bottom()));
    const QFontMetricsF metrics(paint.style.label);
    const QSizeF size(metrics.horizontalAdvance(words) + 2 * paint.style.gap, metrics.height());
    QRectF box(QPointF(end + line, plot.bottom() - size.height()), size);
    if (box.right() > plot.right())
        box.moveRight(end - line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paint.theme.accent);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(paint.theme.onAccent);
    painter.setFont(paint.style.label);
    painter.drawText(box, Qt::AlignCenter, words);
    painter.restore();
}

void paintFocus(QPainter& painter, const PanelLayout& layout, const OverlayPaint& paint)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(paint.theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(layout.card.adjusted(1, 1, -1, -1), paint.style.radius,
                            paint.style.radius);
    painter.restore();
}
