#include "core/lesson/runvalue.h"

#include "core/analysis/verdict.h"
#include "core/lesson/hindrance.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace lesson {

namespace {

using Value = std::optional<Estimate>;

/// What was measured, and what it may have been had nobody hindered the run.
Estimate wallOf(const Recording& run, int machineCores)
{
    const Nanoseconds wall = run.wall();
    const Nanoseconds delay = std::min(wall, hindranceOf(run, machineCores).delay);
    return {static_cast<double>(wall.count()), static_cast<double>((wall - delay).count()),
            static_cast<double>(wall.count())};
}

/// Shares of a wall time are larger where it is shorter.
Value cpuShareOf(const Recording& run, int machineCores)
{
    const Estimate wall = wallOf(run, machineCores);
    const auto cpu = static_cast<double>((run.summary.userTime + run.summary.systemTime).count());
    if (wall.low <= 0)
        return std::nullopt;
    const double most = std::max(cpu / wall.value, static_cast<double>(machineCores));
    return Estimate{cpu / wall.value, cpu / wall.high, std::min(most, cpu / wall.low)};
}

Value parallelismOf(const Recording& run, int machineCores)
{
    const Hindrance hindrance = hindranceOf(run, machineCores);
    const double seen = hindrance.parallelismShare;
    Estimate share{seen, std::min(seen, hindrance.possibleParallelismShare),
                   std::max(seen, hindrance.possibleParallelismShare)};
    if (run.start.evidence != Evidence::Exact) {  // it may have made overlaps up, or missed some
        const ParallelismBounds bounds = judge(run).bounds;
        share.low = std::min(share.low, bounds.sure);
        share.high = std::max(share.high, bounds.possible);
    }
    return share;
}

/// Half of the time on cores is in slices at least this long: thousands of moments in which a
/// worker only looks for work do not count as much as the turns in which it works.
Value sliceOf(const Recording& run)
{
    std::vector<Nanoseconds> lengths;
    Nanoseconds all{};
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices) {
            lengths.push_back(slice.end - slice.start);
            all += lengths.back();
        }
    }
    std::ranges::sort(lengths, std::ranges::greater());
    Nanoseconds before{};
    for (const Nanoseconds length : lengths) {
        before += length;
        if (2 * before >= all)
            return exactly(length);
    }
    return std::nullopt;
}

Value taskTimeOf(const Recording& run, Quantity quantity)
{
    Nanoseconds longest{};
    Nanoseconds all{};
    for (const Task& task : run.tasks) {
        if (!task.start || !task.stop)
            continue;
        longest = std::max(longest, *task.stop - *task.start);
        all += *task.stop - *task.start;
    }
    return exactly(quantity == Quantity::LongestTask ? longest : all);
}

double tasksThat(const Recording& run, ::Outcome became)
{
    return static_cast<double>(std::ranges::count(run.tasks, became, &Task::outcome));
}

double workersWithTasks(const Recording& run)
{
    return static_cast<double>(std::ranges::count_if(
        run.workers, [](const Worker& worker) { return !worker.parts.empty(); }));
}

Value findingOf(const Recording& run, Quantity quantity)
{
    const auto found =
        std::ranges::find(run.summary.findings, traitsOf(quantity).finding, &Finding::name);
    if (found == run.summary.findings.end())
        // Deadlocks are written down only where there were any.
        return quantity == Quantity::Deadlocks ? Value(exactly(0.0)) : std::nullopt;
    if (quantity != Quantity::ExpectedCount)
        return exactly(static_cast<double>(found->value));
    return found->expected ? Value(exactly(static_cast<double>(*found->expected))) : std::nullopt;
}

}  // namespace

Estimate exactly(double value)
{
    return {value, value, value};
}

Estimate exactly(Nanoseconds time)
{
    return exactly(static_cast<double>(time.count()));
}

std::optional<Estimate> valueOf(Quantity quantity, const Recording& run, int machineCores)
{
    if (!traitsOf(quantity).finding.empty())
        return findingOf(run, quantity);
    switch (quantity) {
    case Quantity::Wall:
        return wallOf(run, machineCores);
    case Quantity::User:
        return exactly(run.summary.userTime);
    case Quantity::Sys:
        return exactly(run.summary.systemTime);
    case Quantity::Cpu:
        return exactly(run.summary.userTime + run.summary.systemTime);
    case Quantity::CpuShare:
        return cpuShareOf(run, machineCores);
    case Quantity::ParallelismShare:
        return parallelismOf(run, machineCores);
    case Quantity::ConcurrencyShare:
        return exactly(judge(run).concurrency.share);
    case Quantity::InProgress:
        return exactly(judge(run).concurrency.mean);
    case Quantity::Running:
        return exactly(judge(run).parallelism.mean);
    case Quantity::MostInProgress:
        return exactly(judge(run).concurrency.max);
    case Quantity::MostRunning:
        return exactly(judge(run).parallelism.max);
    case Quantity::Slice:
        return sliceOf(run);
    case Quantity::LongestTask:
    case Quantity::AllTasks:
        return taskTimeOf(run, quantity);
    case Quantity::Tasks:
        return exactly(static_cast<double>(run.tasks.size()));
    case Quantity::TasksDone:
        return exactly(tasksThat(run, ::Outcome::Done));
    case Quantity::TasksFailed:
        return exactly(tasksThat(run, ::Outcome::Failed));
    case Quantity::Workers:
        return exactly(workersWithTasks(run));
    case Quantity::StartUp:
        return exactly(run.start.startUp);
    default:
        return std::nullopt;
    }
}

}  // namespace lesson
