#pragma once

#include <QIcon>

class QColor;
class QPixmap;

/// The drawings on the window's buttons and messages.
enum class Glyph {
    Run,
    Stop,
    Open,
    Save,
    Picture,
    Theme,
    Times,
    Information,
    Warning,
    Error,
    Dismiss,
    Logo,
    ToStart,
    StepBack,
    StepForward,
    Pause,
    Loop,
};

/// The drawing as an icon in `ink`, sharp at 100, 200 and 300 %; paler where disabled.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor& ink);

/// The drawing as a picture of `side` × `side` logical pixels, sharp at 200 %.
[[nodiscard]] QPixmap glyphPixmap(Glyph glyph, const QColor& ink, int side);
