#pragma once

#include "core/lesson/lessonreader.h"

#include <string>
#include <vector>

namespace lesson {

/// Where the lessons are that came with the program: beside `program`, the path of it, as
/// installed, or as built. Empty if nowhere.
[[nodiscard]] std::string shippedFolder(const std::string& program);

/// The files in a folder that are lessons by their names, sorted: all that end in .md but
/// README.md. The error says why the folder cannot be read.
[[nodiscard]] Result<std::vector<std::string>> lessonFilesIn(const std::string& folder);

/// A name that an earlier one of `lessons` has is a problem of the later file, which is no lesson
/// then.
void refuseNamesakes(std::vector<ReadLesson>& lessons);

}  // namespace lesson
