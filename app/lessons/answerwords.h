#pragma once

#include "app/lessons/lessonprogress.h"

#include <QString>

/// "“Waits overlap.”", "20.5 ms", "a bar of 21.0 ms"; empty where it was not answered. `given` is
/// how the number or the length of the bar is graded (see Grade).
[[nodiscard]] QString answerText(const Answer& answer, const Question& question,
                                 const QString& given);

/// "20.5 ms", in three figures
[[nodiscard]] QString numberText(double number, const lesson::NumberAnswer& asked);

/// "a guess", "probably", "sure"
[[nodiscard]] QString confidenceText(Confidence confidence);

/// "20 for “Waits overlap.”, 3 for “Waits use the core.”"; empty where nobody counted.
[[nodiscard]] QString votesText(const Answer& answer, const Question& question);

/// "right", "not right", "not known"
[[nodiscard]] QString rightnessText(std::optional<bool> isRight);

/// "holds", "does not hold", "inconclusive", "skipped"
[[nodiscard]] QString outcomeText(lesson::Outcome outcome);
