#pragma once

#include "core/lesson/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

namespace limits {
inline constexpr std::size_t maxYamlBytes = 65'536;  ///< of one block
inline constexpr std::size_t maxYamlDepth = 8;       ///< lists and maps within one another
}  // namespace limits

struct YamlEntry;

/// A value in a block of a lesson. Plain data, which knows where it stands in the file.
struct YamlValue {
    enum class Kind { Nothing, Text, List, Map };
    Kind kind = Kind::Nothing;
    Place place{};
    std::string text{};              ///< of a Text: a number is one too
    std::vector<YamlValue> items{};  ///< of a List
    std::vector<YamlEntry> entries;  ///< of a Map, in the order of the file, each key once
};

/// A key of a map with its value.
struct YamlEntry {
    std::string key;
    Place place;
    YamlValue value;
};

/// "a list", "a list of keys", …, or the text itself in quotation marks.
[[nodiscard]] std::string wordsOf(const YamlValue& value);

/// Reads the YAML of a block whose first line is line `firstLine` of the file. Names (&) and their
/// uses (*), with which few bytes can stand for any number of values, are refused, as are types (!)
/// and keys that are no text. Whatever is wrong is added to `problems`; empty where it is not YAML.
[[nodiscard]] std::optional<YamlValue> parseYaml(const std::string& text, int firstLine,
                                                 Problems& problems);

}  // namespace lesson
