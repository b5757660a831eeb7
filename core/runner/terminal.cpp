#include "core/runner/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <initializer_list>

namespace {

constexpr int usualWidth = 80;
constexpr int leastWidth = 20;
constexpr int mostWidth = 1000;

int widthFor(const StreamFacts& facts, const Environment& environment)
{
    const std::string asked = environment("COLUMNS");
    int width = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), width);
    const bool isNumber = error == std::errc() && end == asked.data() + asked.size();
    if (isNumber && width >= leastWidth && width <= mostWidth)
        return width;
    return facts.columns > 0 ? std::clamp(facts.columns, leastWidth, mostWidth) : usualWidth;
}

ColourDepth coloursFor(const StreamFacts& facts, const Environment& environment)
{
    if (!environment("NO_COLOR").empty())
        return ColourDepth::None;
    const std::string force = environment("CLICOLOR_FORCE");
    const bool isForced = !force.empty() && force != "0";
    const std::string terminal = environment("TERM");
    const bool takesColour = facts.isTerminal && !terminal.empty() && terminal != "dumb";
    if (!isForced && !takesColour)
        return ColourDepth::None;
    const std::string depth = environment("COLORTERM");
    const bool isFull = depth == "truecolor" || depth == "24bit" || terminal.ends_with("-direct");
    return isFull ? ColourDepth::Full : ColourDepth::Indexed;
}

/// Whether the name of a locale, such as "de_DE.UTF-8" or "C.utf8@euro", says UTF-8.
bool saysUtf8(std::string locale)
{
    std::ranges::transform(locale, locale.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

Glyphs glyphsFor(const Environment& environment)
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (const std::string locale = environment(name); !locale.empty())
            return saysUtf8(locale) ? Glyphs::Unicode : Glyphs::Ascii;
    }
    return Glyphs::Ascii;
}

}  // namespace

StreamFacts factsOf(int descriptor) noexcept
{
    StreamFacts facts;
    facts.isTerminal = isatty(descriptor) == 1;
    winsize size{};
    if (facts.isTerminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0)
        facts.columns = size.ws_col;
    return facts;
}

TextStyle textStyleFor(const StreamFacts& facts, const Environment& environment)
{
    return {.width = widthFor(facts, environment),
            .colours = coloursFor(facts, environment),
            .glyphs = glyphsFor(environment)};
}

TextStyle styleOf(std::FILE* stream)
{
    return textStyleFor(factsOf(fileno(stream)), [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string(value ? value : "");
    });
}
