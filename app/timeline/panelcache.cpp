#include "app/timeline/panelcache.h"

#include "app/theme/theme.h"
#include "app/timeline/paintpanel.h"
#include "app/timeline/picturechange.h"

#include <QPainter>

#include <cmath>

namespace {

/// Whether all is alike that does not lie along the time axis, save the head.
bool haveSameFrame(const PanelPicture& before, const PanelPicture& after)
{
    return before.layout == after.layout && before.labels == after.labels &&
           before.processes == after.processes && before.colourBy == after.colourBy;
}

/// All that lies along the time axis, from `left` on, with what stands out of its right end.
QRect plotArea(const PanelLayout& layout, double left, const TimelineStyle& style)
{
    // Its corners are round.
    const double right = layout.card.right() - std::ceil(std::max(style.outline, style.radius));
    return QRectF(left, layout.plot.top() - 1, right - left, layout.plot.height() + 3)
        .toAlignedRect();
}

}  // namespace

QRegion PanelCache::show(PanelPicture picture, const Ground& ground, const Theme& theme,
                         const TimelineStyle& style)
{
    // Parts can be painted alone only where they end between pixels.
    const bool isWhole = ground.ratio == std::round(ground.ratio);
    const bool isAll = ground != m_ground || !isWhole || !haveSameFrame(m_picture, picture);
    const bool hasHead = m_picture.text != picture.text;
    const auto column = isAll ? std::nullopt : firstChange(m_picture, picture);
    m_picture = std::move(picture);
    m_ground = ground;
    if (isAll)
        return paintAll(theme, style);
    QRegion changed;
    if (hasHead)
        changed |= paintHead(theme, style);
    if (column)
        changed |= paintPlotFrom(*column, theme, style);
    return changed;
}

void PanelCache::paint(QPainter& painter, const QRect& part) const
{
    const double ratio = m_ground.ratio;
    const QRect shown = part & QRect(QPoint(), m_ground.size);
    if (ratio != 1) {
        const QRectF area = shown;
        painter.drawImage(area, m_image, QRectF(area.topLeft() * ratio, area.size() * ratio));
        return;
    }
    if (shown.isEmpty())
        return;
    // An image of its own is copied at once; a part of one would go through threads, too.
    const QImage piece(m_image.constScanLine(shown.top()) +
                           static_cast<qsizetype>(shown.left()) * m_image.depth() / 8,
                       shown.width(), shown.height(), m_image.bytesPerLine(), m_image.format());
    painter.drawImage(shown.topLeft(), piece);
}

QRect PanelCache::paintAll(const Theme& theme, const TimelineStyle& style)
{
    const QSize size = (QSizeF(m_ground.size) * m_ground.ratio).toSize();
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(m_ground.ratio);
    m_image.fill(theme.ground);
    QPainter painter(&m_image);
    paintPanel(painter, m_picture, theme, style);
    return QRect(QPoint(), m_ground.size);
}

QRect PanelCache::paintHead(const Theme& theme, const TimelineStyle& style)
{
    const PanelLayout& layout = m_picture.layout;
    const double edge = std::ceil(style.outline);
    const QRect area =
        (layout.header & layout.card.adjusted(edge, edge, -edge, -edge)).toAlignedRect();
    QPainter painter(&m_image);
    painter.setClipRect(area);
    painter.fillRect(area, theme.card);
    paintPanelHead(painter, m_picture, theme, style);
    return area;
}

QRect PanelCache::paintPlotFrom(int column, const Theme& theme, const TimelineStyle& style)
{
    const PanelLayout& layout = m_picture.layout;
    constexpr double outOfPlace = 12;  // pixels that marks at an end reach to its left
    const double x = layout.plot.left() + column * m_picture.pixelsPerColumn;
    const double left =
        column > 0 ? std::max(layout.labels.right(), x - std::ceil(outOfPlace * style.unit))
                   : layout.labels.right();
    const QRect area = plotArea(layout, left, style);
    QPainter painter(&m_image);
    painter.setClipRect(area);
    painter.fillRect(area, theme.card);
    paintPanelPlot(painter, m_picture, theme, style);
    return area;
}
