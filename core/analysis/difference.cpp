#include "core/analysis/difference.h"

std::optional<double> Change::ratio() const noexcept
{
    if (before <= Nanoseconds{})
        return std::nullopt;
    return static_cast<double>(now.count()) / static_cast<double>(before.count());
}

WorkerTimes timesOf(const Recording& run)
{
    WorkerTimes sum;
    for (const Worker& worker : run.workers) {
        const WorkerTimes times = timesOf(worker);
        sum.running += times.running;
        sum.ready += times.ready;
        sum.blocked += times.blocked;
        sum.unknown += times.unknown;
        sum.slices += times.slices;
    }
    return sum;
}

Difference differenceOf(const Recording& before, const Recording& now)
{
    const WorkerTimes then = timesOf(before);
    const WorkerTimes times = timesOf(now);
    return {.wall = {before.wall(), now.wall()},
            .running = {then.running, times.running},
            .ready = {then.ready, times.ready},
            .blocked = {then.blocked, times.blocked},
            .unknown = {then.unknown, times.unknown}};
}

const Change* largestWith(const Difference& difference) noexcept
{
    const bool isLess = difference.wall.difference() < Nanoseconds{};
    const auto gain = [isLess](const Change& change) {
        return isLess ? -change.difference() : change.difference();
    };
    const Change* largest = nullptr;
    for (const Change* change : {&difference.running, &difference.ready, &difference.blocked}) {
        if (gain(*change) > (largest ? gain(*largest) : Nanoseconds{}))
            largest = change;
    }
    return largest;
}
