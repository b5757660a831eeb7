#include "core/program/template.h"

#include <algorithm>
#include <cassert>

namespace {

/// Calls `use` with each part of `text` between two separators.
template <typename Use>
void forEachPart(std::string_view text, char separator, Use use)
{
    while (true) {
        const auto end = text.find(separator);
        use(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

bool allHold(std::string_view flags, const Filling& filling)
{
    bool hold = true;
    forEachPart(flags, '&', [&](std::string_view flag) {
        const bool isNegated = flag.starts_with('!');
        hold = hold && filling.has(flag.substr(isNegated ? 1 : 0)) != isNegated;
    });
    return hold;
}

bool holds(std::string_view condition, const Filling& filling)
{
    bool hold = false;
    forEachPart(condition, '|', [&](std::string_view flags) {  //
        hold = hold || allHold(flags, filling);
    });
    return hold;
}

/// Puts the words in the place of their names.
void putWords(std::string& text, const Filling& filling)
{
    for (auto at = text.find('$'); at != std::string::npos; at = text.find('$', at)) {
        const auto end = text.find('$', at + 1);
        assert(end != std::string::npos);
        const auto word = filling.words.find(text.substr(at + 1, end - at - 1));
        assert(word != filling.words.end());
        if (end == std::string::npos || word == filling.words.end())
            return;
        text.replace(at, end - at + 1, word->second);
    }
}

std::string_view withoutBlankEnds(std::string_view text)
{
    const auto first = text.find_first_not_of('\n');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

}  // namespace

void Filling::set(std::string_view flag, bool isSet)
{
    if (isSet)
        flags.emplace(flag);
}

std::string filled(std::string_view text, const Filling& filling)
{
    std::string result;
    forEachPart(text, '\n', [&](std::string_view line) {
        const auto end = line.starts_with('[') ? line.find(']') : std::string_view::npos;
        if (end != std::string_view::npos) {
            if (!holds(line.substr(1, end - 1), filling))
                return;
            line.remove_prefix(end + 1);
        }
        result.append(line).append("\n");
    });
    putWords(result, filling);
    return result;
}

std::string joined(const std::vector<std::string>& pieces, std::string_view gap)
{
    std::string result;
    for (const std::string& piece : pieces) {
        const std::string_view text = withoutBlankEnds(piece);
        if (!text.empty())
            result.append(result.empty() ? "" : gap).append(text);
    }
    return result;
}
