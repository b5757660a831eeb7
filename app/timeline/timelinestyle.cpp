#include "app/timeline/timelinestyle.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

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
    style.small = sized(base, pixels * 0.82);
    for (double TimelineStyle::*const size :
         {&TimelineStyle::minRow, &TimelineStyle::maxRow, &TimelineStyle::strip,
          &TimelineStyle::header, &TimelineStyle::axis, &TimelineStyle::padding,
          &TimelineStyle::margin, &TimelineStyle::gap, &TimelineStyle::radius})
        style.*size = std::round(style.*size * style.unit);
    style.outline = outline;
    return style;
}

TimelineStyle compact(const TimelineStyle& style)
{
    TimelineStyle result = style;
    result.minRow = std::round(style.minRow * 0.875);
    result.strip = std::round(style.strip * 0.67);
    result.header = std::round(style.header * 0.84);
    result.gap = std::round(style.gap * 0.75);
    return result;
}
