#pragma once

#include "core/model/event.h"
#include "core/observe/schedulingrecord.h"

#include <optional>

/// The event that an entry of the scheduling record makes of its thread: a switch in or out, also
/// for its end. Nothing for other entries. The worker is the caller's to fill in.
[[nodiscard]] std::optional<Event> switchEvent(const SchedulingEntry& entry) noexcept;
