#pragma once

#include <QFont>

/// Fonts and sizes of a comparison, in logical pixels. All follow from one font, so that a
/// projector needs only a larger one.
struct TimelineStyle {
    QFont title;
    QFont detail;
    QFont strong;  ///< `detail` in bold
    QFont figure;  ///< the wall time
    QFont factor;  ///< the speedup
    QFont label;   ///< of rows, of the axis and in the legend
    QFont small;   ///< of the strips and in bars

    double unit = 1;  ///< what is one pixel in a font of 13
    double minRow = 16;
    double maxRow = 40;
    double barShare = 0.8;  ///< of a row's height
    double strip = 18;      ///< height
    double header = 38;     ///< height
    double axis = 24;       ///< height
    double padding = 14;    ///< inside a card, left and right
    double margin = 12;     ///< around the cards
    double gap = 8;         ///< between things
    double outline = 1;
    double radius = 9;
    double shortestBar = 1;  ///< nothing present is narrower

    bool operator==(const TimelineStyle&) const = default;
};

[[nodiscard]] TimelineStyle timelineStyle(const QFont& base, double outline);

/// `style` with the same text and less space around it, for where height is short.
[[nodiscard]] TimelineStyle compact(const TimelineStyle& style);

/// The size of `font` in pixels, whichever way it was given.
[[nodiscard]] double pixelSizeOf(const QFont& font);
