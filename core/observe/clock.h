#pragma once

#include "core/model/time.h"

#include <cstdint>

/// CLOCK_MONOTONIC: the one clock of all recordings, the same in every process of the machine.
[[nodiscard]] Nanoseconds now() noexcept;

/// The core that the calling thread is on, as the operating system numbers it; -1 if not known.
[[nodiscard]] std::int16_t currentCore() noexcept;
