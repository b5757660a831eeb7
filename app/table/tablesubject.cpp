#include "app/table/tablesubject.h"

#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

PanelWidget* TableSubject::panel() const
{
    return view.stack().panelOf(run);
}

std::optional<RowSource> TableSubject::source() const
{
    const PanelWidget* const of = panel();
    return of ? std::optional<RowSource>(of->source()) : std::nullopt;
}
