#include "core/workload/compute.h"

#include "core/observe/cputime.h"
#include "core/workload/phases.h"

#include <algorithm>
#include <string>
#include <vector>

namespace compute {

namespace {

// Knuth's MMIX generator: full period modulo 2^64.
constexpr std::uint64_t multiplier = 6364136223846793005U;
constexpr std::uint64_t increment = 1442695040888963407U;

/// Steps between two looks at the clock: about 10 µs, so that a look costs under 0.5 %.
constexpr std::uint64_t stepsPerLook = 8192;

/// Nanoseconds of this core's time for one step, over about 2 ms.
double costOfStep()
{
    constexpr std::uint64_t steps = 200 * stepsPerLook;
    const std::uint64_t start = seedOf(TaskId{1});
    const Nanoseconds before = threadCpuTime().total;
    const std::uint64_t end = walk(start, steps);
    const Nanoseconds used = threadCpuTime().total - before;
    // The comparison uses the result, so that the work is really done.
    return end == jump(start, steps) ? static_cast<double>(used.count()) / steps : 0;
}

}  // namespace

std::uint64_t walk(std::uint64_t state, std::uint64_t steps) noexcept
{
    for (std::uint64_t i = 0; i < steps; ++i)
        state = state * multiplier + increment;
    return state;
}

std::uint64_t jump(std::uint64_t state, std::uint64_t steps) noexcept
{
    std::uint64_t factor = 1;
    std::uint64_t offset = 0;
    std::uint64_t stepFactor = multiplier;
    std::uint64_t stepOffset = increment;
    for (; steps > 0; steps >>= 1U) {
        if (steps & 1U) {
            factor *= stepFactor;
            offset = offset * stepFactor + stepOffset;
        }
        stepOffset *= stepFactor + 1;
        stepFactor *= stepFactor;
    }
    return factor * state + offset;
}

std::uint64_t seedOf(TaskId task) noexcept
{
    return 0x9e3779b97f4a7c15U * (number(task) + 1ULL);
}

std::uint64_t stepsIn(Nanoseconds length)
{
    constexpr int warmUps = 3;  // the core needs a moment to reach its speed
    constexpr int samples = 9;
    std::vector<double> costs;
    for (int i = 0; i < warmUps + samples; ++i) {
        const double cost = costOfStep();
        if (i >= warmUps && cost > 0)
            costs.push_back(cost);
    }
    std::ranges::sort(costs);
    const double median = costs.empty() ? 1.0 : costs[costs.size() / 2];
    return std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(static_cast<double>(length.count()) / median));
}

std::uint64_t calibrate(const WorkOrder& order)
{
    return stepsIn(order.taskLength);
}

Result<Outcome> doSteps(WorkContext& context, std::uint64_t first, std::uint64_t last)
{
    const std::uint64_t seed = seedOf(context.part().task);
    std::uint64_t state = jump(seed, first);
    for (std::uint64_t done = first; done < last;) {
        const std::uint64_t steps = std::min(stepsPerLook, last - done);
        state = walk(state, steps);
        done += steps;
        if (!context.goOn())
            return Outcome::Cancelled;
    }
    const std::uint64_t expected = jump(seed, last);
    if (state != expected)
        return failure("the result is " + std::to_string(state) + "; expected " +
                       std::to_string(expected));
    return Outcome::Done;
}

Work run(WorkContext& context)
{
    return inPhases(context, [&context](std::uint64_t first, std::uint64_t last) {
        return doSteps(context, first, last);
    });
}

}  // namespace compute
