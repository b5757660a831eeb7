#pragma once

#include "app/lessons/lessonprogress.h"

#include <QJsonObject>

/// What `kept` answers to `question` as it is now. What was answered to options that are gone, or
/// in another unit, is left out.
[[nodiscard]] Answer answerIn(const QJsonObject& kept, const Question& question);

/// The answer with the text of its options, by which they are known in an edited lesson.
[[nodiscard]] QJsonObject jsonOf(const Answer& answer, const Question& question);
