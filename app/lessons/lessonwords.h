#pragma once

#include "app/lessons/lessonprogress.h"

#include <QString>

#include <string_view>

/// A text of a lesson as it is shown in one line: free of line breaks, and at most 200 characters.
[[nodiscard]] QString lineOf(std::string_view text);

/// The same without a limit, and with its line breaks.
[[nodiscard]] QString textOf(std::string_view text);

/// Its number in the curriculum; empty for lessons without.
[[nodiscard]] QString numberOf(const lesson::Lesson& lesson);

/// "12 min", "1 h 5 min"
[[nodiscard]] QString minutesText(int minutes);

/// "not begun", "step 2 of 7", "finished"
[[nodiscard]] QString stateText(const LessonProgress& progress, const lesson::Lesson& lesson);
