#include "core/runner/textpaint.h"

#include "core/runner/textcells.h"

#include <array>

namespace {

constexpr std::string_view reset = "\033[0m";
constexpr int indent = 2;

/// A hue as terminals are told of it.
struct Hue {
    std::string_view full;     ///< 24 bits: red;green;blue
    std::string_view indexed;  ///< the nearest of the 256
};

/// Okabe and Ito, "Color Universal Design" (2008), without black.
constexpr std::array hues{Hue{"0;114;178", "25"},   Hue{"213;94;0", "166"},
                          Hue{"0;158;115", "36"},   Hue{"204;121;167", "175"},
                          Hue{"230;159;0", "178"},  Hue{"86;180;233", "74"},
                          Hue{"240;228;66", "221"}, Hue{"153;153;153", "246"}};

std::string_view codeOf(Ink ink) noexcept
{
    switch (ink) {
    case Ink::Plain:
        return {};
    case Ink::Strong:
        return "\033[1m";
    case Ink::Faint:
        return "\033[2m";
    case Ink::Alarm:
        return "\033[1;31m";
    }
    return {};
}

/// Puts words into lines.
class Lines {
public:
    explicit Lines(const TextStyle& style) : m_style(style) {}

    /// Adds `text`, which is not broken, after `gap`; on a new line where it does not fit.
    void add(std::string_view gap, std::string_view text, Ink ink)
    {
        const int needed = displayWidth(gap) + displayWidth(text);
        if (!m_isAtStart && m_used + needed > m_style.width)
            breakLine();
        if (!m_isAtStart) {
            m_text += gap;
            m_used += displayWidth(gap);
        }
        m_text += painted(text, ink, m_style);
        m_used += displayWidth(text);
        m_isAtStart = false;
    }

    [[nodiscard]] bool fitsOneLine(std::string_view text) const noexcept
    {
        return displayWidth(text) + indent <= m_style.width;
    }

    [[nodiscard]] std::string finished() && { return std::move(m_text) + '\n'; }

private:
    void breakLine()
    {
        m_text += '\n';
        m_text.append(indent, ' ');
        m_used = indent;
        m_isAtStart = true;
    }

    const TextStyle& m_style;
    std::string m_text;
    int m_used = 0;
    bool m_isAtStart = true;
};

}  // namespace

std::string painted(std::string_view text, Ink ink, const TextStyle& style)
{
    if (style.colours == ColourDepth::None || ink == Ink::Plain || text.empty())
        return std::string(text);
    return std::string(codeOf(ink)).append(text).append(reset);
}

std::string paintedAsRow(std::string_view text, std::size_t row, const TextStyle& style)
{
    const Hue& hue = hues[row % hues.size()];
    switch (style.colours) {
    case ColourDepth::None:
        break;
    case ColourDepth::Indexed:
        return std::string("\033[38;5;").append(hue.indexed).append("m").append(text).append(reset);
    case ColourDepth::Full:
        return std::string("\033[38;2;").append(hue.full).append("m").append(text).append(reset);
    }
    return std::string(text);
}

std::string flowed(const std::vector<Phrase>& phrases, std::string_view separator,
                   const TextStyle& style)
{
    Lines lines(style);
    for (const Phrase& phrase : phrases) {
        if (lines.fitsOneLine(phrase.text)) {
            lines.add(separator, phrase.text, phrase.ink);
            continue;
        }
        std::string_view gap = separator;
        for (std::string_view rest = phrase.text; !rest.empty(); gap = " ") {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            lines.add(gap, rest.substr(0, end), phrase.ink);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return std::move(lines).finished();
}

std::string inGlyphs(std::string text, const TextStyle& style)
{
    return style.glyphs == Glyphs::Ascii ? inAscii(text) : text;
}
