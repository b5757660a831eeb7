#pragma once

#include "core/lesson/lesson.h"

#include <QString>

#include <string>
#include <vector>

/// "Concurrent", as the panel of that run is called, or "4 workers" of a study; with the
/// experiment's title before it where the lesson has several.
[[nodiscard]] QString nameOfRun(const lesson::Lesson& lesson, const std::string& of);

/// "Ten waits, by one worker and by five"; its name where it has no title.
[[nodiscard]] QString titleOf(const lesson::Experiment& experiment);

/// What the runs of an experiment are called: by the names that the lesson speaks of. Empty where a
/// run is called what it would be called anyway.
[[nodiscard]] std::vector<std::string> namesOfRuns(const lesson::Experiment& experiment,
                                                   const Machine& machine);

/// "Sequential and concurrent, 9 times each, in turns."
[[nodiscard]] QString describe(const lesson::Experiment& experiment);
