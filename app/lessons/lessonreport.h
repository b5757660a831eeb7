#pragma once

#include "app/lessons/lessonprogress.h"
#include "core/lesson/measurement.h"

#include <QDateTime>
#include <QString>

#include <vector>

/// A lesson, and how far somebody came in it.
struct TakenLesson {
    lesson::Lesson lesson;
    LessonProgress progress;
};

/// What a report tells of a lesson, as HTML: the answers, the claims, and the timelines of the
/// recordings that were kept. A recording that cannot be read is told in its place. On the main
/// thread only.
[[nodiscard]] QString reportOf(const TakenLesson& taken, const lesson::Equipment& equipment);

/// The page that such parts, one after another, make up.
[[nodiscard]] QString reportPage(const QString& parts, std::size_t lessons,
                                 const lesson::Equipment& equipment, const QDateTime& date);

/// "Report on 3 lessons"
[[nodiscard]] QString reportTitle(std::size_t lessons);
