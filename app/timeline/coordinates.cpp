#include "app/timeline/coordinates.h"

#include <algorithm>
#include <cmath>

namespace {

double count(Nanoseconds t)
{
    return static_cast<double>(t.count());
}

/// The smallest of 1, 2, 5, 10, … that is at least `value`; 1 for what is less.
Nanoseconds roundStep(double value)
{
    std::int64_t decade = 1;
    while (static_cast<double>(decade) * 10 < value)
        decade *= 10;
    for (const std::int64_t factor : {1, 2, 5}) {
        if (static_cast<double>(factor * decade) >= value)
            return Nanoseconds(factor * decade);
    }
    return Nanoseconds(10 * decade);
}

/// From 0 to a whole number of round steps, about `parts` of which the content is long.
TimeRange roundRange(Nanoseconds contentEnd, double parts)
{
    if (contentEnd <= Nanoseconds{})
        return {Nanoseconds{}, std::chrono::milliseconds(100)};
    const auto step = roundStep(static_cast<double>(contentEnd.count()) / parts);
    const auto steps = (contentEnd + step - Nanoseconds(1)) / step;
    return {Nanoseconds{}, steps * step};
}

}  // namespace

double timeToPixel(Nanoseconds t, TimeRange visible, double width) noexcept
{
    return count(t - visible.start) * width / std::max(1.0, count(visible.length()));
}

Nanoseconds pixelToTime(double x, TimeRange visible, double width) noexcept
{
    return visible.start + Nanoseconds(std::llround(x * count(visible.length()) / width));
}

Nanoseconds timePerPixel(TimeRange visible, double width) noexcept
{
    return std::max(Nanoseconds(1), Nanoseconds(std::llround(count(visible.length()) / width)));
}

Nanoseconds tickStep(TimeRange visible, double width, double spacing) noexcept
{
    return roundStep(count(visible.length()) * spacing / std::max(1.0, width));
}

std::vector<Nanoseconds> ticksIn(TimeRange visible, Nanoseconds step)
{
    std::vector<Nanoseconds> ticks;
    auto first = visible.start / step * step;
    if (first < visible.start)
        first += step;
    for (auto tick = first; tick <= visible.end; tick += step)
        ticks.push_back(tick);
    return ticks;
}

TimeRange fittingRange(Nanoseconds contentEnd) noexcept
{
    return roundRange(contentEnd, 20);
}

TimeRange roomyRange(Nanoseconds contentEnd) noexcept
{
    return roundRange(contentEnd, 6);
}

TimeRange widened(TimeRange range) noexcept
{
    return {range.start - range.length() / 10, range.end + range.length() / 10};
}

TimeRange movedInto(TimeRange range, TimeRange bounds) noexcept
{
    const auto length = std::min(range.length(), bounds.length());
    const auto start = std::clamp(range.start, bounds.start, bounds.end - length);
    return {start, start + length};
}
