#pragma once

#include "core/model/recording.h"

#include <vector>

/// From `time` on, the count is `count`.
struct Step {
    Nanoseconds time{};
    int count = 0;
    bool operator==(const Step&) const = default;
};

/// How a count changes over time; before the first step it is 0. Times rise strictly and
/// neighbouring counts differ.
using Profile = std::vector<Step>;

/// When a thread of an observed program is in progress (terms.md, "Judging a run"): in every period
/// in which it ran for long enough.
namespace progress {
inline constexpr Nanoseconds shortestPeriod = std::chrono::milliseconds(20);
inline constexpr int periodsOfRun = 50;  ///< a longer run has longer periods
inline constexpr Nanoseconds longEnough = std::chrono::microseconds(50);
}  // namespace progress

/// How many tasks are in progress, over time. Tasks that have not stopped last until `knownUntil`.
/// Of an observed program, which has no tasks: how many threads are, by the periods above, while it
/// lives and does not only wait for another to end (terms.md, "Judging a run").
[[nodiscard]] Profile inProgressProfile(const Recording& recording);

/// How many workers of tasks are on a core, over time. Running between tasks does not count; all
/// that an observed program runs does. Each slice is taken to be longer by `margin` at both ends.
[[nodiscard]] Profile runningProfile(const Recording& recording, Nanoseconds margin = {});

/// The part of `within` in which the count is at least `count`, added up. Unbroken stretches that
/// are shorter than `shortest` are left out.
[[nodiscard]] Nanoseconds timeAtLeast(const Profile& profile, int count, TimeRange within,
                                      Nanoseconds shortest = {});

/// The integral of the count over `within`, in count × nanoseconds.
[[nodiscard]] double area(const Profile& profile, TimeRange within);

[[nodiscard]] int maximum(const Profile& profile);
