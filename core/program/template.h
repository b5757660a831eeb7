#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What a template is filled with.
struct Filling {
    std::set<std::string, std::less<>> flags;
    std::map<std::string, std::string, std::less<>> words;

    [[nodiscard]] bool has(std::string_view flag) const { return flags.contains(flag); }
    void set(std::string_view flag, bool isSet);
    void word(std::string_view name, std::string value) { words[std::string(name)] = value; }
    void word(std::string_view name, long long value) { word(name, std::to_string(value)); }
};

/// The text of a template: a line that begins with `[queue&!split]` or `[static|stealing]` is left
/// out unless the flags say so (`|` binds more loosely than `&`); `$name$` stands for a word, which
/// may itself hold such names. Requires that every word named is there.
[[nodiscard]] std::string filled(std::string_view text, const Filling& filling);

/// The pieces that are not empty, without blank lines around them, with `gap` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& pieces, std::string_view gap);
