#pragma once

#include "core/runner/textstyle.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How a piece of text stands out.
enum class Ink { Plain, Strong, Faint, Alarm };

/// `text` in `ink`, where the style has colours.
[[nodiscard]] std::string painted(std::string_view text, Ink ink, const TextStyle& style);

/// `text` in the hue of the row that counts from 0: the colours of Okabe and Ito, over and over.
[[nodiscard]] std::string paintedAsRow(std::string_view text, std::size_t row,
                                       const TextStyle& style);

/// A piece of text that is kept on one line where it fits.
struct Phrase {
    std::string text;
    Ink ink = Ink::Plain;
};

/// The phrases one after another with `separator` between them, in lines of at most the style's
/// width that each end in a line feed; lines after the first are indented.
[[nodiscard]] std::string flowed(const std::vector<Phrase>& phrases, std::string_view separator,
                                 const TextStyle& style);

/// `text` with only the characters that the style allows.
[[nodiscard]] std::string inGlyphs(std::string text, const TextStyle& style);
