#pragma once

#include "core/lesson/lesson.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// What came of a file: a lesson, or what is wrong with it. Either problems or a lesson is empty.
struct ReadLesson {
    std::string file;
    std::optional<Lesson> lesson;
    Problems problems{};  ///< in the order of the file, at most limits::maxProblems
};

/// Reads a lesson from the text of a file, whose name is for messages. lessons/README.md describes
/// the format. Nothing but the text is looked at.
[[nodiscard]] ReadLesson parseLesson(std::string_view text, std::string file);

/// The same from a file; the files that it names must be there, in its folder.
[[nodiscard]] ReadLesson readLesson(const std::string& path);

/// All lessons in a folder, which are the files that end in .md but for README.md: in their order,
/// and those that cannot be read behind them. A name that another lesson has is a problem of the
/// later file. The error says why the folder cannot be read.
[[nodiscard]] Result<std::vector<ReadLesson>> readLessons(const std::string& folder);

}  // namespace lesson
