#include "core/model/event.h"

#include <array>

Outcome outcomeOf(const Event& event) noexcept
{
    return event.detail <= static_cast<std::uint8_t>(Outcome::Cancelled)
               ? static_cast<Outcome>(event.detail)
               : Outcome::Failed;
}

WaitReason reasonOf(const Event& event) noexcept
{
    return event.detail < waitReasonCount ? static_cast<WaitReason>(event.detail)
                                          : WaitReason::Unknown;
}

std::string_view nameOf(EventKind kind) noexcept
{
    static constexpr std::array<std::string_view, eventKindCount> names{
        "worker-start", "worker-stop", "task-start", "task-stop", "part-start", "part-stop",
        "wait-begin",   "wait-end",    "gap",        "alive",     "lost",       "switch-in",
        "switch-out",   "because",     "unseen",     "suspend"};
    const auto index = static_cast<std::size_t>(kind) - 1;
    return index < names.size() ? names[index] : "unknown";
}

std::string describe(const Event& event)
{
    return "event " + std::to_string(static_cast<int>(event.kind)) + " (" +
           std::string(nameOf(event.kind)) + ") of worker " + std::to_string(number(event.worker)) +
           " at " + std::to_string(event.time.count()) + " ns";
}

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
