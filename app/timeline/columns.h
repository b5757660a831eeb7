#pragma once

#include "core/model/time.h"

#include <algorithm>
#include <cmath>

/// The columns that a plot is drawn in: each shows an equal share of `visible`. A column is a
/// pixel of the screen, or a fraction of one where the picture is not made of pixels.
struct Columns {
    TimeRange visible;
    int count = 1;

    [[nodiscard]] double perNanosecond() const noexcept
    {
        return count / std::max(1.0, static_cast<double>(visible.length().count()));
    }

    /// When column `c` begins; that of `count` is the end.
    [[nodiscard]] Nanoseconds startOf(int c) const noexcept
    {
        return visible.start + Nanoseconds(std::llround(c / perNanosecond()));
    }

    [[nodiscard]] TimeRange rangeOf(int c) const noexcept { return {startOf(c), startOf(c + 1)}; }

    /// Where `t` lies, in columns; limited to the plot.
    [[nodiscard]] double positionOf(Nanoseconds t) const noexcept
    {
        const auto inside = std::clamp(t, visible.start, visible.end);
        return static_cast<double>((inside - visible.start).count()) * perNanosecond();
    }

    /// The column that `t` lies in; 0 for earlier times, `count` for later ones.
    [[nodiscard]] int columnOf(Nanoseconds t) const noexcept
    {
        int column = static_cast<int>(positionOf(t));
        if (column < count && startOf(column + 1) <= t)
            ++column;
        return column;
    }
};
