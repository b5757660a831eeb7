#pragma once

#include <QString>

class QApplication;
class QFont;
class QPalette;
struct Theme;

/// Gives the whole program the Fusion style, the palette and the style sheet of `theme`. May be
/// called again at any time; widgets that paint themselves are handed the theme by their owner.
///
/// What the style sheet knows besides the standard widgets, as dynamic properties:
/// `card` (a frame with a rounded border), `primary` (the one button to press), `pill` (a
/// checkable button of a row of tabs), `muted` (secondary text), `heading` (a title),
/// `caption` (a small heading in capitals), `error` (a message about what failed); each `true`.
void applyTheme(QApplication& app, const Theme& theme);

[[nodiscard]] QPalette paletteOf(const Theme& theme);
[[nodiscard]] QString styleSheetOf(const Theme& theme);

/// Inter where it is installed, else `fallback`; of the same size.
[[nodiscard]] QFont preferredFont(const QFont& fallback);
