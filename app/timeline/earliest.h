#pragma once

#include "app/timeline/lanespans.h"
#include "app/timeline/workerchanges.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

/// What is drawn at the left of anything wider than this, as its number is, stays when it grows.
inline constexpr int widestAtLeft = 96;  // columns

/// Finds the first column that any of many comparisons tells of.
class Earliest {
public:
    void add(double column)
    {
        const int whole = std::max(0, static_cast<int>(std::floor(column)));
        m_column = m_column ? std::min(*m_column, whole) : whole;
    }
    [[nodiscard]] std::optional<int> column() const noexcept { return m_column; }

private:
    std::optional<int> m_column;
};

inline double firstOf(const WorkerChange& change)
{
    return change.column;
}

template <typename Span>
double firstOf(const Span& span)
{
    return span.first;
}

/// From where one of two that begin alike looks different; only their ends may differ.
template <typename Span>
double whereGrown(const Span& before, const Span& after)
{
    const double end = std::min(before.last, after.last);
    return end - after.first > widestAtLeft ? end : after.first;
}

inline double whereDifferent(const WorkerChange& before, const WorkerChange& after)
{
    return std::min(before.column, after.column);
}

template <typename Span>
double whereDifferent(const Span& before, const Span& after)
{
    Span alike = before;
    alike.last = after.last;
    if constexpr (requires { alike.ends; })
        alike.ends = after.ends;
    return alike == after ? whereGrown(before, after) : std::min(before.first, after.first);
}

inline double whereDifferent(const StateSpan& before, const StateSpan& after)
{
    if (before.state == WorkState::Lock || after.state == WorkState::Lock)
        return std::min(before.first, after.first);  // a padlock stands in the middle
    return whereDifferent<StateSpan>(before, after);
}

/// What is not alone in its column is drawn for what comes next too.
inline void addNeighbour(Earliest& earliest, const RunSpan& before)
{
    if (before.share < 1)
        earliest.add(before.first);
}

template <typename Item>
void addNeighbour(Earliest&, const Item&)
{}

template <typename Item>
void compare(Earliest& earliest, const std::vector<Item>& before, const std::vector<Item>& after)
{
    const auto [old, now] = std::ranges::mismatch(before, after);
    if (old != before.begin() && (old != before.end() || now != after.end()))
        addNeighbour(earliest, *std::prev(old));
    if (old != before.end() && now != after.end())
        earliest.add(whereDifferent(*old, *now));
    else if (old != before.end())
        earliest.add(firstOf(*old));
    else if (now != after.end())
        earliest.add(firstOf(*now));
}

inline void compare(Earliest& earliest, const LaneSpans& before, const LaneSpans& after)
{
    compare(earliest, before.states, after.states);
    compare(earliest, before.runs, after.runs);
}
