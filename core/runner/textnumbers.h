#pragma once

#include "core/model/time.h"

#include <cstdint>
#include <string>

// Numbers as text, with a full stop whatever the locale, so that output can be compared.

[[nodiscard]] std::string fixedText(double value, int decimals);

/// Three figures and a unit: "802 ms", "1.25 s", "40.0 µs".
[[nodiscard]] std::string durationText(Nanoseconds length);

/// A time on an axis: "0", "50 ms", "1.5 s"; exact, without needless zeros.
[[nodiscard]] std::string axisText(Nanoseconds time);

/// "1.99×"
[[nodiscard]] std::string factorText(double factor);

/// "97 %"
[[nodiscard]] std::string percentText(double share, int decimals = 0);

/// "1,734,211"
[[nodiscard]] std::string groupedText(std::int64_t value);

/// In units of powers of ten: "8.4 MB", "150 MB", "120 bytes".
[[nodiscard]] std::string bytesText(std::int64_t bytes);

/// "1 core", "2 cores", "2 processes": the noun takes its plural for any number but one.
[[nodiscard]] std::string counted(long long count, const std::string& noun);
