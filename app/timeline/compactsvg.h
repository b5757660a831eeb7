#pragma once

#include <QByteArray>

/// The same drawing as `svg`, which QSvgGenerator wrote, in a fraction of the bytes: attributes
/// that say nothing are left out, and rectangles and lines that follow each other in one style
/// become one path. Texts stay texts, and everything keeps its order. Coordinates of what is joined
/// are rounded to 1/100. Returns `svg` itself where it is not well-formed.
[[nodiscard]] QByteArray compactSvg(const QByteArray& svg);
