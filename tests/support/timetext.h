#pragma once

#include "core/model/time.h"

#include <string>
#include <string_view>
#include <vector>

/// Where the recordings of tests begin. Not 0, so that who forgets the origin is found out.
inline constexpr Nanoseconds testOrigin = std::chrono::seconds(1);

/// "1.5" → 1.5 ms, exactly. Aborts with a message where the text is no number.
[[nodiscard]] Nanoseconds lengthFrom(std::string_view milliseconds);

/// 1.5 ms → "1.5": as few digits as say it exactly.
[[nodiscard]] std::string lengthText(Nanoseconds length);

/// The parts of `text` between separators, without the empty ones.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separators);

/// Ends the test: its own text is wrong.
[[noreturn]] void badTestText(std::string_view what, std::string_view text);
