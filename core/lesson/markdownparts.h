#pragma once

#include "core/lesson/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// Where a piece of Markdown links to.
struct Link {
    std::string target;
    Place place{};
};

/// A piece of a lesson's file, in its order.
struct Part {
    enum class Kind { FrontMatter, Heading, Markdown, Fenced };
    Kind kind = Kind::Markdown;
    std::string text;           ///< of a heading without the ##; of a block what is between fences
    std::string name{};         ///< of a block, without the braces
    Place place{};              ///< of the fence of a block
    std::vector<Link> links{};  ///< of Markdown, but for what stands in code
};

/// Cuts a file at its front matter, at ## and at fences whose name is in braces. Other fences are
/// Markdown like everything else.
[[nodiscard]] std::vector<Part> partsOf(std::string_view file, Problems& problems);

}  // namespace lesson
