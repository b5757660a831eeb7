#pragma once

#include "core/lesson/lesson.h"

#include <QString>

/// "Concurrent", as the panel of that run is called, or "4 workers" of a study; with the
/// experiment's title before it where the lesson has several.
[[nodiscard]] QString nameOfRun(const lesson::Lesson& lesson, const std::string& of);

/// "Ten waits, by one worker and by five"; its name where it has no title.
[[nodiscard]] QString titleOf(const lesson::Experiment& experiment);

/// "Sequential and concurrent, 9 times each, in turns."
[[nodiscard]] QString describe(const lesson::Experiment& experiment);
