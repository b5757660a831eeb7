#pragma once

#include <QColor>

struct Theme;

/// What the parts of a program's text look like on a card of the theme; each has a contrast of at
/// least 4.5:1 to it, which tst_codecolours computes.
struct CodeColours {
    QColor text;
    QColor comment;
    QColor keyword;
    QColor string;
    QColor number;
    QColor name;       ///< of a function or a class where it is defined
    QColor directive;  ///< #include
    QColor lineNumber;
};

[[nodiscard]] CodeColours codeColoursOf(const Theme& theme);
