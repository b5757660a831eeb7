#pragma once

#include "app/lessons/lessonprogress.h"
#include "core/lesson/measurement.h"

#include <functional>
#include <optional>

/// What is known of a lesson's experiments and claims.
struct Known {
    const lesson::Lesson& lesson;
    const LessonProgress& progress;
    const lesson::Measurements& measurements;
    const lesson::Equipment& equipment;
    /// What became of a check, where that is kept; else it is judged.
    std::function<lesson::Outcome(const lesson::Check&)> outcomeOf{};
};

/// Whether the question has a right answer: by what is measured, or by the lesson's word.
[[nodiscard]] bool isGraded(const Question& question);

/// Whether what is measured decides it.
[[nodiscard]] bool isMeasured(const Question& question);

/// Whether the option is right: by what was measured, else by the kept result of its check. Empty
/// where that is not known.
[[nodiscard]] std::optional<bool> isRight(const lesson::Option& option, const Known& known);

/// How an answer compares with what was measured.
struct Grade {
    std::optional<bool> isRight{};  ///< empty where that is not known, and where nothing decides it
    QString given{};     ///< the number, or the bar on the axis of what was measured, as text
    QString measured{};  ///< the same of what was measured; empty where it is not known
    QString doubt{};     ///< why that is not known
};

/// Of several options all right ones must be chosen, and no other. Of one, its own check decides;
/// that it has none only tells where all others are known. Texts are empty for options.
[[nodiscard]] Grade gradeOf(const Answer& answer, const Question& question, const Known& known);
