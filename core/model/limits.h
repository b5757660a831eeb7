#pragma once

#include "core/model/time.h"

#include <cstddef>

/// What a recording may hold at most, however it came about: bounds the memory that a small but
/// hostile stream can ask for, and what arithmetic on its times can reach.
namespace limits {
inline constexpr Nanoseconds longestRun = std::chrono::hours(24 * 366 * 10);
inline constexpr std::size_t maxTasksOfAllRuns = 4'000'000;
inline constexpr std::size_t maxWorkersOfRun = 10'000;
inline constexpr std::size_t maxArguments = 4'096;  ///< of an observed program, with its name
inline constexpr std::size_t maxFindings = 64;
inline constexpr std::size_t maxThumbnail = 16'384;  ///< in bytes, of a picture
inline constexpr std::size_t maxBookmarks = 256;
inline constexpr std::size_t maxBookmarkNote = 1'000;  ///< in UTF-16 units
inline constexpr int maxMachineCores = 32'768;         ///< as many as Event::core can tell apart
}  // namespace limits
