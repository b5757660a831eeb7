#pragma once

#include "core/model/recording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

/// Sums of the lengths of intervals in order of time, by class, for any stretch of it in O(log n):
/// a running total is kept for every block of intervals. Holds no intervals itself; every call is
/// handed the list that the last `extend` saw, or one that has grown since. The last interval of
/// the list is never in a total: while a worker lives, it may become longer, shorter, or vanish.
template <typename Interval, std::size_t Classes>
class TimeSums {
public:
    using Sums = std::array<Nanoseconds, Classes>;

    /// Takes in what has been added to the list. Its last interval may still change or go.
    void extend(const std::vector<Interval>& intervals)
    {
        if (m_totals.empty())
            m_totals.push_back(Sums{});
        while ((m_totals.size()) * blockLength < intervals.size()) {
            Sums total = m_totals.back();
            const std::size_t first = (m_totals.size() - 1) * blockLength;
            add(total, intervals, first, first + blockLength);
            m_totals.push_back(total);
        }
    }

    /// Forgets what was taken in of the intervals from `first` on: others have come among them.
    void forgetFrom(std::size_t first)
    {
        m_totals.resize(std::min(m_totals.size(), first / blockLength + 1));
    }

    /// Whether `intervals` is at least as long as the part of the list that cannot change.
    [[nodiscard]] bool fits(const std::vector<Interval>& intervals) const
    {
        return m_totals.size() < 2 || (m_totals.size() - 1) * blockLength <= intervals.size();
    }

    /// What lies within `range`. `first` is the index of the first interval that ends after
    /// `range.start`, as `firstEndingAfter` finds it.
    [[nodiscard]] Sums within(const std::vector<Interval>& intervals, TimeRange range,
                              std::size_t first) const
    {
        const std::size_t last = firstStartingAt(intervals, range.end, first);
        Sums sums{};
        if (first >= last)
            return sums;
        addWhole(sums, intervals, first, last);
        sums[classOf(intervals[first])] -=
            std::max(Nanoseconds{}, range.start - intervals[first].start);
        sums[classOf(intervals[last - 1])] -=
            std::max(Nanoseconds{}, intervals[last - 1].end - range.end);
        return sums;
    }

    [[nodiscard]] Sums within(const std::vector<Interval>& intervals, TimeRange range) const
    {
        return within(intervals, range, firstEndingAfter(intervals, range.start, 0));
    }

    /// The index, not before `from`, of the first interval that ends after `t`.
    [[nodiscard]] static std::size_t firstEndingAfter(const std::vector<Interval>& intervals,
                                                      Nanoseconds t, std::size_t from)
    {
        return gallop(intervals, from, [t](const Interval& each) { return each.end <= t; });
    }

    /// The index, not before `from`, of the first interval that starts at `t` or later.
    [[nodiscard]] static std::size_t firstStartingAt(const std::vector<Interval>& intervals,
                                                     Nanoseconds t, std::size_t from)
    {
        return gallop(intervals, from, [t](const Interval& each) { return each.start < t; });
    }

private:
    static constexpr std::size_t blockLength = 16;

    template <typename Plain>
    static std::size_t classOf(const Plain&)
    {
        static_assert(Classes == 1);
        return 0;
    }
    static std::size_t classOf(const Slice& slice) { return slice.task == TaskId::None ? 1 : 0; }
    static std::size_t classOf(const Wait& wait) { return static_cast<std::size_t>(wait.reason); }

    /// The first index from `from` on of which `before` does not hold; near ones are found soonest.
    template <typename Before>
    static std::size_t gallop(const std::vector<Interval>& intervals, std::size_t from,
                              Before before)
    {
        std::size_t low = std::min(from, intervals.size());
        std::size_t step = 1;
        while (low + step <= intervals.size() && before(intervals[low + step - 1])) {
            low += step;
            step *= 2;
        }
        const auto begin = intervals.begin();
        const auto end =
            begin + static_cast<std::ptrdiff_t>(std::min(low + step, intervals.size()));
        return static_cast<std::size_t>(
            std::partition_point(begin + static_cast<std::ptrdiff_t>(low), end, before) - begin);
    }

    static void add(Sums& sums, const std::vector<Interval>& intervals, std::size_t first,
                    std::size_t last)
    {
        for (std::size_t i = first; i < last; ++i)
            sums[classOf(intervals[i])] += intervals[i].end - intervals[i].start;
    }

    void addWhole(Sums& sums, const std::vector<Interval>& intervals, std::size_t first,
                  std::size_t last) const
    {
        const std::size_t firstBlock = (first + blockLength - 1) / blockLength;
        const std::size_t lastBlock =
            m_totals.empty() ? 0 : std::min(last / blockLength, m_totals.size() - 1);
        if (firstBlock >= lastBlock) {
            add(sums, intervals, first, last);
            return;
        }
        add(sums, intervals, first, firstBlock * blockLength);
        for (std::size_t i = 0; i < Classes; ++i)
            sums[i] += m_totals[lastBlock][i] - m_totals[firstBlock][i];
        add(sums, intervals, lastBlock * blockLength, last);
    }

    std::vector<Sums> m_totals;  ///< m_totals[b]: of all intervals before block b
};
