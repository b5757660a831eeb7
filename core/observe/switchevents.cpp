#include "core/observe/switchevents.h"

namespace {

Event switchOut(const SchedulingEntry& entry, WaitReason reason) noexcept
{
    return {.time = entry.time,
            .core = -1,
            .kind = EventKind::SwitchOut,
            .detail = static_cast<std::uint8_t>(reason)};
}

}  // namespace

std::optional<Event> switchEvent(const SchedulingEntry& entry) noexcept
{
    switch (entry.kind) {
    case SchedulingEntry::Kind::In:
        return Event{.time = entry.time, .core = entry.core, .kind = EventKind::SwitchIn};
    case SchedulingEntry::Kind::Preempted:
        return switchOut(entry, WaitReason::Ready);
    case SchedulingEntry::Kind::Blocked:
    case SchedulingEntry::Kind::Ended:
        return switchOut(entry, WaitReason::Unknown);
    default:
        return std::nullopt;
    }
}
