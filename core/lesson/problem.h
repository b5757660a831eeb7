#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// Where in a file, both from 1. Columns count bytes.
struct Place {
    int line = 1;
    int column = 1;
    bool operator==(const Place&) const = default;
};

/// One thing that is wrong in a lesson's file.
struct Problem {
    Place place;
    std::string found;     ///< "the key “taks”"
    std::string expected;  ///< "tasks"
    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "FILE:12:3: found the key “taks”; expected tasks"
[[nodiscard]] std::string textOf(const Problem& problem, std::string_view file);

/// `text` in quotation marks, shortened to one line and free of control characters.
[[nodiscard]] std::string inQuotes(std::string_view text);

/// "a, b or c"; of very many only the first. Requires at least one.
[[nodiscard]] std::string anyOf(std::span<const std::string_view> names);

/// The one of `names` that needs the fewest letters added, left out or exchanged to be `name`
/// (Levenshtein, 1966); empty where more than about a third of them would be.
[[nodiscard]] std::string_view nearest(std::string_view name,
                                       std::span<const std::string_view> names);

/// "tasks, the nearest of name, tasks or with": what to say was expected where `name` is none of
/// `names`.
[[nodiscard]] std::string expectedInstead(std::string_view name,
                                          std::span<const std::string_view> names);

}  // namespace lesson
