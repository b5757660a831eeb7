#pragma once

#include "core/lesson/judging.h"
#include "core/lesson/lessonreader.h"

#include <QJsonObject>

#include <string>
#include <vector>

/// A claim of a lesson, and what became of it.
struct CheckResult {
    std::string claim;
    lesson::Judged judged;
};

/// What became of the claims of a lesson.
struct LessonResult {
    std::string name;
    std::string title;
    std::vector<CheckResult> checks;
};

/// {"format": "coreogram-lessons/1", "lessons": […]}
[[nodiscard]] QJsonObject lessonListJson(const std::vector<lesson::ReadLesson>& lessons);
[[nodiscard]] QJsonObject lessonResultJson(const std::vector<LessonResult>& results);

/// A line for each lesson: its name, how long it takes, and its title.
[[nodiscard]] std::string lessonListText(const std::vector<lesson::ReadLesson>& lessons);

/// The claims of a lesson, each with its outcome and, below it, what was measured and why.
[[nodiscard]] std::string lessonResultText(const LessonResult& result);
