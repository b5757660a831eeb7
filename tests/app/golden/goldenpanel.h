#pragma once

#include "app/timeline/timelinesettings.h"
#include "core/model/recording.h"

#include <QImage>

#include <optional>

/// How a run is drawn for a golden picture.
struct GoldenView {
    RowsBy rows = RowsBy::Tasks;
    ColourBy colourBy = ColourBy::Task;
    Theme theme = lightTheme();
    bool isProjected = false;
    Feed feed = Feed::Ended;
    std::optional<TimeRange> visible{};    ///< from the origin; otherwise all of the run
    std::optional<Recording> ghost{};      ///< the run below it
    std::optional<TimeRange> selection{};  ///< from the origin
    std::optional<std::pair<std::size_t, Nanoseconds>> pointedAt{};  ///< in which row, and when
    std::vector<Nanoseconds> bookmarks{};                            ///< from the origin
};

/// The plot of the panel of run `run`, as the window paints it: rows, strips and the brackets on
/// their left. Heads and labels are not part of it, and words in it are blank. As high as its rows
/// need, and always as wide.
[[nodiscard]] QImage panelPicture(const Comparison& comparison, std::size_t run,
                                  const GoldenView& view);

/// The plots of all runs, below one another as in a picture that is exported.
[[nodiscard]] QImage comparisonPicture(const Comparison& comparison, const Theme& theme);
