#include "core/lesson/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace lesson {

namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view nameCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
constexpr std::size_t longestName = 64;

std::string plain(double number)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.10g", number);
    return buffer.data();
}

std::string keyed(std::string_view key, const YamlValue& value)
{
    return std::string(key) + ": " + wordsOf(value);
}

}  // namespace

bool isName(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= longestName &&
           letters.find(text.front()) != std::string_view::npos &&
           text.find_first_not_of(nameCharacters) == std::string_view::npos;
}

bool staysInside(std::string_view path) noexcept
{
    if (path.empty() || path.front() == '/' || path.find_first_of("\\:") != std::string_view::npos)
        return false;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        if (path.substr(0, end) == "..")
            return false;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return true;
}

std::vector<const YamlValue*> textsOf(const YamlValue& value, std::string_view key,
                                      Problems& problems)
{
    std::vector<const YamlValue*> texts;
    const auto take = [&](const YamlValue& item) {
        if (item.kind == YamlValue::Kind::Text && !item.text.empty())
            texts.push_back(&item);
        else
            problems.push_back({item.place, keyed(key, item), "a text, or a list of texts"});
    };
    if (value.kind == YamlValue::Kind::List)
        std::ranges::for_each(value.items, take);
    else
        take(value);
    return texts;
}

Fields::Fields(const YamlValue& map, std::string what, Problems& problems)
    : m_map(map),
      m_what(std::move(what)),
      m_problems(problems)
{
    if (map.kind != YamlValue::Kind::Map)
        problem(map.place, wordsOf(map) + " in " + m_what, "keys with values, as in “name: …”");
}

const YamlValue* Fields::value(std::string_view key, Need need)
{
    if (std::ranges::find(m_known, key) == m_known.end())
        m_known.push_back(key);
    const auto found = std::ranges::find(m_map.entries, key, &YamlEntry::key);
    if (found != m_map.entries.end())
        return &found->value;
    if (need == Need::Required && m_map.kind == YamlValue::Kind::Map)
        problem(m_map.place, "no key “" + std::string(key) + "” in " + m_what, "one");
    return nullptr;
}

std::string Fields::text(std::string_view key, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return {};
    if (found->kind == YamlValue::Kind::Text &&
        found->text.find_first_not_of(" \t\n") != std::string::npos)
        return found->text;
    problem(found->place, keyed(key, *found), "a text");
    return {};
}

std::string Fields::name(std::string_view key, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return {};
    if (found->kind == YamlValue::Kind::Text && isName(found->text))
        return found->text;
    problem(found->place, keyed(key, *found),
            "a name of at most " + std::to_string(longestName) +
                " letters, digits and -, which begins with a letter");
    return {};
}

std::vector<std::string> Fields::texts(std::string_view key, Need need)
{
    std::vector<std::string> texts;
    if (const YamlValue* const found = value(key, need)) {
        for (const YamlValue* const text : textsOf(*found, key, m_problems))
            texts.push_back(text->text);
    }
    return texts;
}

std::optional<double> Fields::number(std::string_view key, Range range, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return std::nullopt;
    double number = 0;
    const char* const end = found->text.data() + found->text.size();
    const auto parsed = std::from_chars(found->text.data(), end, number);
    const bool isNumber = found->kind == YamlValue::Kind::Text && parsed.ec == std::errc{} &&
                          parsed.ptr == end && std::isfinite(number);
    if (isNumber && range.low <= number && number <= range.high)
        return number;
    problem(found->place, keyed(key, *found),
            "a number from " + plain(range.low) + " to " + plain(range.high));
    return std::nullopt;
}

std::optional<int> Fields::whole(std::string_view key, int low, int high, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return std::nullopt;
    int number = 0;
    const char* const end = found->text.data() + found->text.size();
    const auto parsed = std::from_chars(found->text.data(), end, number);
    const bool isNumber =
        found->kind == YamlValue::Kind::Text && parsed.ec == std::errc{} && parsed.ptr == end;
    if (isNumber && low <= number && number <= high)
        return number;
    problem(found->place, keyed(key, *found),
            "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return std::nullopt;
}

bool Fields::flag(std::string_view key, bool otherwise)
{
    static constexpr std::array<std::string_view, 4> names{"false", "true", "no", "yes"};
    const auto place = choice(key, names);
    return place ? *place % 2 == 1 : otherwise;
}

std::optional<std::size_t> Fields::choice(std::string_view key,
                                          std::span<const std::string_view> names, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return std::nullopt;
    const auto known = std::ranges::find(names, found->text);
    if (found->kind == YamlValue::Kind::Text && known != names.end())
        return static_cast<std::size_t>(known - names.begin());
    problem(found->place, keyed(key, *found), expectedInstead(found->text, names));
    return std::nullopt;
}

std::string Fields::path(std::string_view key, Need need)
{
    const YamlValue* const found = value(key, need);
    if (!found)
        return {};
    if (found->kind == YamlValue::Kind::Text && staysInside(found->text))
        return found->text;
    problem(found->place, keyed(key, *found),
            "a file in the lesson's folder, such as pictures/one.png, without “..”");
    return {};
}

void Fields::finish()
{
    for (const YamlEntry& entry : m_map.entries) {
        if (std::ranges::find(m_known, entry.key) == m_known.end())
            problem(entry.place, "the key " + inQuotes(entry.key) + " in " + m_what,
                    expectedInstead(entry.key, m_known));
    }
}

void Fields::problem(Place place, std::string found, std::string expected)
{
    m_problems.push_back({place, std::move(found), std::move(expected)});
}

}  // namespace lesson
