#pragma once

#include <QFont>

class QByteArray;

/// A font of its own whose every letter is blank, half as wide as high: pictures drawn with it show
/// where everything else lies, alike on machines that have other fonts or draw them otherwise.
/// Registered with the program when it is asked for first; invalid fonts abort.
[[nodiscard]] QFont blankFont(int pixelSize);

/// It, as a TrueType file. The sums that would guard it against damage are left out.
[[nodiscard]] QByteArray blankFontFile();
