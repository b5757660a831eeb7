#include "app/timeline/paintpanel.h"

#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/ghostpicture.h"
#include "app/timeline/paintheader.h"
#include "app/timeline/paintrow.h"
#include "app/timeline/panelpicture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

void paintCard(QPainter& painter, const QRectF& card, const Theme& theme,
               const TimelineStyle& style)
{
    const double half = style.outline / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, style.outline));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(card.adjusted(half, half, -half, -half), style.radius, style.radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintGrid(QPainter& painter, const PanelPicture& picture, const Theme& theme)
{
    const PanelLayout& layout = picture.layout;
    for (const AxisTick& tick : picture.ticks)
        painter.fillRect(QRectF(tick.x, layout.plot.top(), 1, layout.plot.height()), theme.grid);
    for (std::size_t row = 1; row <= picture.rows.size(); ++row) {
        const double y = layout.rows.top() + static_cast<double>(row) * layout.rowPitch;
        painter.fillRect(QRectF(layout.plot.left(), y, layout.plot.width(), 1), theme.grid);
    }
}

void paintLabel(QPainter& painter, const QRectF& labels, const QRectF& beside, const QString& text,
                const QFont& font)
{
    const QRectF rect(labels.left(), beside.top(), labels.width(), beside.height());
    const QString shown = elidedText(font, text, Qt::ElideMiddle, rect.width());
    painter.setFont(font);
    drawWords(painter, rect, Qt::AlignRight | Qt::AlignVCenter, shown);
}

void paintLabels(QPainter& painter, const PanelPicture& picture, const TimelineStyle& style)
{
    const PanelLayout& layout = picture.layout;
    QFont font = style.label;
    const int highest = std::max(1, static_cast<int>(layout.rowPitch * 0.8));
    font.setPixelSize(std::min(font.pixelSize(), highest));
    for (std::size_t row = 0; row < picture.labels.size(); ++row)
        paintLabel(painter, layout.labels, layout.barRect(row), picture.labels[row], font);
    for (const auto& [strip, rect] : {std::pair(&picture.inProgress, layout.inProgress),
                                      std::pair(&picture.running, layout.running)})
        paintLabel(painter, layout.labels, rect, strip->label, style.small);
}

/// Brackets beside the labels of the threads of one process.
void paintProcesses(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style)
{
    const PanelLayout& layout = picture.layout;
    const double gap = layout.plot.left() - layout.labels.right();
    const double x = std::round(layout.labels.right() + gap / 3);
    const double arm = std::max(2.0, std::round(gap / 3));
    for (const ProcessRows& rows : picture.processes) {
        const double top = layout.barRect(rows.first).top();
        const double bottom = layout.barRect(rows.last).bottom();
        const double line = style.outline;
        painter.fillRect(QRectF(x, top, line, bottom - top), theme.mutedText);
        painter.fillRect(QRectF(x, top, arm, line), theme.mutedText);
        painter.fillRect(QRectF(x, bottom - line, arm, line), theme.mutedText);
    }
}

}  // namespace

void paintPanelFrame(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                     const TimelineStyle& style)
{
    paintCard(painter, picture.layout.card, theme, style);
    painter.setPen(theme.mutedText);
    paintLabels(painter, picture, style);
}

void paintPanelHead(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style)
{
    paintHeader(painter, picture.layout.header, picture.text, theme, style);
}

void paintPanelPlot(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style)
{
    paintGrid(painter, picture, theme);
    paintProcesses(painter, picture, theme, style);
    const RowPaint paint{theme, style, picture.colourBy, picture.pixelsPerColumn, picture.isMoving};
    for (std::size_t row = 0; row < picture.rows.size(); ++row)
        paintRow(painter, picture.rows[row], picture.layout.barRect(row), paint);
    paintGhosts(painter, picture, theme, style);
    for (const CirclePicture& circle : picture.circles)
        paintCircle(painter, circle, picture.layout, picture.pixelsPerColumn, theme, style);
    paintStrip(painter, picture.inProgress, picture.layout.inProgress, picture.pixelsPerColumn,
               theme, style);
    paintStrip(painter, picture.running, picture.layout.running, picture.pixelsPerColumn, theme,
               style);
}

void paintPanel(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                const TimelineStyle& style)
{
    painter.save();
    paintPanelFrame(painter, picture, theme, style);
    paintPanelHead(painter, picture, theme, style);
    paintPanelPlot(painter, picture, theme, style);
    painter.restore();
}
