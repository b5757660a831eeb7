#pragma once

#include "core/lesson/lesson.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lesson {

// How a lesson is gone through: pages, and what on them has to do with which experiment. All point
// into the lesson.

/// What is shown at once: the introduction, which has the lesson's title, or a step.
struct Page {
    std::string title;
    const std::vector<Block>* blocks = nullptr;
};

/// In their order; at least one.
[[nodiscard]] std::vector<Page> pagesOf(const Lesson& lesson);

/// The experiments that a block declares, asks about or judges, each once.
[[nodiscard]] std::vector<const Experiment*> experimentsOf(const Lesson& lesson,
                                                           const Block& block);

/// Those of all blocks of a page, in the order of the lesson.
[[nodiscard]] std::vector<const Experiment*> experimentsOn(const Lesson& lesson, const Page& page);

/// The predictions that have to be made before that experiment is run: they lock runs, and ask
/// about it, or stand on a page with it if they ask about none.
[[nodiscard]] std::vector<const Prediction*> locksOf(const Lesson& lesson,
                                                     const Experiment& experiment);

}  // namespace lesson
