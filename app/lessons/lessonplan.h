#pragma once

#include "core/lesson/measurement.h"

#include <QString>

#include <vector>

/// What a teacher must know of a lesson, as HTML: the time, the wrong idea that it meets, what a
/// learner can do afterwards, its steps, and whether this machine has what it needs. With the
/// answers: the questions with their options and which one is right, the claims, and the
/// explanations.
[[nodiscard]] QString planOf(const lesson::Lesson& lesson, const lesson::Equipment& equipment,
                             bool withAnswers);

/// The page with the plans of several lessons and the time that they take together.
[[nodiscard]] QString planPage(const std::vector<const lesson::Lesson*>& lessons,
                               const lesson::Equipment& equipment, bool withAnswers);

/// "Plan of 3 lessons"
[[nodiscard]] QString planTitle(std::size_t lessons);

/// "1 h 5 min" for all of them together.
[[nodiscard]] QString totalTime(const std::vector<const lesson::Lesson*>& lessons);
