// What a panel tells of its rows to those who read it instead of looking at it.

#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"

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
    const double x = pixelOf(m_viewport.cursor().value_or(Nanoseconds{}));
    return hoverTextAt({x, geometryOfParts().barRect(row).center().y()});
}
