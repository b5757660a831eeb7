#include "core/analysis/times.h"

#include <algorithm>
#include <cassert>

namespace {

/// A list of slices is cut where the task changes too; as a term, a slice is one stay on one core.
bool continues(const Slice& before, const Slice& slice) noexcept
{
    return before.end == slice.start && before.core == slice.core;
}

bool isDone(const Recording& run) noexcept
{
    return run.summary.end == RunEnd::Done;
}

/// Whether both are runs that were given a plan without a name, with the same kind of worker.
bool areOfOneSweep(const Recording& a, const Recording& b) noexcept
{
    const auto hasOwnPlan = [](const Recording& run) {
        return !run.start.mode && !run.start.isObserved();
    };
    return hasOwnPlan(a) && hasOwnPlan(b) && a.start.plan.with == b.start.plan.with;
}

/// Median wall time of one worker of the kind that `run` has. Empty where nothing but `run` and its
/// repeats could be compared with it.
std::optional<Nanoseconds> oneWorkerWall(const Comparison& comparison, const Recording& run)
{
    std::vector<Nanoseconds> walls;
    bool hasOther = false;
    for (const Recording& other : comparison.runs) {
        if (!areOfOneSweep(run, other))
            continue;
        hasOther = hasOther || other.start.plan.workers() > 1;
        if (other.start.plan.workers() == 1 && isDone(other))
            walls.push_back(other.wall());
    }
    if (walls.empty() || !hasOther)
        return std::nullopt;
    return median(std::move(walls));
}

/// Adds up what something took of the machine while runs went on.
class MachineShare {
public:
    void add(const Recording& run, Nanoseconds taken)
    {
        if (!run.hasEnded())
            return;
        m_taken += taken;
        m_wall += run.wall();
    }

    [[nodiscard]] std::optional<double> of(const Machine& machine) const
    {
        if (m_wall <= Nanoseconds{})
            return std::nullopt;
        return static_cast<double>(m_taken.count()) /
               (static_cast<double>(m_wall.count()) * std::max(1, machine.cores));
    }

private:
    Nanoseconds m_taken{};
    Nanoseconds m_wall{};
};

}  // namespace

WorkerTimes timesOf(const Worker& worker)
{
    WorkerTimes times;
    const Slice* before = nullptr;
    for (const Slice& slice : worker.slices) {
        times.running += slice.end - slice.start;
        if (!before || !continues(*before, slice))
            ++times.slices;
        before = &slice;
    }
    for (const Wait& wait : worker.waits) {
        Nanoseconds& waited = wait.reason == WaitReason::Ready ? times.ready : times.blocked;
        waited += wait.end - wait.start;
    }
    for (const TimeRange& range : worker.unseen)
        times.unknown += range.length();
    return times;
}

std::optional<Nanoseconds> sequentialWall(const Comparison& comparison)
{
    std::vector<Nanoseconds> walls;
    for (const Recording& run : comparison.runs) {
        if (run.start.mode == Mode::Sequential && isDone(run))
            walls.push_back(run.wall());
    }
    if (walls.empty())
        return std::nullopt;
    return median(std::move(walls));
}

std::optional<double> speedup(const Comparison& comparison, const Recording& run)
{
    // The wall time of a run that was stopped or lost a task is not the time of the same work.
    if (!isDone(run) || run.wall() <= Nanoseconds{})
        return std::nullopt;
    auto base = sequentialWall(comparison);
    if (!base)
        base = oneWorkerWall(comparison, run);
    if (!base)
        return std::nullopt;
    return static_cast<double>(base->count()) / static_cast<double>(run.wall().count());
}

std::optional<double> efficiency(const Comparison& comparison, const Recording& run)
{
    const auto gain = speedup(comparison, run);
    if (!gain || run.start.plan.cores < 1)
        return std::nullopt;
    return *gain / run.start.plan.cores;
}

std::optional<double> observerShare(const Comparison& comparison, const Recording& run)
{
    MachineShare share;
    share.add(run, run.summary.observerTime);
    return share.of(comparison.machine);
}

std::optional<double> observerShare(const Comparison& comparison)
{
    MachineShare share;
    for (const Recording& run : comparison.runs)
        share.add(run, run.summary.observerTime);
    return share.of(comparison.machine);
}

std::optional<double> stolenShare(const Comparison& comparison)
{
    MachineShare share;
    for (const Recording& run : comparison.runs)
        share.add(run, run.summary.stolenTime.value_or(Nanoseconds{}));
    return share.of(comparison.machine);
}

Nanoseconds median(std::vector<Nanoseconds> values)
{
    assert(!values.empty());
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1)
        return values[middle];
    const Nanoseconds low = values[middle - 1];
    return low + (values[middle] - low) / 2;
}
