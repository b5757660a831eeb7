#pragma once

#include <QFont>
#include <QSizeF>

/// Fonts and sizes of a comparison, in logical pixels. All follow from one font, so that a
/// projector needs only a larger one.
struct TimelineStyle {
    QFont title;
    QFont detail;
    QFont strong;  ///< `detail` in bold
    QFont figure;  ///< the wall time
    QFont factor;  ///< the speedup
    QFont label;   ///< of rows and of the axis
    QFont legend;
    QFont small;  ///< of the strips and in bars

    double unit = 1;         ///< what is one pixel in a font of 13
    double legendUnit = 1;   ///< the same for the legend
    double patternUnit = 1;  ///< and for the patterns in bars
    double minRow = 16;
    double maxRow = 40;
    double barShare = 0.8;  ///< of a row's height
    double strip = 18;      ///< height
    double header = 38;     ///< height
    double axis = 24;       ///< height
    double padding = 14;    ///< inside a card, left and right
    double margin = 12;     ///< around the cards
    double gap = 8;         ///< between things
    double spacing = 1;     ///< of the distances between a card's rows, strips and edge
    double closer = 0;      ///< kept free right of the head, for the button that hides a panel
    double outline = 1;
    double radius = 9;
    double shortestBar = 1;    ///< nothing present is narrower
    bool isProjected = false;  ///< read from afar: fewer words, fewer rows

    bool operator==(const TimelineStyle&) const = default;
};

[[nodiscard]] TimelineStyle timelineStyle(const QFont& base, double outline);

/// The style for a wall, in a window of that size: what has 48 pixels in a height of 1080 keeps its
/// share of it. Narrow windows count as lower ones.
[[nodiscard]] TimelineStyle projectorStyle(const QFont& base, QSizeF window);

/// `style` with the same text and less space around it, for where height is short.
[[nodiscard]] TimelineStyle compact(const TimelineStyle& style);

/// The size of `font` in pixels, whichever way it was given.
[[nodiscard]] double pixelSizeOf(const QFont& font);
