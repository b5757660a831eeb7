#include "app/timeline/timelinestyle.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

QFont sized(const QFont& base, double pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = base;
    font.setPixelSize(std::max(8, static_cast<int>(std::lround(pixels))));
    font.setWeight(weight);
    return font;
}

}  // namespace

double pixelSizeOf(const QFont& font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

TimelineStyle timelineStyle(const QFont& base, double outline)
{
    const double pixels = pixelSizeOf(base);
    TimelineStyle style;
    style.unit = pixels / 13;
    style.title = sized(base, pixels * 1.15, QFont::Bold);
    style.detail = sized(base, pixels * 0.94);
    style.strong = sized(base, pixels * 0.94, QFont::DemiBold);
    style.figure = sized(base, pixels * 1.5, QFont::Bold);
    style.factor = sized(base, pixels * 1.23);
    style.label = sized(base, pixels * 0.94);
    style.legend = style.label;
    style.small = sized(base, pixels * 0.82);
    style.legendUnit = style.unit;
    for (double TimelineStyle::*const size :
         {&TimelineStyle::minRow, &TimelineStyle::maxRow, &TimelineStyle::strip,
          &TimelineStyle::header, &TimelineStyle::axis, &TimelineStyle::padding,
          &TimelineStyle::margin, &TimelineStyle::gap, &TimelineStyle::radius})
        style.*size = std::round(style.*size * style.unit);
    style.outline = outline;
    return style;
}

TimelineStyle projectorStyle(const QFont& base, QSizeF window)
{
    const double scale = std::min(window.height() / 1080, window.width() / 1440);
    TimelineStyle style;
    style.isProjected = true;
    style.unit = 1.85 * scale;
    style.legendUnit = 2.8 * scale;
    style.patternUnit = std::max(1.0, 2 * scale);
    style.title = sized(base, 48 * scale, QFont::Bold);
    style.detail = sized(base, 32 * scale);
    style.strong = sized(base, 32 * scale, QFont::DemiBold);
    style.figure = sized(base, 56 * scale, QFont::Bold);
    style.factor = sized(base, 48 * scale);
    style.label = sized(base, 32 * scale);
    style.legend = sized(base, 48 * scale);
    style.small = sized(base, 24 * scale);
    const std::pair<double TimelineStyle::*, double> sizes[] = {
        {&TimelineStyle::minRow, 56}, {&TimelineStyle::maxRow, 104}, {&TimelineStyle::strip, 28},
        {&TimelineStyle::header, 68}, {&TimelineStyle::axis, 44},    {&TimelineStyle::padding, 16},
        {&TimelineStyle::margin, 8},  {&TimelineStyle::gap, 12},     {&TimelineStyle::radius, 0}};
    for (const auto& [size, pixels] : sizes)
        style.*size = std::ceil(pixels * scale);
    style.outline = std::max(1.0, 2 * scale);
    style.shortestBar = std::max(1.0, 3 * scale);
    return style;
}

TimelineStyle compact(const TimelineStyle& style)
{
    TimelineStyle result = style;
    result.minRow = std::round(style.minRow * 0.875);
    result.strip = std::round(style.strip * 0.67);
    result.header = std::round(style.header * 0.84);
    result.gap = std::round(style.gap * 0.75);
    result.margin = std::round(style.margin * 0.67);
    result.spacing = 0.5;
    return result;
}
