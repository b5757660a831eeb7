#pragma once

#include "core/model/time.h"

#include <algorithm>

/// The columns that a plot is drawn in: each shows an equal share of `visible`. A column is a
/// pixel of the screen, or a fraction of one where the picture is not made of pixels.
class Columns {
public:
    /// Requires at least one column.
    Columns(TimeRange visible, int count) noexcept
        : m_visible(visible),
          m_count(count),
          m_perNanosecond(count / std::max(1.0, static_cast<double>(visible.length().count()))),
          m_nanoseconds(1 / m_perNanosecond)
    {}

    [[nodiscard]] TimeRange visible() const noexcept { return m_visible; }
    [[nodiscard]] int count() const noexcept { return m_count; }
    [[nodiscard]] double perNanosecond() const noexcept { return m_perNanosecond; }

    /// When column `c` begins; that of `count` is the end. Requires c ≥ 0.
    [[nodiscard]] Nanoseconds startOf(int c) const noexcept
    {
        return m_visible.start + Nanoseconds(static_cast<std::int64_t>(c * m_nanoseconds + 0.5));
    }

    [[nodiscard]] TimeRange rangeOf(int c) const noexcept { return {startOf(c), startOf(c + 1)}; }

    /// Where `t` lies, in columns; limited to the plot.
    [[nodiscard]] double positionOf(Nanoseconds t) const noexcept
    {
        const auto inside = std::clamp(t, m_visible.start, m_visible.end);
        return static_cast<double>((inside - m_visible.start).count()) * m_perNanosecond;
    }

    /// The column that `t` lies in; 0 for earlier times, `count` for later ones.
    [[nodiscard]] int columnOf(Nanoseconds t) const noexcept
    {
        const int column = std::min(m_count, static_cast<int>(positionOf(t)));
        if (column < m_count && startOf(column + 1) <= t)
            return column + 1;
        return column > 0 && startOf(column) > t ? column - 1 : column;
    }

    /// The first column that begins at `t` or later; at most `count`.
    [[nodiscard]] int columnFrom(Nanoseconds t) const noexcept
    {
        const int column = columnOf(t);
        return column < m_count && startOf(column) < t ? column + 1 : column;
    }

private:
    TimeRange m_visible;
    int m_count;
    double m_perNanosecond;
    double m_nanoseconds;  ///< of a column
};
