#include "core/model/event.h"

#include <array>

std::string_view nameOf(WaitReason reason) noexcept
{
    static constexpr std::array<std::string_view, waitReasonCount> names{
        "ready", "io", "lock", "queue", "sleep", "join", "unknown"};
    const auto index = static_cast<std::size_t>(reason);
    return index < names.size() ? names[index] : names.back();
}

std::string_view nameOf(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Done:
        return "done";
    case Outcome::Failed:
        return "failed";
    case Outcome::Cancelled:
        return "cancelled";
    }
    return "failed";
}
