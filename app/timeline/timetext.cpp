#include "app/timeline/timetext.h"

#include "app/timeline/timelinewords.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr std::array units{Nanoseconds(1), Nanoseconds(1'000), Nanoseconds(1'000'000),
                           Nanoseconds(1'000'000'000)};

QString withUnit(const QString& number, Nanoseconds unit)
{
    if (unit == units[3])
        return TimelineWords::tr("%1 s").arg(number);
    if (unit == units[2])
        return TimelineWords::tr("%1 ms").arg(number);
    if (unit == units[1])
        return TimelineWords::tr("%1 µs").arg(number);
    return TimelineWords::tr("%1 ns").arg(number);
}

double inUnit(Nanoseconds t, Nanoseconds unit)
{
    return static_cast<double>(t.count()) / static_cast<double>(unit.count());
}

/// The largest unit of which `t` has at least one.
Nanoseconds unitOf(Nanoseconds t)
{
    Nanoseconds unit = units.front();
    for (const auto candidate : units) {
        if (std::chrono::abs(t) >= candidate)
            unit = candidate;
    }
    return unit;
}

/// `t` rounded to three figures, so that 999.6 µs becomes 1 ms; but whole seconds stay.
Nanoseconds inThreeFigures(Nanoseconds t)
{
    const double magnitude = std::abs(static_cast<double>(t.count()));
    if (magnitude < 1000)
        return t;
    const double step = std::min(std::pow(10.0, std::floor(std::log10(magnitude)) - 2),
                                 static_cast<double>(units.back().count()));
    return Nanoseconds(std::llround(std::round(static_cast<double>(t.count()) / step) * step));
}

}  // namespace

QString durationText(Nanoseconds length, const QLocale& locale)
{
    const auto rounded = inThreeFigures(length);
    const auto unit = unitOf(rounded);
    const double value = inUnit(rounded, unit);
    const double magnitude = std::abs(value);
    const int wanted = magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0;
    return withUnit(locale.toString(value, 'f', unit == units.front() ? 0 : wanted), unit);
}

TimeFormat timeFormatFor(TimeRange visible, Nanoseconds step) noexcept
{
    TimeFormat format;
    format.unit = unitOf(std::max(std::chrono::abs(visible.start), std::chrono::abs(visible.end)));
    for (auto digit = format.unit; digit > step && digit > Nanoseconds(1); digit /= 10)
        ++format.decimals;
    return format;
}

QString timeText(Nanoseconds t, TimeFormat format, const QLocale& locale)
{
    return withUnit(locale.toString(inUnit(t, format.unit), 'f', format.decimals), format.unit);
}

QString factorText(double factor, const QLocale& locale)
{
    return TimelineWords::tr("%1×", "a factor, as in 1.99 times as fast")
        .arg(locale.toString(factor, 'f', 2));
}

QString percentText(double share)
{
    return TimelineWords::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 0));
}
