#include "core/analysis/profile.h"

#include <algorithm>

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

/// Adds the time in which `worker` runs for any task. Slices that touch are one, so that a worker
/// counts once at every instant.
void addRunning(const Worker& worker, IntervalCounter& counter)
{
    TimeRange unbroken;
    for (const Slice& slice : worker.slices) {
        if (slice.task == TaskId::None)
            continue;
        if (slice.start > unbroken.end || unbroken.isEmpty()) {
            counter.add(unbroken);
            unbroken.start = slice.start;
        }
        unbroken.end = std::max(unbroken.end, slice.end);
    }
    counter.add(unbroken);
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
    for (const Task& task : recording.tasks) {
        if (task.start)
            counter.add({*task.start, task.stop.value_or(recording.knownUntil)});
    }
    return counter.profile();
}

Profile runningProfile(const Recording& recording)
{
    IntervalCounter counter;
    for (const Worker& worker : recording.workers)
        addRunning(worker, counter);
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
