#include "app/timeline/panelcache.h"

#include "app/theme/theme.h"
#include "app/timeline/paintpanel.h"
#include "app/timeline/picturechange.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace {

/// Whether all is alike that does not lie along the time axis, save the head.
bool haveSameFrame(const PanelPicture& before, const PanelPicture& after)
{
    return before.layout == after.layout && before.labels == after.labels &&
           before.processes == after.processes && before.colourBy == after.colourBy;
}

/// All that lies along the time axis between two pixels, with what stands out of its right end.
QRect plotArea(const PanelLayout& layout, double left, double right, const TimelineStyle& style)
{
    // Its corners are round.
    right = std::min(right, layout.card.right() - std::ceil(std::max(style.outline, style.radius)));
    return QRectF(left, layout.plot.top() - 1, right - left, layout.plot.height() + 3)
        .toAlignedRect();
}

/// All of it, from the labels on.
QRect wholePlot(const PanelLayout& layout, const TimelineStyle& style)
{
    return plotArea(layout, layout.labels.right(), layout.card.right(), style);
}

}  // namespace

QRegion PanelCache::show(PanelPicture picture, const Ground& ground, const Theme& theme,
                         const TimelineStyle& style)
{
    // Parts can be painted alone only where they end between pixels.
    const bool isWhole = ground.ratio == std::round(ground.ratio);
    const bool isAll = ground != m_ground || !isWhole || !haveSameFrame(m_picture, picture);
    const bool hasHead = m_picture.text != picture.text;
    const bool isKept = isAll || !picture.isMoving;
    const auto column = isAll                               ? std::nullopt
                        : !isKept || !m_unpainted.isEmpty() ? std::optional(0)
                                                            : firstChange(m_picture, picture);
    const double drawnBefore = std::exchange(m_drawnUntil, drawnUntil(picture));
    m_picture = std::move(picture);
    m_ground = ground;
    if (isAll)
        return paintAll(theme, style);
    QRegion changed;
    if (hasHead)
        changed |= paintHead(theme, style);
    m_unpainted = isKept ? QRect() : wholePlot(m_picture.layout, style);
    changed |= m_unpainted;
    if (column && isKept)
        changed |= paintPlot(*column, std::max(drawnBefore, m_drawnUntil), theme, style);
    return changed;
}

void PanelCache::paint(QPainter& painter, const QRect& part, const Theme& theme,
                       const TimelineStyle& style) const
{
    for (const QRect& rest : QRegion(part).subtracted(m_unpainted))
        copy(painter, rest);
    const QRect plot = part & m_unpainted;
    if (plot.isEmpty())
        return;
    painter.setClipRect(plot);
    painter.fillRect(plot, theme.card);
    paintPanelPlot(painter, m_picture, theme, style);
    painter.setClipRect(part);
}

void PanelCache::copy(QPainter& painter, const QRect& part) const
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
    m_unpainted = QRect();
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

QRect PanelCache::paintPlot(double first, double last, const Theme& theme,
                            const TimelineStyle& style)
{
    const PanelLayout& layout = m_picture.layout;
    const double outOfPlace = std::ceil(12 * style.unit);  // that marks at an end reach beside it
    const auto pixelOf = [&](double column) {
        return layout.plot.left() + column * m_picture.pixelsPerColumn;
    };
    // From the first column on, other lines of the grid may be there, too.
    const double left = std::max(layout.labels.right(), pixelOf(first) - outOfPlace);
    const double right = pixelOf(last) + outOfPlace + style.shortestBar;
    const QRect area = first > 0 ? plotArea(layout, left, right, style) : wholePlot(layout, style);
    QPainter painter(&m_image);
    painter.setClipRect(area);
    painter.fillRect(area, theme.card);
    paintPanelPlot(painter, m_picture, theme, style);
    return area;
}
