#pragma once

#include "app/lessons/lessonprogress.h"
#include "core/lesson/measurement.h"

#include <optional>

/// What is known of a lesson's experiments and claims.
struct Known {
    const lesson::Lesson& lesson;
    const LessonProgress& progress;
    const lesson::Measurements& measurements;
    const lesson::Equipment& equipment;
};

/// Whether the question has a right answer: by what is measured, or by the lesson's word.
[[nodiscard]] bool isGraded(const Question& question);

/// Whether what is measured decides it.
[[nodiscard]] bool isMeasured(const Question& question);

/// Whether the option is right: by the kept result of its check, else by what was measured. Empty
/// where that is not known.
[[nodiscard]] std::optional<bool> isRight(const lesson::Option& option, const Known& known);

/// Whether the answer is. Of several options all right ones must be chosen, and no other. Empty
/// where it is not known, and where no check decides the question.
[[nodiscard]] std::optional<bool> isRight(const Answer& answer, const Question& question,
                                          const Known& known);

/// What was measured of the number or the bar that was asked for, as text; empty where it is not
/// known or where options were asked for.
[[nodiscard]] QString measuredText(const Question& question, const Known& known);
