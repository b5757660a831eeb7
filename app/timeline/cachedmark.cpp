#include "app/timeline/cachedmark.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>

#include <cmath>
#include <map>
#include <tuple>

namespace {

constexpr double margin = 2;  ///< of what is drawn around a mark's box

QPixmap drawnMark(QSizeF size, double ratio,
                  const std::function<void(QPainter&, const QRectF&)>& draw)
{
    const QSizeF whole(size.width() + 2 * margin, size.height() + 2 * margin);
    QPixmap pixmap((whole * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    draw(painter, QRectF(QPointF(margin, margin), size));
    return pixmap;
}

}  // namespace

void drawCachedMark(QPainter& painter, const QRectF& box, const MarkKey& key,
                    const std::function<void(QPainter&, const QRectF&)>& draw)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.save();
        draw(painter, box);
        painter.restore();
        return;
    }
    using Key = std::tuple<const char*, unsigned int, QRgb, QRgb, int, double, double, double>;
    constexpr std::size_t most = 2048;
    static std::map<Key, QPixmap> marks;
    const double ratio = painter.device()->devicePixelRatioF();
    const Key known(key.name, key.number, key.ink.rgba(), key.ground.rgba(), key.font.pixelSize(),
                    box.width(), box.height(), ratio);
    auto mark = marks.find(known);
    if (mark == marks.end()) {
        if (marks.size() >= most)
            marks.clear();
        mark = marks.emplace(known, drawnMark(box.size(), ratio, draw)).first;
    }
    const QPointF corner = box.topLeft() - QPointF(margin, margin);
    painter.drawPixmap(
        QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio),
        mark->second);
}
