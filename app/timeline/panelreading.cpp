// What a panel tells of its rows to those who read it instead of looking at it.

#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"

namespace {

constexpr double middle = 0.5;  // of the bar

}  // namespace

void PanelWidget::markRow(std::optional<std::size_t> row)
{
    const int marked = row && *row < rows() ? static_cast<int>(*row) : -1;
    if (marked == m_markedRow)
        return;
    m_markedRow = marked;
    update();
}

HoverText PanelWidget::textOfRow(std::size_t row) const
{
    // Exactly: who steps to where an interval begins does not mean the one that ends there.
    const RowSource from = source();
    const Nanoseconds t = m_viewport.cursor().value_or(Nanoseconds{}) + origin();
    const Hit hit = hitAt(from, from.groups()[row], t, middle, Nanoseconds{});
    const double width = geometryOfParts().plot.width();
    const TimeRange visible = m_viewport.visible();
    return hoverTextOf(from, hit, t, timeFormatFor(visible, timePerPixel(visible, width)));
}
