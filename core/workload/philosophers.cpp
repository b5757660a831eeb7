#include "core/workload/philosophers.h"

#include "core/workload/compute.h"

#include <algorithm>

namespace philosophers {

namespace {

/// How long it takes to reach for the second fork: long enough for a neighbour to take it.
constexpr Nanoseconds reach = std::chrono::milliseconds(1);

/// The locks that are a task's forks, in the order in which it takes them.
struct Forks {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
};

Forks forksOf(const WorkContext& context) noexcept
{
    const auto at = [](std::uint32_t place) {
        return static_cast<std::uint16_t>(locknumber::first + place);
    };
    const std::uint32_t ring = std::max(2U, context.shared().order.tasks);
    const std::uint32_t place = number(context.part().task) - 1;
    const Forks forks{at(place), at((place + 1) % ring)};
    const auto order = context.shared().order.settings.choice<LockOrder>(Setting::Order);
    if (order == LockOrder::Same && forks.second < forks.first)
        return {forks.second, forks.first};
    return forks;
}

}  // namespace

std::uint64_t calibrate(const WorkOrder& order)
{
    return compute::calibrate(order);
}

Work run(WorkContext& context)
{
    const Forks forks = forksOf(context);
    const auto rounds =
        static_cast<std::uint64_t>(context.shared().order.settings[Setting::Rounds]);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        if (!co_await context.acquire(forks.first))
            co_return context.refusal();
        const HoldLock holdFirst(context, forks.first);
        if (!co_await context.sleep(reach))
            co_return Outcome::Cancelled;
        if (!co_await context.acquire(forks.second))
            co_return context.refusal();
        const HoldLock holdSecond(context, forks.second);
        const std::uint64_t amount = context.part().amount;
        const auto eaten =
            compute::doSteps(context, amount * round / rounds, amount * (round + 1) / rounds);
        if (!eaten || *eaten != Outcome::Done)
            co_return eaten;
    }
    co_return Outcome::Done;
}

}  // namespace philosophers
