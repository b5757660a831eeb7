#pragma once

#include "core/lesson/measurement.h"

namespace lesson {

/// The value of an amount, by interval arithmetic: every combination of what its parts may be lies
/// in the interval. The doubt is that of the first part which has none.
[[nodiscard]] Measured valueOf(const Amount& amount, const Lesson& lesson,
                               const Measurements& measurements, const Equipment& equipment);

/// "2.5 ms (2.4 to 2.7 ms)", "0.98 (0.97 to 1)", "12"
[[nodiscard]] std::string textOf(const Estimate& estimate, bool isTime);

}  // namespace lesson
