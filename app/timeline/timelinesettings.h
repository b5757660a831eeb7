#pragma once

#include "app/theme/theme.h"
#include "app/timeline/legend.h"
#include "app/timeline/paneltext.h"
#include "app/timeline/timelinestyle.h"

/// How a comparison is shown. Owned by the view, borrowed by its panels.
struct TimelineSettings {
    RowsBy rows = RowsBy::Tasks;
    ColourBy colourBy = ColourBy::Task;
    Feed feed = Feed::Live;
    Theme theme = lightTheme();
    TimelineStyle style;
    double labelWidth = 0;
    int generation = 0;  ///< rises with every change of the above
};
