#pragma once

#include "core/workload/work.h"
#include "core/workload/workcontext.h"

#include <utility>

// The serial fraction of G. Amdahl, "Validity of the single processor approach" (1967), for any
// work whose task is an amount that can be cut anywhere.

/// How much of a task only one worker at a time can do: the beginning of it.
[[nodiscard]] inline std::uint64_t serialAmount(const WorkContext& context) noexcept
{
    const std::int64_t percent = context.shared().order.settings[Setting::Serial];
    return context.part().amount / 100 * static_cast<std::uint64_t>(percent) +
           context.part().amount % 100 * static_cast<std::uint64_t>(percent) / 100;
}

/// Does this part's share of the task by `doRange(first, last)`, a Result<Outcome>, for units of
/// its amount from `first` to before `last`. The first part does the serial amount, which one task
/// at a time can do, while the others wait; the rest is shared equally.
template <typename DoRange>
Work inPhases(WorkContext& context, DoRange doRange)
{
    const PartOfWork part = context.part();
    const std::uint64_t serial = serialAmount(context);
    if (serial > 0 && part.part == PartId{0}) {
        if (!co_await context.acquire(locknumber::serial))
            co_return context.refusal();
        Result<Outcome> outcome = Outcome::Done;
        {
            const HoldLock hold(context, locknumber::serial);
            outcome = doRange(std::uint64_t{0}, serial);
        }
        context.open();
        if (!outcome || *outcome != Outcome::Done)
            co_return outcome;
    } else if (serial > 0 && !co_await context.opened()) {
        co_return Outcome::Cancelled;
    }
    const std::uint64_t rest = part.amount - serial;
    const auto edge = [&](std::uint64_t index) { return serial + rest * index / part.parts; };
    co_return doRange(edge(number(part.part)), edge(number(part.part) + std::uint64_t{1}));
}
