#pragma once

#include "core/lesson/flow.h"

#include <QString>

#include <algorithm>
#include <vector>

// What can be said of a lesson's pages alone, whoever takes it.

/// Whether the page has a block of that kind.
template <class Wanted>
[[nodiscard]] bool hasBlock(const lesson::Page& page)
{
    return std::ranges::any_of(*page.blocks, [](const lesson::Block& block) {
        return std::holds_alternative<Wanted>(block);
    });
}

/// What the page asks; its title where it asks nothing.
[[nodiscard]] QString questionOn(const lesson::Page& page);

/// The experiments of the pages up to that one, with it. `last` is a page that there is.
[[nodiscard]] std::vector<const lesson::Experiment*>
declaredUntil(const std::vector<lesson::Page>& pages, std::size_t last);

/// The first program of that page, or else the last one of those before it; null if there is none.
[[nodiscard]] const lesson::Program* programAt(const std::vector<lesson::Page>& pages,
                                               std::size_t page);

/// "Waiting together · step 3 of 8", or that it is the introduction; `page` is counted from 0.
[[nodiscard]] QString whereText(const lesson::Lesson& lesson, std::size_t page);
