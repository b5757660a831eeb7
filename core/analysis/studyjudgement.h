#pragma once

#include "core/analysis/study.h"

#include <optional>
#include <string>

// What a study may claim, and what not.

/// More than this share of all cores taken by others leaves a study inconclusive: a speedup is then
/// wrong by about as much.
inline constexpr double mostTaken = 0.05;

/// Workers that have less than this share of all cores mostly wait, and find a core in time however
/// busy the others are: the intervals tell if they did not.
inline constexpr double leastDisturbed = 0.10;

/// Fewer repeats enclose the median with less than 93 %.
inline constexpr int fewestRepeats = 5;

/// A time whose interval is wider than this share of it is vague: what one more worker brings to a
/// handful of them is less. A study is inconclusive where the time of one worker, by which all are
/// judged, is vague, or more than half of the others are.
inline constexpr double widestInterval = 0.25;

/// The gain that may at most remain beyond a knee.
inline constexpr double mostGainAfterKnee = 0.10;

/// What others took of the machine during all runs that have ended: the time that its cores were
/// busy or stolen, less what the operating system accounts to the workers, their image server and
/// Coreogram. Over all runs together, as the machine's time is counted in steps of 10 ms. Empty
/// where that is not known.
[[nodiscard]] std::optional<Disturbance> disturbanceOf(const Comparison& comparison);

/// The smallest number of workers after which no later point's interval of wall time lies below its
/// own, provided that the intervals leave no room for a later gain of more than mostGainAfterKnee.
/// Empty where they do, and where there is no later point.
[[nodiscard]] std::optional<int> kneeOf(const StudyCurve& curve);

/// Why nothing can be said, to follow "inconclusive: "; empty if something can.
[[nodiscard]] std::string doubtOf(const Study& study);
