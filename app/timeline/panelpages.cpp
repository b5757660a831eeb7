#include "app/timeline/panelpages.h"

#include "app/timeline/panellayout.h"
#include "app/timeline/timelinestyle.h"

#include <algorithm>
#include <cmath>

namespace {

/// Of a row on a wall: its label needs as much.
constexpr double readableShare = 0.64;

/// Whether any `count` neighbours fit.
bool doFit(std::size_t count, double available, const std::vector<std::size_t>& rows,
           const TimelineStyle& style)
{
    for (std::size_t first = 0; first + count <= rows.size(); ++first) {
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
        const std::vector<std::size_t> page(from, from + static_cast<std::ptrdiff_t>(count));
        if (stackHeight(style.minRow, page, style) > available)
            return false;
    }
    return true;
}

}  // namespace

std::size_t panelsThatFit(double available, const std::vector<std::size_t>& rowsOfPanels,
                          const TimelineStyle& style)
{
    std::size_t count = 1;
    while (count < rowsOfPanels.size() && doFit(count + 1, available, rowsOfPanels, style))
        ++count;
    return count;
}

TimelineStyle styleForPairs(double available, const std::vector<std::size_t>& rowsOfPanels,
                            const TimelineStyle& style)
{
    TimelineStyle lower = style;
    lower.minRow = std::ceil(style.minRow * readableShare);
    const bool needsLower =
        rowsOfPanels.size() > 1 && panelsThatFit(available, rowsOfPanels, style) == 1;
    return needsLower && doFit(2, available, rowsOfPanels, lower) ? lower : style;
}

PanelPage pageFrom(std::size_t first, std::size_t count, std::size_t total)
{
    count = std::min(count, total);
    return {std::min(first, total - count), count};
}

PanelPage turned(const PanelPage& page, int step, std::size_t total)
{
    const std::size_t by = page.count;
    const std::size_t first = step < 0 ? page.first - std::min(page.first, by) : page.first + by;
    return step == 0 ? page : pageFrom(first, page.count, total);
}
