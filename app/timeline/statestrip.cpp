#include "app/timeline/statestrip.h"

#include "app/theme/paintpattern.h"
#include "app/theme/patternlines.h"

#include <QPainter>

#include <cmath>
#include <map>
#include <tuple>

namespace {

/// So many periods come out even at all scales in steps of a quarter.
constexpr int periods = 4;

QImage drawnStrip(const StateShade& shade, const StripPlace& place, double phase)
{
    const QSize size(static_cast<int>(std::lround(periods * patternPitch * place.ratio)),
                     static_cast<int>(std::lround(place.height * place.ratio)));
    QImage strip(size, QImage::Format_ARGB32_Premultiplied);
    strip.setDevicePixelRatio(place.ratio);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    painter.translate(0, -phase);
    // Lines that cross the edges of the strip go on in the next.
    const QRectF rect(-patternPitch, phase, (periods + 2) * patternPitch, place.height);
    if (shade.fill.isValid())
        painter.fillRect(rect, shade.fill);
    paintPattern(painter, rect, shade.pattern, shade.ink);
    return strip;
}

}  // namespace

const QImage& stateStrip(const StateShade& shade, const StripPlace& place)
{
    using Key = std::tuple<Pattern, QRgb, QRgb, double, double, double>;
    constexpr std::size_t most = 1024;
    static std::map<Key, QImage> strips;
    const double phase = std::fmod(place.top, patternPitch);
    const QRgb fill = shade.fill.isValid() ? shade.fill.rgba() : QRgb{};
    const Key key(shade.pattern, fill, shade.ink.rgba(), phase, place.height, place.ratio);
    if (const auto known = strips.find(key); known != strips.end())
        return known->second;
    if (strips.size() >= most)
        strips.clear();
    return strips.emplace(key, drawnStrip(shade, place, phase)).first->second;
}
