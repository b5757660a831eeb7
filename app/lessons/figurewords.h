#pragma once

#include "core/lesson/judging.h"
#include "core/lesson/lesson.h"

#include <QString>

// What was measured, in the words of who takes a lesson. Those of who writes one are in
// core/lesson.

/// "CPU use of “Computing”: 98 % of one core (97 % to 99 %)", with the median and its interval;
/// "verdict on “Both”: Concurrent and parallel, in all 5 runs".
[[nodiscard]] QString figureText(const lesson::Figure& figure, const lesson::Lesson& lesson);

/// What became of a claim, with its figures a line each, and with runs called as their panels are.
[[nodiscard]] lesson::Judged inWords(const lesson::Examined& examined, const lesson::Check& check,
                                     const lesson::Lesson& lesson);
