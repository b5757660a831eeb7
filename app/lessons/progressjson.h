#pragma once

#include "app/lessons/lessonprogress.h"

#include <QJsonObject>

/// The format of the progress files that are written. One with a higher number is of a later
/// program.
inline constexpr int progressFormat = 1;

/// What `kept` means for `lesson` as it is now. Options are known by their text: an answer whose
/// option is gone, and a result whose claim has changed, are left out. Files are not looked at.
[[nodiscard]] LessonProgress progressIn(const QJsonObject& kept, const lesson::Lesson& lesson);

/// `kept` with `progress` in it. What progressIn() leaves out, and keys that are not known, stay.
[[nodiscard]] QJsonObject withProgress(QJsonObject kept, const LessonProgress& progress,
                                       const lesson::Lesson& lesson);
