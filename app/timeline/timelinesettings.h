#pragma once

#include "app/theme/theme.h"
#include "app/timeline/legend.h"
#include "app/timeline/paneltext.h"
#include "app/timeline/timelinestyle.h"

/// How a comparison is shown. Owned by the view, borrowed by its panels.
struct TimelineSettings {
    RowsBy rows = RowsBy::Tasks;
    ColourBy colourBy = ColourBy::Task;           ///< of runs with tasks
    ColourBy observedColourBy = ColourBy::State;  ///< of observed programs
    bool isObserved = false;                      ///< only observed programs are shown
    Feed feed = Feed::Ended;
    Theme theme = lightTheme();
    TimelineStyle style;
    double labelWidth = 0;
    int generation = 0;  ///< rises with every change of the above

    [[nodiscard]] RowLimits rowLimits() const noexcept
    {
        return style.isProjected ? projectedRows : RowLimits{};
    }
    [[nodiscard]] ColourBy colourByOf(const Recording& recording) const noexcept
    {
        return recording.start.isObserved() ? observedColourBy : colourBy;
    }
    /// The one that the user sees and switches.
    [[nodiscard]] ColourBy& shownColourBy() noexcept
    {
        return isObserved ? observedColourBy : colourBy;
    }
    [[nodiscard]] ColourBy shownColourBy() const noexcept
    {
        return isObserved ? observedColourBy : colourBy;
    }
};
