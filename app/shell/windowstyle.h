#pragma once

#include <QString>

struct Theme;

/// The style sheet of what only the main window has, on top of the program's (applytheme.h).
[[nodiscard]] QString windowStyleOf(const Theme& theme);
