#include "core/lesson/problem.h"

#include <algorithm>
#include <numeric>

namespace lesson {

namespace {

constexpr std::size_t longestQuoted = 60;  ///< bytes
constexpr std::size_t mostNames = 40;      ///< in one message

bool isContinuation(char c) noexcept
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t exchanged = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string textOf(const Problem& problem, std::string_view file)
{
    return std::string(file) + ":" + std::to_string(problem.place.line) + ":" +
           std::to_string(problem.place.column) + ": found " + problem.found + "; expected " +
           problem.expected;
}

std::string inQuotes(std::string_view text)
{
    std::size_t end = std::min(text.size(), longestQuoted);
    while (end < text.size() && end > 0 && isContinuation(text[end]))
        --end;
    std::string shown(text.substr(0, end));
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::ranges::replace_if(shown, isControl, ' ');
    return "“" + shown + (end < text.size() ? "…”" : "”");
}

std::string anyOf(std::span<const std::string_view> names)
{
    std::string all;
    for (std::size_t i = 0; i < std::min(names.size(), mostNames); ++i) {
        const bool isLast = i + 1 == names.size();
        all += (i == 0 ? "" : isLast ? " or " : ", ") + std::string(names[i]);
    }
    return names.size() > mostNames ? all + ", …" : all;
}

std::string_view nearest(std::string_view name, std::span<const std::string_view> names)
{
    std::string_view best;
    std::size_t least = std::min(name.size(), longestQuoted) / 3 + 1;
    for (const std::string_view known : names) {
        if (name.size() > known.size() + least)
            continue;
        if (const std::size_t needed = distance(name, known); needed <= least && needed > 0) {
            if (best.empty() || needed < least)
                best = known;
            least = needed;
        }
    }
    return best;
}

std::string expectedInstead(std::string_view name, std::span<const std::string_view> names)
{
    if (const std::string_view known = nearest(name, names); !known.empty())
        return std::string(known) + ", the nearest of " + anyOf(names);
    return anyOf(names);
}

}  // namespace lesson
