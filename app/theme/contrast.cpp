#include "app/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

}  // namespace

double luminance(const QColor& colour)
{
    const auto of = [](float channel) { return linear(static_cast<double>(channel)); };
    return 0.2126 * of(colour.redF()) + 0.7152 * of(colour.greenF()) + 0.0722 * of(colour.blueF());
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const auto [dark, bright] = std::minmax({luminance(one), luminance(other)});
    return (bright + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()),
            mix(under.blue(), over.blue())};
}

QColor textOn(const QColor& ground)
{
    const QColor dark(0x11, 0x13, 0x18);
    const QColor light(Qt::white);
    return contrastRatio(dark, ground) > contrastRatio(light, ground) ? dark : light;
}

QColor groundForText(const QColor& colour, double ratio)
{
    constexpr int steps = 50;
    const QColor away = luminance(textOn(colour)) > 0.5 ? QColor(Qt::black) : QColor(Qt::white);
    for (int step = 0; step <= steps; ++step) {
        const QColor ground = mixed(colour, away, static_cast<double>(step) / steps);
        if (contrastRatio(textOn(ground), ground) >= ratio)
            return ground;
    }
    return away;
}
