#pragma once

#include "core/lesson/yamltree.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

enum class Need { Required, Optional };

/// A number with the range that it may be in.
struct Range {
    double low = 0;
    double high = 0;
};

/// Reads the keys of one map. What is wrong is added to the problems, and reading goes on. A key is
/// known when it has been asked for: ask for all, then finish().
class Fields {
public:
    /// `what` is the map as a message says it: "{predict}".
    Fields(const YamlValue& map, std::string what, Problems& problems);

    /// The value of the key; null if there is none, which is a problem if it is required.
    [[nodiscard]] const YamlValue* value(std::string_view key, Need need = Need::Optional);

    /// Text that is not blank.
    [[nodiscard]] std::string text(std::string_view key, Need need = Need::Optional);

    /// A name by which other blocks speak of this one: letters, digits and -, from a letter on.
    [[nodiscard]] std::string name(std::string_view key, Need need = Need::Optional);

    /// Texts: a list of them, or one alone.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key, Need need = Need::Optional);

    [[nodiscard]] std::optional<int> whole(std::string_view key, int low, int high,
                                           Need need = Need::Optional);
    [[nodiscard]] std::optional<double> number(std::string_view key, Range range,
                                               Need need = Need::Optional);

    /// true or false
    [[nodiscard]] bool flag(std::string_view key, bool otherwise);

    /// The place of one of `names`.
    [[nodiscard]] std::optional<std::size_t> choice(std::string_view key,
                                                    std::span<const std::string_view> names,
                                                    Need need = Need::Optional);

    /// A file in the lesson's folder or in a folder of it; what climbs out is refused.
    [[nodiscard]] std::string path(std::string_view key, Need need = Need::Optional);

    /// Names every key that nobody asked for, with the nearest known one.
    void finish();

    void problem(Place place, std::string found, std::string expected);
    [[nodiscard]] Place place() const noexcept { return m_map.place; }
    [[nodiscard]] Problems& problems() noexcept { return m_problems; }

private:
    const YamlValue& m_map;
    std::string m_what;
    Problems& m_problems;
    std::vector<std::string_view> m_known;
};

/// Whether it is a name as above.
[[nodiscard]] bool isName(std::string_view text) noexcept;

/// Whether `path` stays in the folder that it is relative to.
[[nodiscard]] bool staysInside(std::string_view path) noexcept;

/// The texts of a list, or one alone, with their places. What is no text is a problem.
[[nodiscard]] std::vector<const YamlValue*> textsOf(const YamlValue& value, std::string_view key,
                                                    Problems& problems);

}  // namespace lesson
