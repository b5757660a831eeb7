#include "core/runner/studycurve.h"

#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

constexpr int labelWidth = 7;   ///< of "workers", as in the table
constexpr int factorWidth = 8;  ///< of " 12.34×"
constexpr int leastBar = 10;
constexpr const char* legend = "█ speedup, ▓ ─ its interval, ╳ fitted, ┊ ideal";

/// What the whole width of a bar stands for.
double longestOf(const StudyCurve& curve)
{
    double longest = 1;
    for (const StudyPoint& point : curve.points)
        longest = std::max({longest, point.ideal, point.speedup->high});
    return longest;
}

class Bar {
public:
    Bar(int width, double longest)
        : m_cells(static_cast<std::size_t>(width), " "),
          m_longest(longest)
    {}

    /// The cells from one value to another, those included that are half in it.
    void fill(double from, double to, const char* glyph)
    {
        for (std::size_t i = placeOf(from); i < placeOf(to); ++i)
            m_cells[i] = glyph;
    }

    /// The last cell of a bar that would reach to this value.
    void mark(double value, const char* glyph)
    {
        m_cells[std::max<std::size_t>(placeOf(value), 1) - 1] = glyph;
    }

    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const std::string& cell : m_cells)
            all += cell;
        return all;
    }

private:
    [[nodiscard]] std::size_t placeOf(double value) const
    {
        const double share = std::clamp(value / m_longest, 0.0, 1.0);
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(m_cells.size())));
    }

    std::vector<std::string> m_cells;
    double m_longest;
};

std::string barOf(const StudyPoint& point, int width, double longest)
{
    Bar bar(width, longest);
    bar.mark(point.ideal, "┊");
    bar.fill(0, point.speedup->low, "█");
    bar.fill(point.speedup->low, point.speedup->value, "▓");
    bar.fill(point.speedup->value, point.speedup->high, "─");
    if (point.fitted)
        bar.mark(*point.fitted, "╳");
    return bar.text();
}

}  // namespace

std::string studyCurveText(const StudyCurve& curve, const TextStyle& style)
{
    const auto isKnown = [](const StudyPoint& point) { return point.speedup.has_value(); };
    if (!std::ranges::all_of(curve.points, isKnown))
        return {};
    const int width = std::max(leastBar, style.width - labelWidth - 2 - factorWidth);
    const double longest = longestOf(curve);
    std::string text;
    for (const StudyPoint& point : curve.points)
        text += alignedRight(std::to_string(point.workers), labelWidth) + "  " +
                barOf(point, width, longest) +
                alignedRight(factorText(point.speedup->value), factorWidth) + '\n';
    return text + flowed({{legend, Ink::Faint}}, "", style);
}
