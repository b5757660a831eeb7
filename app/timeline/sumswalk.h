#pragma once

#include "app/timeline/timesums.h"

/// Goes along a list of intervals from one stretch of time to the next, never back. Borrows the
/// list and its sums, as they are after `extend`.
template <typename Interval, std::size_t Classes>
class SumsWalk {
public:
    using Sums = TimeSums<Interval, Classes>;

    SumsWalk(const std::vector<Interval>& intervals, const Sums& sums)
        : m_intervals(intervals),
          m_sums(sums)
    {}

    /// Moves on to the first interval that ends after `t`.
    void skipTo(Nanoseconds t)
    {
        if (m_at < m_intervals.size() && m_intervals[m_at].end <= t)
            m_at = Sums::firstEndingAfter(m_intervals, t, m_at + 1);
    }

    /// That of the interval that the walk is at, or one that never comes.
    [[nodiscard]] TimeRange range() const
    {
        if (isAtEnd())
            return {Nanoseconds::max(), Nanoseconds::max()};
        return {m_intervals[m_at].start, m_intervals[m_at].end};
    }

    [[nodiscard]] bool isAtEnd() const noexcept { return m_at >= m_intervals.size(); }

    /// Requires that there is one.
    [[nodiscard]] const Interval& interval() const { return m_intervals[m_at]; }

    /// Index of the interval that the walk is at; the list's size behind its end.
    [[nodiscard]] std::size_t index() const noexcept { return m_at; }

    /// Calls `visit(const Interval&, Nanoseconds)` for each interval that lies in `range`, with the
    /// length of its part in it, and moves on to the last of them if it ends later. Requires a walk
    /// at the first interval that ends after the start of `range`, or before it.
    template <typename Visit>
    void visitWithin(TimeRange range, Visit visit)
    {
        for (; m_at < m_intervals.size() && m_intervals[m_at].start < range.end; ++m_at) {
            const Interval& each = m_intervals[m_at];
            visit(each, std::min(each.end, range.end) - std::max(each.start, range.start));
            if (each.end > range.end)
                break;
        }
    }

    /// Where some blocks of intervals lie in `range`, sums them up nearly, without a look at any,
    /// and moves on towards its end. Else does nothing and returns false.
    [[nodiscard]] bool takeMany(TimeRange range)
    {
        if (!m_sums.sumUpMany(range, m_at, m_many))
            return false;
        m_at = m_many.next;
        return true;
    }

    /// What was summed up last.
    [[nodiscard]] const typename Sums::Many& many() const { return m_many; }

    /// The task of the first interval that starts in what was summed up last, or of the next where
    /// that one is between tasks.
    [[nodiscard]] TaskId taskOfMany() const
    {
        const std::size_t next = m_many.inside + 1;
        if (m_many.task != TaskId::None || next >= m_intervals.size())
            return m_many.task;
        return m_intervals[next].task;
    }

private:
    const std::vector<Interval>& m_intervals;
    const Sums& m_sums;
    std::size_t m_at = 0;
    typename Sums::Many m_many;
};
