#pragma once

#include "app/timeline/axispicture.h"
#include "app/timeline/circlepicture.h"
#include "app/timeline/legend.h"
#include "app/timeline/panellayout.h"
#include "app/timeline/paneltext.h"
#include "app/timeline/rowpicture.h"
#include "app/timeline/strippicture.h"
#include "app/timeline/timelinestyle.h"

/// How the panels of a comparison are shown; the same for all of them.
struct PanelView {
    TimeRange visible;  ///< from the origin of each run
    ColourBy colourBy = ColourBy::Task;
    double columnsPerPixel = 1;  ///< those of the device, where it has pixels
    bool isMoving = false;
};

/// A card, computed and ready to be painted.
struct PanelPicture {
    PanelLayout layout;
    PanelText text;
    std::vector<AxisTick> ticks{};
    std::vector<RowPicture> rows{};
    std::vector<RowPicture> ghosts{};  ///< of another run, as many as rows; or none
    std::vector<QString> labels{};
    std::vector<ProcessRows> processes{};
    std::vector<CirclePicture> circles{};
    StripPicture inProgress{};
    StripPicture running{};
    double pixelsPerColumn = 1;
    bool isMoving = false;  ///< drawn in wide columns until the view rests
    ColourBy colourBy = ColourBy::Task;
    LegendUse use{};
};

/// The columns of the plot, in CLOCK_MONOTONIC time; the last of them may go on behind it.
[[nodiscard]] Columns columnsOf(const RowSource& source, const PanelLayout& layout,
                                const PanelView& view);

[[nodiscard]] PanelPicture pictureOfPanel(const RowSource& source, const PanelText& text,
                                          const PanelLayout& layout, const PanelView& view,
                                          const TimelineStyle& style);

/// What a label column must hold for the rows and strips of `source`.
[[nodiscard]] double labelWidthFor(const RowSource& source, const TimelineStyle& style);
