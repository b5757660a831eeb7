#pragma once

#include <string>
#include <string_view>

// Text in the cells of a terminal. All text is UTF-8; what is not valid UTF-8 counts as one
// replacement character (U+FFFD) per byte.

/// `text` without what a terminal would obey rather than show: control characters, and those that
/// change the direction of text, become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// How many cells `text` takes: 2 for wide characters, 0 for combining ones. Requires printable
/// text without escape sequences.
[[nodiscard]] int displayWidth(std::string_view text) noexcept;

/// `text` filled up with spaces to `width` cells; unchanged where it is wider.
[[nodiscard]] std::string alignedLeft(std::string_view text, int width);
[[nodiscard]] std::string alignedRight(std::string_view text, int width);

/// `text` cut to `width` cells, the last of them "…" if anything is missing. Requires width ≥ 1.
[[nodiscard]] std::string clipped(std::string_view text, int width);

/// `text` in ASCII, each character replaced by as many as it takes cells: the nearest one for those
/// that this program writes, "?" for others. Escape sequences stay as they are.
[[nodiscard]] std::string inAscii(std::string_view text);
