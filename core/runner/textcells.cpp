#include "core/runner/textcells.h"

#include <algorithm>
#include <array>

namespace {

constexpr char32_t replacement = 0xFFFD;

struct CodePointRange {
    char32_t first;
    char32_t last;
};

/// Combining marks, joiners and variation selectors (Unicode 15, the blocks that matter in names).
constexpr std::array combining{
    CodePointRange{0x0300, 0x036F},  CodePointRange{0x0483, 0x0489}, CodePointRange{0x0591, 0x05BD},
    CodePointRange{0x0610, 0x061A},  CodePointRange{0x064B, 0x065F}, CodePointRange{0x0E34, 0x0E3A},
    CodePointRange{0x0E47, 0x0E4E},  CodePointRange{0x1AB0, 0x1AFF}, CodePointRange{0x1DC0, 0x1DFF},
    CodePointRange{0x200B, 0x200D},  CodePointRange{0x20D0, 0x20FF}, CodePointRange{0x3099, 0x309A},
    CodePointRange{0xFE00, 0xFE0F},  CodePointRange{0xFE20, 0xFE2F}, CodePointRange{0xFEFF, 0xFEFF},
    CodePointRange{0xE0100, 0xE01EF}};

/// East Asian Wide and Fullwidth characters, and the pictographs that terminals draw two cells
/// wide.
constexpr std::array wide{CodePointRange{0x1100, 0x115F},   CodePointRange{0x231A, 0x231B},
                          CodePointRange{0x2329, 0x232A},   CodePointRange{0x23E9, 0x23EC},
                          CodePointRange{0x2E80, 0x303E},   CodePointRange{0x3041, 0x4DBF},
                          CodePointRange{0x4E00, 0xA4CF},   CodePointRange{0xA960, 0xA97F},
                          CodePointRange{0xAC00, 0xD7A3},   CodePointRange{0xF900, 0xFAFF},
                          CodePointRange{0xFE10, 0xFE19},   CodePointRange{0xFE30, 0xFE6F},
                          CodePointRange{0xFF00, 0xFF60},   CodePointRange{0xFFE0, 0xFFE6},
                          CodePointRange{0x1F300, 0x1F64F}, CodePointRange{0x1F680, 0x1F6FF},
                          CodePointRange{0x1F900, 0x1F9FF}, CodePointRange{0x1FA70, 0x1FAFF},
                          CodePointRange{0x20000, 0x3FFFD}};

/// Marks that turn the direction of what follows, and line and paragraph separators.
constexpr std::array reordering{CodePointRange{0x200E, 0x200F}, CodePointRange{0x2028, 0x202E},
                                CodePointRange{0x2066, 0x2069}};

/// What this program writes beyond ASCII, and what stands for it.
struct Substitute {
    char32_t character;
    char ascii;
};
constexpr std::array substitutes{
    Substitute{U'█', '#'}, Substitute{U'▓', '%'}, Substitute{U'▒', '+'}, Substitute{U'░', '.'},
    Substitute{U'┈', '-'}, Substitute{U'╳', 'x'}, Substitute{U'≡', '='}, Substitute{U'│', '|'},
    Substitute{U'┊', ':'}, Substitute{U'─', '-'}, Substitute{U'└', '+'}, Substitute{U'┴', '+'},
    Substitute{U'·', '-'}, Substitute{U'×', 'x'}, Substitute{U'µ', 'u'}, Substitute{U'–', '-'},
    Substitute{U'…', '~'}, Substitute{U'÷', '/'}, Substitute{U'╱', '/'}};

template <std::size_t Size>
bool contains(const std::array<CodePointRange, Size>& ranges, char32_t c) noexcept
{
    return std::ranges::any_of(ranges,
                               [c](auto range) { return range.first <= c && c <= range.last; });
}

struct Decoded {
    char32_t character;
    std::size_t bytes;
};

/// How many bytes a character takes whose first byte is `lead`; 0 where none begins so.
std::size_t lengthFor(unsigned char lead) noexcept
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool isValid(char32_t character, std::size_t bytes) noexcept
{
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    return character >= least[bytes] && character <= 0x10FFFF &&
           !(0xD800 <= character && character <= 0xDFFF);
}

/// The first character of `text`, which is not empty.
Decoded decodeFirst(std::string_view text) noexcept
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lengthFor(lead);
    if (length == 1)
        return {lead, 1};
    if (length == 0 || length > text.size())
        return {replacement, 1};
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80)
            return {replacement, 1};
        character = (character << 6U) | (byte & 0x3FU);
    }
    return isValid(character, length) ? Decoded{character, length} : Decoded{replacement, 1};
}

/// Calls `visit(character, its bytes)` for each character until it returns false.
template <typename Visit>
void forEachCharacter(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const auto [character, bytes] = decodeFirst(text);
        if (!visit(character, text.substr(0, bytes)))
            return;
        text.remove_prefix(bytes);
    }
}

bool isControl(char32_t c) noexcept
{
    return c < 0x20 || (0x7F <= c && c < 0xA0);
}

int widthOf(char32_t c) noexcept
{
    if (c < 0x300)
        return 1;
    return contains(combining, c) ? 0 : contains(wide, c) ? 2 : 1;
}

std::string spaces(int count)
{
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

char substituteFor(char32_t c) noexcept
{
    const auto found = std::ranges::find(substitutes, c, &Substitute::character);
    return found == substitutes.end() ? '?' : found->ascii;
}

}  // namespace

std::string printable(std::string_view text)
{
    std::string shown;
    forEachCharacter(text, [&](char32_t c, std::string_view bytes) {
        const bool isSafe = c != replacement && !isControl(c) && !contains(reordering, c);
        shown += isSafe ? bytes : std::string_view("\uFFFD");
        return true;
    });
    return shown;
}

int displayWidth(std::string_view text) noexcept
{
    int width = 0;
    forEachCharacter(text, [&](char32_t c, std::string_view) {
        width += widthOf(c);
        return true;
    });
    return width;
}

std::string alignedLeft(std::string_view text, int width)
{
    return std::string(text) + spaces(width - displayWidth(text));
}

std::string alignedRight(std::string_view text, int width)
{
    return spaces(width - displayWidth(text)) + std::string(text);
}

std::string clipped(std::string_view text, int width)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    std::string kept;
    int used = 0;
    forEachCharacter(text, [&](char32_t c, std::string_view bytes) {
        used += widthOf(c);
        if (used > width - 1)
            return false;
        kept += bytes;
        return true;
    });
    return kept + "…";
}

std::string inAscii(std::string_view text)
{
    std::string ascii;
    forEachCharacter(text, [&](char32_t c, std::string_view) {
        if (c < 0x80)
            ascii += static_cast<char>(c);
        else
            ascii.append(static_cast<std::size_t>(widthOf(c)), substituteFor(c));
        return true;
    });
    return ascii;
}
