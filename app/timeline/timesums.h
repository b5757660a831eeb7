#pragma once

#include "core/model/recording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Sums of the lengths of intervals in order of time, by class, for any stretch of it in O(log n):
/// a running total and a start are kept for every block of intervals, so that a stretch of many is
/// summed up without a look at most of them. Holds no intervals itself; every call is handed the
/// list that the last `extend` saw, or one that has grown since. The last interval of
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
        while (m_totals.size() * blockLength < intervals.size()) {
            Sums total = m_totals.back();
            const std::size_t first = (m_totals.size() - 1) * blockLength;
            add(total, intervals, first, first + blockLength);
            m_totals.push_back(total);
        }
        while (m_starts.size() + 1 < m_totals.size()) {
            const Interval& head = intervals[m_starts.size() * blockLength];
            m_starts.push_back(head.start);
            m_tasks.push_back(taskOf(head));
        }
    }

    /// Forgets what was taken in of the intervals from `first` on: others have come among them.
    void forgetFrom(std::size_t first)
    {
        m_totals.resize(std::min(m_totals.size(), first / blockLength + 1));
        m_starts.resize(std::min(m_starts.size(), first / blockLength));
        m_tasks.resize(m_starts.size());
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
        return withinNext(intervals, range, first);
    }

    /// What lies within a stretch of very many intervals, nearly.
    struct Rough {
        Sums sums{};
        TaskId task = TaskId::None;  ///< of an interval that starts in the stretch
        std::size_t inside = 0;      ///< its index
        std::size_t next = 0;        ///< not after the first interval that ends after the stretch
        Nanoseconds end{};           ///< of the stretch
        Sums untilEnd{};             ///< what there is before it
    };

    /// What lies within `range` where it is so many blocks long that those at its ends can be taken
    /// in proportion: no interval is looked at. Nothing for a shorter one. `from` is an index not
    /// after the first interval that ends after `range.start`. `previous` is what was found for the
    /// stretch before, if anything: where it ends, nothing is looked up again.
    [[nodiscard]] std::optional<Rough> roughly(TimeRange range, std::size_t from,
                                               const std::optional<Rough>& previous = {}) const
    {
        constexpr std::size_t enough = 3;
        std::size_t first = from / blockLength;
        if (first + enough >= m_starts.size() || m_starts[first + enough] >= range.end)
            return std::nullopt;
        first = blockAt(range.start, first);
        if (first + enough >= m_starts.size() || m_starts[first + enough] >= range.end)
            return std::nullopt;
        const std::size_t last = blockAt(range.end, first);
        const Nanoseconds longest = range.length() / 2;
        if (last + 1 >= m_starts.size() || m_starts[first + 1] - m_starts[first] > longest ||
            m_starts[last + 1] - m_starts[last] > longest)
            return std::nullopt;
        const Sums untilEnd = until(last, range.end);
        Rough rough{untilEnd,           m_tasks[first + 1], (first + 1) * blockLength,
                    last * blockLength, range.end,          untilEnd};
        const bool goesOn = previous && previous->end == range.start;
        const Sums before = goesOn ? previous->untilEnd : until(first, range.start);
        for (std::size_t i = 0; i < Classes; ++i)
            rough.sums[i] -= before[i];
        return rough;
    }

    /// As `within`; `at`, the index of the first interval that ends after `range.start`, becomes
    /// that of the first that ends after `range.end`, or one before it.
    [[nodiscard]] Sums withinNext(const std::vector<Interval>& intervals, TimeRange range,
                                  std::size_t& at) const
    {
        constexpr std::size_t enough = 6;  // blocks; fewer are gone through one by one
        const std::size_t block = at / blockLength + enough;
        if (block < m_starts.size() && m_starts[block] < range.end)
            return withinBlocks(intervals, range, at);
        Sums sums{};
        for (; at < intervals.size() && intervals[at].start < range.end; ++at) {
            const Interval& each = intervals[at];
            sums[classOf(each)] +=
                std::min(each.end, range.end) - std::max(each.start, range.start);
            if (each.end > range.end)
                break;
        }
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
    static constexpr std::size_t blockLength = 8;

    template <typename Plain>
    static std::size_t classOf(const Plain&)
    {
        static_assert(Classes == 1);
        return 0;
    }
    template <typename Each>
    static TaskId taskOf(const Each& interval)
    {
        if constexpr (requires { interval.task; })
            return interval.task;
        else
            return TaskId::None;
    }
    static std::size_t classOf(const Slice& slice) { return slice.task == TaskId::None ? 1 : 0; }
    static std::size_t classOf(const Wait& wait) { return static_cast<std::size_t>(wait.reason); }

    /// The first index from `from` on of which `before` does not hold; near ones are found soonest.
    template <typename Each, typename Before>
    static std::size_t gallop(const std::vector<Each>& intervals, std::size_t from, Before before)
    {
        std::size_t low = std::min(from, intervals.size());
        for (int i = 0; i < 4; ++i, ++low) {
            if (low >= intervals.size() || !before(intervals[low]))
                return low;
        }
        std::size_t step = 4;
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

    /// By the totals of the blocks between the first and the last.
    [[nodiscard]] Sums withinBlocks(const std::vector<Interval>& intervals, TimeRange range,
                                    std::size_t first) const
    {
        const std::size_t block = blockAt(range.end, first / blockLength);
        const std::size_t last = firstStartingAt(intervals, range.end, block * blockLength);
        Sums sums{};
        addWhole(sums, intervals, first, last);
        sums[classOf(intervals[first])] -=
            std::max(Nanoseconds{}, range.start - intervals[first].start);
        sums[classOf(intervals[last - 1])] -=
            std::max(Nanoseconds{}, intervals[last - 1].end - range.end);
        return sums;
    }

    /// The last block from `from` on that starts at `t` or before; `from` if none does.
    [[nodiscard]] std::size_t blockAt(Nanoseconds t, std::size_t from) const
    {
        return gallop(m_starts, from + 1, [t](Nanoseconds start) { return start <= t; }) - 1;
    }

    /// What there is before `t`, which lies in block `block`, in proportion. Requires another one.
    [[nodiscard]] Sums until(std::size_t block, Nanoseconds t) const
    {
        Sums sums = m_totals[block];
        const auto whole = static_cast<double>((m_starts[block + 1] - m_starts[block]).count());
        const auto part = static_cast<double>((t - m_starts[block]).count());
        const double share = whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0;
        for (std::size_t i = 0; i < Classes; ++i) {
            const auto inBlock = static_cast<double>((m_totals[block + 1][i] - sums[i]).count());
            sums[i] += Nanoseconds(static_cast<std::int64_t>(share * inBlock));
        }
        return sums;
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

    std::vector<Sums> m_totals;         ///< m_totals[b]: of all intervals before block b
    std::vector<Nanoseconds> m_starts;  ///< of all blocks that are complete
    std::vector<TaskId> m_tasks;        ///< of their first intervals
};
