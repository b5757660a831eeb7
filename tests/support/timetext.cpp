#include "tests/support/timetext.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr std::size_t decimals = 6;

std::int64_t wholeNumber(std::string_view digits)
{
    std::int64_t value = 0;
    const char* const end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, value).ptr != end || digits.empty())
        badTestText("no number", digits);
    return value;
}

}  // namespace

Nanoseconds lengthFrom(std::string_view milliseconds)
{
    const auto point = milliseconds.find('.');
    if (point == std::string_view::npos)
        return std::chrono::milliseconds(wholeNumber(milliseconds));
    std::string fraction(milliseconds.substr(point + 1));
    if (fraction.size() > decimals)
        badTestText("more exact than a nanosecond", milliseconds);
    fraction.resize(decimals, '0');
    return std::chrono::milliseconds(wholeNumber(milliseconds.substr(0, point))) +
           Nanoseconds(wholeNumber(fraction));
}

std::string lengthText(Nanoseconds length)
{
    if (length < Nanoseconds{})
        return "-" + lengthText(-length);
    const auto whole = length / std::chrono::milliseconds(1);
    std::string fraction = std::to_string((length % std::chrono::milliseconds(1)).count());
    fraction.insert(0, decimals - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return std::to_string(whole) + (fraction.empty() ? "" : "." + fraction);
}

std::vector<std::string> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

void badTestText(std::string_view what, std::string_view text)
{
    std::fprintf(stderr, "test text: %.*s: \"%.*s\"\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(text.size()), text.data());
    std::abort();
}
