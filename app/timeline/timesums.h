#pragma once

#include "core/model/recording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Sums of the lengths of intervals in order of time, by class, for any stretch of it in O(log n):
/// a running total and a start are kept for every block of intervals, and for every block of
/// blocks, so that a stretch of many is summed up without a look at most of them. Holds no
/// intervals itself; every call is handed the list that the last `extend` saw, or one that has
/// grown since. The last interval of the list is never in a total: while a worker lives, it may
/// become longer, shorter, or vanish.
template <typename Interval, std::size_t Classes>
class TimeSums {
public:
    using Sums = std::array<Nanoseconds, Classes>;

    /// Takes in what has been added to the list. Its last interval may still change or go.
    void extend(const std::vector<Interval>& intervals)
    {
        for (Level& level : m_levels)
            extend(level, intervals);
    }

    /// Forgets what was taken in of the intervals from `first` on: others have come among them.
    void forgetFrom(std::size_t first)
    {
        for (Level& level : m_levels) {
            level.totals.resize(std::min(level.totals.size(), first / level.length + 1));
            level.starts.resize(std::min(level.starts.size(), first / level.length));
            level.tasks.resize(level.starts.size());
        }
    }

    /// Whether `intervals` is at least as long as the part of the list that cannot change.
    [[nodiscard]] bool fits(const std::vector<Interval>& intervals) const
    {
        const auto& totals = fine().totals;
        return totals.size() < 2 || (totals.size() - 1) * blockLength <= intervals.size();
    }

    /// What lies within `range`. `at` is the index of the first interval that ends after
    /// `range.start`, as `firstEndingAfter` finds it.
    [[nodiscard]] Sums within(const std::vector<Interval>& intervals, TimeRange range,
                              std::size_t at) const
    {
        constexpr std::size_t enough = 6;  // blocks; fewer are gone through one by one
        const std::size_t block = at / blockLength + enough;
        if (block < fine().starts.size() && fine().starts[block] < range.end)
            return withinBlocks(intervals, range, at);
        Sums sums{};
        for (; at < intervals.size() && intervals[at].start < range.end; ++at) {
            const Interval& each = intervals[at];
            sums[classOf(each)] +=
                std::min(each.end, range.end) - std::max(each.start, range.start);
        }
        return sums;
    }

    /// What lies within a stretch of many intervals.
    struct Many {
        Sums sums{};
        TaskId task = TaskId::None;  ///< of an interval that starts in the stretch
        std::size_t inside = 0;      ///< its index
        std::size_t next = 0;        ///< not after the first interval that ends after the stretch
        Nanoseconds end{};           ///< of the stretch
        Sums untilEnd{};             ///< what there is before it
    };

    /// Sums up what lies within `range` where that is some blocks long. No interval is looked at:
    /// of the blocks at its ends, what lies within is taken in proportion. Does nothing for a
    /// shorter one and returns false. `from` is an index not after the first interval that ends
    /// after `range.start`. `many` is what was found before, if anything: where that ends at the
    /// start of `range`, nothing is looked up again.
    [[nodiscard]] bool sumUpMany(TimeRange range, std::size_t from, Many& many) const
    {
        return sumUpMany(m_levels[1], range, from, many) ||
               sumUpMany(m_levels[0], range, from, many);
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

    /// Blocks of one length.
    struct Level {
        std::size_t length;                 ///< in intervals
        std::vector<Sums> totals{};         ///< totals[b]: of all intervals before block b
        std::vector<Nanoseconds> starts{};  ///< of all blocks that are complete
        std::vector<TaskId> tasks{};        ///< of their first intervals
    };

    [[nodiscard]] const Level& fine() const { return m_levels[0]; }

    static void extend(Level& level, const std::vector<Interval>& intervals)
    {
        if (level.totals.empty())
            level.totals.push_back(Sums{});
        while (level.totals.size() * level.length < intervals.size()) {
            Sums total = level.totals.back();
            const std::size_t first = (level.totals.size() - 1) * level.length;
            add(total, intervals, first, first + level.length);
            level.totals.push_back(total);
        }
        while (level.starts.size() + 1 < level.totals.size()) {
            const Interval& head = intervals[level.starts.size() * level.length];
            level.starts.push_back(head.start);
            level.tasks.push_back(taskOf(head));
        }
    }

    [[nodiscard]] static bool sumUpMany(const Level& level, TimeRange range, std::size_t from,
                                        Many& many)
    {
        constexpr std::size_t some = 2;
        const auto isLong = [&](std::size_t block) {
            return block + some < level.starts.size() && level.starts[block + some] < range.end;
        };
        std::size_t first = from / level.length;
        if (!isLong(first))
            return false;
        first = blockAt(level, range.start, first);
        if (!isLong(first))
            return false;
        const std::size_t last = blockAt(level, range.end, first);
        if (last + 1 >= level.starts.size())
            return false;
        const bool goesOn = many.end == range.start && many.next > 0;
        const Sums before = goesOn ? many.untilEnd : until(level, first, range.start);
        many.untilEnd = until(level, last, range.end);
        for (std::size_t i = 0; i < Classes; ++i)
            many.sums[i] = many.untilEnd[i] - before[i];
        many.task = level.tasks[first + 1];
        many.inside = (first + 1) * level.length;
        many.next = last * level.length;
        many.end = range.end;
        return true;
    }

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
        const std::size_t block = blockAt(fine(), range.end, first / blockLength);
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
    [[nodiscard]] static std::size_t blockAt(const Level& level, Nanoseconds t, std::size_t from)
    {
        return gallop(level.starts, from + 1, [t](Nanoseconds start) { return start <= t; }) - 1;
    }

    /// What there is before `t`, which lies in block `block`, in proportion. Requires another one.
    [[nodiscard]] static Sums until(const Level& level, std::size_t block, Nanoseconds t)
    {
        Sums sums = level.totals[block];
        const Sums& next = level.totals[block + 1];
        const Nanoseconds start = level.starts[block];
        const auto whole = static_cast<double>((level.starts[block + 1] - start).count());
        const auto part = static_cast<double>((t - start).count());
        const double share = whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0;
        for (std::size_t i = 0; i < Classes; ++i) {
            const auto inBlock = static_cast<double>((next[i] - sums[i]).count());
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
        const auto& totals = fine().totals;
        const std::size_t lastBlock =
            totals.empty() ? 0 : std::min(last / blockLength, totals.size() - 1);
        if (firstBlock >= lastBlock) {
            add(sums, intervals, first, last);
            return;
        }
        add(sums, intervals, first, firstBlock * blockLength);
        for (std::size_t i = 0; i < Classes; ++i)
            sums[i] += totals[lastBlock][i] - totals[firstBlock][i];
        add(sums, intervals, lastBlock * blockLength, last);
    }

    std::array<Level, 2> m_levels{Level{blockLength}, Level{blockLength * blockLength}};
};
