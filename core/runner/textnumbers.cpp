#include "core/runner/textnumbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace {

struct Unit {
    Nanoseconds length;
    const char* name;
};
constexpr std::array units{Unit{Nanoseconds(1'000'000'000), " s"},
                           Unit{Nanoseconds(1'000'000), " ms"}, Unit{Nanoseconds(1'000), " µs"},
                           Unit{Nanoseconds(1), " ns"}};

/// The largest unit of which `length` has at least one.
const Unit& unitOf(double length) noexcept
{
    for (const Unit& unit : units) {
        if (length >= static_cast<double>(unit.length.count()))
            return unit;
    }
    return units.back();
}

double inThreeFigures(double value)
{
    if (value < 1000)
        return value;
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 2);
    return std::round(value / step) * step;
}

}  // namespace

std::string fixedText(double value, int decimals)
{
    std::array<char, 400> buffer;  // the longest double has 309 digits before the point
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::fixed, decimals);
    return {buffer.data(), result.ptr};
}

std::string durationText(Nanoseconds length)
{
    const double rounded = inThreeFigures(static_cast<double>(length.count()));
    const Unit& unit = unitOf(rounded);
    const double value = rounded / static_cast<double>(unit.length.count());
    const bool isWhole = unit.length == Nanoseconds(1);
    return fixedText(value, isWhole || value >= 100 ? 0 : value >= 10 ? 1 : 2) + unit.name;
}

std::string axisText(Nanoseconds time)
{
    if (time == Nanoseconds{})
        return "0";
    const Unit& unit = unitOf(static_cast<double>(time.count()));
    int decimals = 0;
    for (auto digit = unit.length; time % digit != Nanoseconds{}; digit /= 10)
        ++decimals;
    return fixedText(static_cast<double>(time.count()) / static_cast<double>(unit.length.count()),
                     decimals) +
           unit.name;
}

std::string factorText(double factor)
{
    return fixedText(factor, 2) + "×";
}

std::string percentText(double share, int decimals)
{
    return fixedText(share * 100, decimals) + " %";
}

std::string groupedText(std::int64_t value)
{
    std::string text = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t at = text.size(); at > first + 3;)
        text.insert(at -= 3, ",");
    return text;
}

std::string bytesText(std::int64_t bytes)
{
    constexpr std::array names{" bytes", " kB", " MB", " GB", " TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < names.size(); ++unit)
        value /= 1000;
    return fixedText(value, unit > 0 && value < 99.95 ? 1 : 0) + names[unit];
}

std::string counted(long long count, const std::string& noun)
{
    const char* const plural = noun.ends_with('s') ? "es" : "s";
    return std::to_string(count) + " " + noun + (count == 1 ? "" : plural);
}
