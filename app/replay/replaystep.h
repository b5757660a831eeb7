#pragma once

#include "core/model/recording.h"

#include <optional>

enum class ReplayStep { Back, Forward };

/// The time at which anything changes in any run, nearest to `t` on that side of it. Times count
/// from the origin of each run. Empty where nothing changes any more.
[[nodiscard]] std::optional<Nanoseconds> nearestChange(const Comparison& comparison, Nanoseconds t,
                                                       ReplayStep step);
