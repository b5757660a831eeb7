#pragma once

#include "core/model/event.h"

#include <array>

/// What is known of a task, or of a part of one, at an instant.
enum class WorkState {
    NotStarted,
    NotKnown,  ///< in progress; nothing says what it does
    Running,
    Ready,
    Io,
    Lock,
    Queue,
    Sleep,
    Join,
    Waiting,  ///< blocked, for a reason that was not recorded
    Unseen,   ///< records were lost, so that nobody knows
};
inline constexpr std::size_t workStateCount = 11;

inline constexpr std::array allWorkStates{
    WorkState::NotStarted, WorkState::NotKnown, WorkState::Running, WorkState::Ready,
    WorkState::Io,         WorkState::Lock,     WorkState::Queue,   WorkState::Sleep,
    WorkState::Join,       WorkState::Waiting,  WorkState::Unseen};

/// The shape that tells a state from the others without colour.
enum class Pattern {
    None,
    Solid,
    ThinLine,    ///< one line at half height
    Hatch,       ///< diagonal lines
    CrossHatch,  ///< diagonal lines both ways, with a padlock where there is room
    Dots,        ///< dots, at half the height of the bar
    Rows,        ///< horizontal lines
    Columns,     ///< vertical lines
    Dashes,      ///< a band of dashes at half height
    BackHatch,   ///< diagonal lines the other way, in pairs
    Band,        ///< a band at half height
};

[[nodiscard]] constexpr WorkState stateOf(WaitReason reason) noexcept
{
    switch (reason) {
    case WaitReason::Ready:
        return WorkState::Ready;
    case WaitReason::Io:
        return WorkState::Io;
    case WaitReason::Lock:
        return WorkState::Lock;
    case WaitReason::Queue:
        return WorkState::Queue;
    case WaitReason::Sleep:
        return WorkState::Sleep;
    case WaitReason::Join:
        return WorkState::Join;
    case WaitReason::Unknown:
        break;
    }
    return WorkState::Waiting;
}

[[nodiscard]] constexpr Pattern patternOf(WorkState state) noexcept
{
    constexpr std::array<Pattern, workStateCount> patterns{
        Pattern::ThinLine, Pattern::None,       Pattern::Solid,    Pattern::Hatch,
        Pattern::Dots,     Pattern::CrossHatch, Pattern::Rows,     Pattern::Dashes,
        Pattern::Columns,  Pattern::Band,       Pattern::BackHatch};
    return patterns[static_cast<std::size_t>(state)];
}
