#include "core/workload/sleeping.h"

namespace sleeping {

std::uint64_t calibrate(const WorkOrder& order)
{
    return static_cast<std::uint64_t>(order.taskLength.count());
}

Work run(WorkContext& context)
{
    const PartOfWork& part = context.part();
    const Nanoseconds length(static_cast<std::int64_t>(part.amount / part.parts));
    if (!co_await context.sleep(length))
        co_return Outcome::Cancelled;
    co_return Outcome::Done;
}

}  // namespace sleeping
