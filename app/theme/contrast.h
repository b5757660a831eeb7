#pragma once

#include <QColor>

/// Relative luminance of an opaque colour, 0 to 1 (WCAG 2.1).
[[nodiscard]] double luminance(const QColor& colour);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1). The order does not matter.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

/// What is seen where `over` covers `share` (0 to 1) of `under`; both opaque.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);

/// Near-black or white, whichever is easier to read on `ground`.
[[nodiscard]] QColor textOn(const QColor& ground);

/// `colour`, or what is nearest to it on the way to black or white on which `textOn` has `ratio`,
/// which is at most 18.
[[nodiscard]] QColor groundForText(const QColor& colour, double ratio);
