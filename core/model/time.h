#pragma once

#include <chrono>

/// A CLOCK_MONOTONIC time or a length of time; which of the two, the name tells.
using Nanoseconds = std::chrono::nanoseconds;

/// Half-open interval [start, end) of CLOCK_MONOTONIC nanoseconds.
struct TimeRange {
    Nanoseconds start{};
    Nanoseconds end{};

    [[nodiscard]] constexpr Nanoseconds length() const noexcept { return end - start; }
    [[nodiscard]] constexpr bool isEmpty() const noexcept { return end <= start; }
    [[nodiscard]] constexpr bool contains(Nanoseconds t) const noexcept
    {
        return start <= t && t < end;
    }
    bool operator==(const TimeRange&) const = default;
};

[[nodiscard]] constexpr double toMilliseconds(Nanoseconds t) noexcept
{
    return static_cast<double>(t.count()) / 1e6;
}
