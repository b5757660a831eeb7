#include "core/analysis/profile.h"

#include <algorithm>
#include <cstdint>

namespace {

/// Collects intervals and counts how many of them cover each instant.
class IntervalCounter {
public:
    void add(TimeRange range)
    {
        if (range.isEmpty())
            return;
        m_changes.push_back({range.start, +1});
        m_changes.push_back({range.end, -1});
    }

    /// Changes at one instant are added up before they count, so that an interval that ends where
    /// another starts never overlaps it.
    [[nodiscard]] Profile profile()
    {
        std::ranges::sort(m_changes, {}, &Step::time);
        Profile steps;
        int count = 0;
        for (auto change = m_changes.cbegin(); change != m_changes.cend();) {
            const Nanoseconds time = change->time;
            const int before = count;
            for (; change != m_changes.cend() && change->time == time; ++change)
                count += change->count;
            if (count != before)
                steps.push_back({time, count});
        }
        return steps;
    }

private:
    std::vector<Step> m_changes;  ///< their counts are differences
};

/// Adds the time in which `worker` runs for any task, or at all where there are no tasks. Slices
/// that touch are one, so that a worker counts once at every instant.
void addRunning(const Worker& worker, bool hasTasks, Nanoseconds margin, IntervalCounter& counter)
{
    TimeRange unbroken;
    for (const Slice& slice : worker.slices) {
        if (hasTasks && slice.task == TaskId::None)
            continue;
        const TimeRange range{slice.start - margin, slice.end + margin};
        if (range.start > unbroken.end || unbroken.isEmpty()) {
            counter.add(unbroken);
            unbroken.start = range.start;
        }
        unbroken.end = std::max(unbroken.end, range.end);
    }
    counter.add(unbroken);
}

/// The equal periods in which an observed program is judged.
class Periods {
public:
    explicit Periods(TimeRange span) noexcept
        : m_span(span),
          m_length(std::max(progress::shortestPeriod, span.length() / progress::periodsOfRun))
    {}

    [[nodiscard]] std::int64_t indexOf(Nanoseconds time) const noexcept
    {
        return (time - m_span.start) / m_length;
    }
    [[nodiscard]] TimeRange range(std::int64_t index) const noexcept
    {
        const Nanoseconds start = m_span.start + index * m_length;
        return {start, std::min(start + m_length, m_span.end)};
    }

private:
    TimeRange m_span;
    Nanoseconds m_length;
};

/// Nobody is in progress before the start or after the stop.
TimeRange lifeWithin(const Worker& worker, TimeRange range) noexcept
{
    return {std::max(range.start, worker.start),
            std::min(range.end, worker.stop.value_or(range.end))};
}

/// Adds `range` but for the times in which `worker` only waits for another to end, from the wait
/// `join` on, which is moved on past those that end in it.
void addButForJoins(const Worker& worker, TimeRange range, std::vector<Wait>::const_iterator& join,
                    IntervalCounter& counter)
{
    for (; join != worker.waits.end() && join->start < range.end; ++join) {
        if (join->reason != WaitReason::Join || join->end <= range.start)
            continue;
        counter.add({range.start, join->start});
        range.start = join->end;
        if (join->end > range.end)
            return;  // it goes on in the next period
    }
    counter.add(range);
}

/// Adds the periods in which `worker` ran long enough to be in progress.
void addBusyPeriods(const Worker& worker, const Periods& periods, IntervalCounter& counter)
{
    std::int64_t current = -1;
    Nanoseconds ran{};
    auto join = worker.waits.begin();
    const auto finish = [&] {
        if (ran >= progress::longEnough)
            addButForJoins(worker, lifeWithin(worker, periods.range(current)), join, counter);
        ran = {};
    };
    for (const Slice& slice : worker.slices) {
        for (Nanoseconds start = slice.start; start < slice.end;) {
            if (const std::int64_t index = periods.indexOf(start); index != current) {
                finish();
                current = index;
            }
            // Beyond the last period, which the run's end cuts, nothing is left to be judged.
            const Nanoseconds end = std::min(slice.end, periods.range(current).end);
            if (end <= start)
                break;
            ran += end - start;
            start = end;
        }
    }
    finish();
}

/// Calls `visit(range, count)` for each part of `within` with one count, in order of time.
template <typename Visit>
void forEachPart(const Profile& profile, TimeRange within, Visit visit)
{
    Nanoseconds start = within.start;
    int count = 0;
    for (const Step& step : profile) {
        if (step.time >= within.end)
            break;
        if (step.time > start) {
            visit(TimeRange{start, step.time}, count);
            start = step.time;
        }
        count = step.count;
    }
    if (start < within.end)
        visit(TimeRange{start, within.end}, count);
}

}  // namespace

Profile inProgressProfile(const Recording& recording)
{
    IntervalCounter counter;
    if (recording.start.isObserved()) {
        const Periods periods(recording.span());
        for (const Worker& worker : recording.workers)
            addBusyPeriods(worker, periods, counter);
    }
    for (const Task& task : recording.tasks) {
        if (task.start)
            counter.add({*task.start, task.stop.value_or(recording.knownUntil)});
    }
    return counter.profile();
}

Profile runningProfile(const Recording& recording, Nanoseconds margin)
{
    IntervalCounter counter;
    for (const Worker& worker : recording.workers)
        addRunning(worker, !recording.start.isObserved(), margin, counter);
    return counter.profile();
}

Nanoseconds timeAtLeast(const Profile& profile, int count, TimeRange within, Nanoseconds shortest)
{
    Nanoseconds total{};
    Nanoseconds stretch{};
    const auto endStretch = [&] {
        if (stretch >= shortest)
            total += stretch;
        stretch = {};
    };
    forEachPart(profile, within, [&](TimeRange part, int partCount) {
        if (partCount >= count)
            stretch += part.length();
        else
            endStretch();
    });
    endStretch();
    return total;
}

double area(const Profile& profile, TimeRange within)
{
    double sum = 0;
    forEachPart(profile, within, [&](TimeRange part, int count) {
        sum += static_cast<double>(count) * static_cast<double>(part.length().count());
    });
    return sum;
}

int maximum(const Profile& profile)
{
    const auto highest = std::ranges::max_element(profile, {}, &Step::count);
    return highest == profile.end() ? 0 : highest->count;
}
