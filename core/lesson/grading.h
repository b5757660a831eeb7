#pragma once

#include "core/lesson/judging.h"

#include <functional>
#include <optional>

namespace lesson {

// Whether a prediction or an observation was right, by what was measured. Empty where that is not
// known.

/// By the lesson's word, or by what became of the check that decides it. An option without either
/// is not right, nor is one whose check is of the other kind of Python.
[[nodiscard]] std::optional<bool> isRight(const Option& option, const Lesson& lesson,
                                          const Equipment& equipment,
                                          const std::function<Outcome(const Check&)>& outcomeOf);

/// The same, judging the check.
[[nodiscard]] std::optional<bool> isRight(const Option& option, const Lesson& lesson,
                                          const Measurements& measurements,
                                          const Equipment& equipment);

/// `given` is in the answer's unit.
[[nodiscard]] std::optional<bool> isRight(const NumberAnswer& answer, double given,
                                          const Lesson& lesson, const Measurements& measurements,
                                          const Equipment& equipment);

/// `drawn` is the length of the bar, where scaleOf() is that of the bar for comparison.
[[nodiscard]] std::optional<bool> isRight(const DrawingAnswer& answer, Nanoseconds drawn,
                                          const Lesson& lesson, const Measurements& measurements,
                                          const Equipment& equipment);

/// What was measured of the number that was asked for, in the answer's unit.
[[nodiscard]] Measured measuredNumber(const NumberAnswer& answer, const Lesson& lesson,
                                      const Measurements& measurements, const Equipment& equipment);

/// The length of the bar that was asked for, in nanoseconds.
[[nodiscard]] Measured measuredLength(const DrawingAnswer& answer, const Lesson& lesson,
                                      const Measurements& measurements, const Equipment& equipment);

/// How long the bar for comparison is said to be before anything was measured: all tasks one after
/// another, as asked for; one second where the work has no length that was asked for.
[[nodiscard]] Nanoseconds scaleOf(const DrawingAnswer& answer, const Lesson& lesson);

/// What `drawn` comes to on the axis of what was measured: as long in comparison with the run for
/// comparison. Without such a run, it is what was drawn.
[[nodiscard]] Measured drawnLength(const DrawingAnswer& answer, Nanoseconds drawn,
                                   const Lesson& lesson, const Measurements& measurements,
                                   const Equipment& equipment);

}  // namespace lesson
