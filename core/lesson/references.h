#pragma once

#include "core/lesson/lesson.h"
#include "core/lesson/markdownparts.h"

#include <set>
#include <string>

namespace lesson {

/// Adds what is wrong with the names by which blocks speak of one another: names that two blocks
/// have, runs and checks that there are not, quantities that a run does not have.
void checkReferences(const Lesson& lesson, Problems& problems);

/// The runs of an experiment of the lesson, by name, that its questions, claims, programs and links
/// speak of.
[[nodiscard]] std::set<std::string> runsSpokenOf(const Lesson& lesson,
                                                 const Experiment& experiment);

/// Adds what is wrong with the links of a text: those into the timeline, and those to files that
/// are not in the lesson's folder.
void checkLinks(const Lesson& lesson, const std::vector<Link>& links, Problems& problems);

}  // namespace lesson
