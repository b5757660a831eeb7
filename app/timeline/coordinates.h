#pragma once

#include "core/model/time.h"

#include <vector>

// Times here count from the origin of a run, so that all runs of a comparison share one axis.

/// Pixel column of time `t`; not clamped, callers clip. Requires width > 0.
[[nodiscard]] double timeToPixel(Nanoseconds t, TimeRange visible, double width) noexcept;

/// The time at pixel `x`; not clamped. Requires width > 0.
[[nodiscard]] Nanoseconds pixelToTime(double x, TimeRange visible, double width) noexcept;

/// How long a pixel lasts, at least 1 ns. Requires width > 0.
[[nodiscard]] Nanoseconds timePerPixel(TimeRange visible, double width) noexcept;

/// The smallest of 1, 2, 5, 10, … ns that takes at least `spacing` pixels.
[[nodiscard]] Nanoseconds tickStep(TimeRange visible, double width, double spacing) noexcept;

/// The multiples of `step` in `visible`, both ends included. Requires step > 0.
[[nodiscard]] std::vector<Nanoseconds> ticksIn(TimeRange visible, Nanoseconds step);

/// The range that shows a content of this length: from 0 to a round time, at most an eighth
/// longer than the content; 100 ms where there is none.
[[nodiscard]] TimeRange fittingRange(Nanoseconds contentEnd) noexcept;

/// The same for a content that grows, with room for what comes: it lasts for longer.
[[nodiscard]] TimeRange roomyRange(Nanoseconds contentEnd) noexcept;

/// `range` with some of what is around it.
[[nodiscard]] TimeRange widened(TimeRange range) noexcept;

/// `range` with its length cut to what `bounds` hold, moved into them.
[[nodiscard]] TimeRange movedInto(TimeRange range, TimeRange bounds) noexcept;
