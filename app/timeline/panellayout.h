#pragma once

#include "app/timeline/timelinestyle.h"

#include <QRectF>

#include <vector>

/// Where everything in one card lies, in the coordinates of the card's device.
struct PanelLayout {
    QRectF card;
    QRectF header;
    QRectF labels;  ///< left of the plot
    QRectF plot;    ///< as wide as the time axis; from the first row to the last strip
    QRectF rows;
    QRectF inProgress;  ///< the strip of tasks in progress
    QRectF running;     ///< the strip of workers running
    double rowPitch = 0;
    double barHeight = 0;
    double ghostHeight = 0;  ///< of the bar of another run below each bar; 0 where there is none

    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    /// The bar of a row, on whole pixels.
    [[nodiscard]] QRectF barRect(std::size_t row) const;
    /// Where another run is drawn in a row.
    [[nodiscard]] QRectF ghostRect(std::size_t row) const;
    /// The row at height `y`, or -1.
    [[nodiscard]] int rowAt(double y) const;
    bool operator==(const PanelLayout&) const = default;
};

/// The left and right end of the plots in a card, and so of the axis.
struct PlotSpan {
    double left = 0;
    double width = 1;
    bool operator==(const PlotSpan&) const = default;
};

[[nodiscard]] PlotSpan plotSpanIn(const QRectF& card, double labelWidth,
                                  const TimelineStyle& style);

[[nodiscard]] PanelLayout layOutPanel(const QRectF& card, std::size_t rows, double labelWidth,
                                      const TimelineStyle& style);

/// Rows that are high enough for two runs.
void makeRoomForGhosts(TimelineStyle& style);

/// Gives each row's bar less height, and the rest to that of another run.
void makeRoomForGhosts(PanelLayout& layout);

/// The height of a card with `rows` rows.
[[nodiscard]] double cardHeight(std::size_t rows, double rowPitch, const TimelineStyle& style);

/// The height of a row, alike in all cards, with which the cards best fill `available`: within the
/// limits of `style`, so that they may need more. In whole pixels.
[[nodiscard]] double rowPitchFor(double available, const std::vector<std::size_t>& rowsOfCards,
                                 const TimelineStyle& style);

/// `style`, or its compact variant where the cards would otherwise have to scroll.
[[nodiscard]] TimelineStyle styleFor(double available, const std::vector<std::size_t>& rowsOfCards,
                                     const TimelineStyle& style);

/// The cards from top to bottom of an area `width` wide, with the margin around them.
[[nodiscard]] std::vector<QRectF> stackCards(double width, double rowPitch,
                                             const std::vector<std::size_t>& rowsOfCards,
                                             const TimelineStyle& style);

/// What `stackCards` needs in height.
[[nodiscard]] double stackHeight(double rowPitch, const std::vector<std::size_t>& rowsOfCards,
                                 const TimelineStyle& style);
