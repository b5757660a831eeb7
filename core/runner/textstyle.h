#pragma once

/// Which colours a text may use, as terminal escape sequences.
enum class ColourDepth {
    None,
    Indexed,  ///< the 256 of most terminals
    Full,     ///< 24 bits
};

/// Which characters a text may use.
enum class Glyphs { Ascii, Unicode };

/// How a text is laid out and coloured.
struct TextStyle {
    int width = 80;  ///< columns to fill at most, at least 1
    ColourDepth colours = ColourDepth::None;
    Glyphs glyphs = Glyphs::Unicode;

    bool operator==(const TextStyle&) const = default;
};
