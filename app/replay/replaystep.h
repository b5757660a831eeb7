#pragma once

#include "core/model/recording.h"

#include <optional>
#include <vector>

enum class ReplayStep { Back, Forward };

/// The runs of a comparison that are replayed; nothing stands for all.
using ReplayedRuns = std::optional<std::vector<std::size_t>>;

[[nodiscard]] bool isReplayed(const ReplayedRuns& runs, std::size_t run);

/// The time at which anything changes in any of `runs`, nearest to `t` on that side of it. Times
/// count from the origin of each run. Empty where nothing changes any more.
[[nodiscard]] std::optional<Nanoseconds> nearestChange(const Comparison& comparison,
                                                       const ReplayedRuns& runs, Nanoseconds t,
                                                       ReplayStep step);
