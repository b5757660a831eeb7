#include "core/workload/increment.h"

#include "core/model/findings.h"

#include <algorithm>

namespace increment {

namespace {

/// Additions between two looks at the clock: some 10 µs.
constexpr std::uint64_t additionsPerLook = 4096;

constexpr std::uint16_t sharedLock = locknumber::first;

/// What a program does that forgets to protect its counter. Two accesses, each of them atomic: a
/// plain data race would be undefined, and the compiler might leave it out.
void addUnprotected(std::atomic<std::int64_t>& counter) noexcept
{
    const std::int64_t value = counter.load(std::memory_order_relaxed);
    counter.store(value + 1, std::memory_order_relaxed);
}

std::uint16_t lockOf(const WorkContext& context, Protection protection) noexcept
{
    return protection == Protection::SharedLock
               ? sharedLock
               : static_cast<std::uint16_t>(locknumber::first + context.seat());
}

Work addWithLock(WorkContext& context, std::uint16_t lock, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!co_await context.acquire(lock))
            co_return context.refusal();
        {
            const HoldLock hold(context, lock);
            addUnprotected(context.shared().totals.counter);
        }
        if (i % additionsPerLook == 0 && !context.goOn())
            co_return Outcome::Cancelled;
    }
    co_return Outcome::Done;
}

template <typename Add>
Work addWithoutLock(WorkContext& context, std::uint64_t count, Add add)
{
    for (std::uint64_t done = 0; done < count;) {
        const std::uint64_t until = std::min(count, done + additionsPerLook);
        for (; done < until; ++done)
            add(context.shared().totals.counter);
        if (!context.goOn())
            co_return Outcome::Cancelled;
    }
    co_return Outcome::Done;
}

}  // namespace

std::uint64_t calibrate(const WorkOrder& order)
{
    return static_cast<std::uint64_t>(order.settings[Setting::Items]);
}

Work run(WorkContext& context)
{
    const PartOfWork& part = context.part();
    const auto edge = [&](std::uint64_t index) { return part.amount * index / part.parts; };
    const std::uint64_t count =
        edge(number(part.part) + std::uint64_t{1}) - edge(number(part.part));
    const auto protection = context.shared().order.settings.choice<Protection>(Setting::Protection);
    switch (protection) {
    case Protection::None:
        return addWithoutLock(context, count, addUnprotected);
    case Protection::Atomic:
        return addWithoutLock(context, count, [](std::atomic<std::int64_t>& counter) {
            counter.fetch_add(1, std::memory_order_relaxed);
        });
    case Protection::OwnLocks:
    case Protection::SharedLock:
        break;
    }
    return addWithLock(context, lockOf(context, protection), count);
}

std::vector<Finding> findings(const SharedWork& shared)
{
    const auto expected = static_cast<std::int64_t>(shared.order.amount * shared.order.tasks);
    return {{finding::count, shared.totals.counter.load(), expected}};
}

}  // namespace increment
