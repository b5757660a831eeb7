#pragma once

#include "app/theme/workstate.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

/// Distance between the lines of a pattern, in logical pixels; every pattern repeats at it.
inline constexpr int patternPitch = 7;

/// How thick the lines of a pattern are in a bar of that height, in logical pixels: a band at half
/// height is thick enough to tell dashes from none, and both from dots.
[[nodiscard]] double patternLineWidth(Pattern pattern, double height) noexcept;

/// The lines of a pattern within `rect`. They lie on one grid that starts at (0, 0), so that
/// neighbouring rectangles join. Empty for patterns without lines.
[[nodiscard]] std::vector<QLineF> patternLines(const QRectF& rect, Pattern pattern);

/// The centres of the dots of Pattern::Dots within `rect`, on the same grid.
[[nodiscard]] std::vector<QPointF> patternDots(const QRectF& rect);
