#pragma once

#include <QString>

class LessonShelf;
class ProgressStore;

/// The lesson to go on with, as the path of its entry: the one at `path` where it is not finished,
/// else the next one after it that is not. Behind the last it goes on with the first; where all are
/// finished, it is simply the one after. An empty path begins with the first. Empty where no lesson
/// can be read.
[[nodiscard]] QString lessonToGoOnWith(const LessonShelf& shelf, ProgressStore& store,
                                       const QString& path = {});
