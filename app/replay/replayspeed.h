#pragma once

#include "core/model/time.h"

#include <QString>

#include <array>
#include <cstddef>

/// By how much a replay slows the picture down: so many times.
inline constexpr std::array<int, 7> replayDivisors{1000, 300, 100, 30, 10, 3, 1};

/// Index in `replayDivisors` of the slowest at which `length` takes no longer than a class watches.
[[nodiscard]] std::size_t suggestedSpeed(Nanoseconds length) noexcept;

/// "1/10 speed", "full speed"
[[nodiscard]] QString speedText(std::size_t speed);
