#include "app/table/tablesubject.h"

#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

#include <algorithm>

PanelWidget* TableSubject::panel() const
{
    const auto& panels = view.stack().panels();
    const auto found = std::ranges::find(panels, run, &PanelWidget::run);
    return found == panels.end() ? nullptr : *found;
}

std::optional<RowSource> TableSubject::source() const
{
    const PanelWidget* const of = panel();
    return of ? std::optional<RowSource>(of->source()) : std::nullopt;
}
