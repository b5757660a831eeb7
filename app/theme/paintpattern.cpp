#include "app/theme/paintpattern.h"

#include "app/theme/patternlines.h"

#include <QBrush>
#include <QColor>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <unordered_map>

namespace {

constexpr double dotRadius = 1.7;

void paintExactly(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& ink)
{
    const double width = patternLineWidth(pattern, rect.height());
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
    for (const QLineF& line : patternLines(rect, pattern))
        painter.drawLine(line);
    if (pattern != Pattern::Dots)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPointF& dot : patternDots(rect))
        painter.drawEllipse(dot, dotRadius, dotRadius);
}

/// One period of a pattern, for a device with `ratio` pixels to the logical pixel.
QImage tileOf(Pattern pattern, const QColor& ink, double ratio)
{
    const int pixels = std::max(patternPitch, static_cast<int>(std::lround(patternPitch * ratio)));
    QImage tile(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(pixels) / patternPitch,
                  static_cast<double>(pixels) / patternPitch);
    const double margin = patternPitch;  // lines that cross the edge of the tile
    paintExactly(painter,
                 QRectF(-margin, -margin, patternPitch + 2 * margin, patternPitch + 2 * margin),
                 pattern, ink);
    return tile;
}

/// What a tile depends on, in one number.
quint64 keyOf(Pattern pattern, const QColor& ink, double ratio)
{
    return (static_cast<quint64>(ink.rgba()) << 32) |
           (static_cast<quint64>(std::lround(ratio * 64)) << 8) | static_cast<quint64>(pattern);
}

QBrush brushOf(const QImage& tile)
{
    QBrush brush(tile);
    const double scale = static_cast<double>(patternPitch) / tile.width();
    if (scale != 1)
        brush.setTransform(QTransform::fromScale(scale, scale));
    return brush;
}

/// Tiles are made once for each colour; the GUI thread is the only one that paints.
const QBrush& tileBrush(Pattern pattern, const QColor& ink, double ratio)
{
    constexpr std::size_t most = 256;
    static std::unordered_map<quint64, QBrush> brushes;
    const quint64 key = keyOf(pattern, ink, ratio);
    if (const auto known = brushes.find(key); known != brushes.end())
        return known->second;
    if (brushes.size() >= most)
        brushes.clear();
    return brushes.emplace(key, brushOf(tileOf(pattern, ink, ratio))).first->second;
}

/// `ratio` is how many pixels the pattern's unit takes.
void paintUsualPattern(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& ink,
                       double ratio)
{
    const bool needsLines =
        pattern == Pattern::ThinLine || pattern == Pattern::Dashes || pattern == Pattern::Band;
    if (pattern == Pattern::None || rect.isEmpty())
        return;
    if (pattern == Pattern::Solid) {
        painter.fillRect(rect, ink);
        return;
    }
    if (!needsLines && painter.paintEngine()->type() == QPaintEngine::Raster) {
        painter.fillRect(rect, tileBrush(pattern, ink, ratio));
        return;
    }
    painter.save();
    paintExactly(painter, rect, pattern, ink);
    painter.restore();
}

}  // namespace

QRectF patternRect(const QRectF& bar, Pattern pattern)
{
    if (pattern != Pattern::Dots)
        return bar;
    const double height = std::max(1.0, std::round(bar.height() / 2));
    return {bar.left(), bar.top() + std::floor((bar.height() - height) / 2), bar.width(), height};
}

void paintPattern(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& ink,
                  double scale)
{
    if (scale == 1)
        return paintUsualPattern(painter, rect, pattern, ink,
                                 painter.device()->devicePixelRatioF());
    painter.save();
    painter.scale(scale, scale);
    paintUsualPattern(painter, {rect.topLeft() / scale, rect.size() / scale}, pattern, ink,
                      painter.device()->devicePixelRatioF() * scale);
    painter.restore();
}

void paintPadlock(QPainter& painter, const QRectF& rect, const QColor& ink, const QColor& ground,
                  double scale)
{
    const double height = std::min(rect.height(), 14.0 * scale);
    const double width = height * 0.72;
    const QPointF corner = rect.center() - QPointF(width / 2, height / 2);
    const QRectF body(corner.x(), corner.y() + height * 0.45, width, height * 0.55);
    QPainterPath shackle;
    const QRectF arc(corner.x() + width * 0.2, corner.y() + height * 0.08, width * 0.6,
                     height * 0.7);
    shackle.arcMoveTo(arc, 0);
    shackle.arcTo(arc, 0, 180);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(corner, QSizeF(width, height)).adjusted(-2, -1, 2, 1), 2, 2);
    painter.strokePath(shackle, QPen(ink, height * 0.13));
    painter.setBrush(ink);
    painter.drawRoundedRect(body, 1, 1);
    painter.restore();
}
