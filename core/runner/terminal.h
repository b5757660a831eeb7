#pragma once

#include "core/runner/textstyle.h"

#include <cstdio>
#include <functional>
#include <string>

/// What is known of a stream that text goes to.
struct StreamFacts {
    bool isTerminal = false;
    int columns = 0;  ///< 0 where the terminal does not tell, or is none

    bool operator==(const StreamFacts&) const = default;
};

/// Looks up a variable of the environment; an empty string where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// Asks the operating system about a file descriptor. Does not fail: what is no terminal is none.
[[nodiscard]] StreamFacts factsOf(int descriptor) noexcept;

/// The style for a stream. COLUMNS sets the width where it is a number from 20 to 1000. NO_COLOR
/// forbids colour and CLICOLOR_FORCE demands it, the first over the second; COLORTERM and TERM tell
/// how many. LC_ALL, LC_CTYPE and LANG, the first that is set, tell whether text is UTF-8.
[[nodiscard]] TextStyle textStyleFor(const StreamFacts& facts, const Environment& environment);

/// The style for standard output or standard error as it is now.
[[nodiscard]] TextStyle styleOf(std::FILE* stream);
