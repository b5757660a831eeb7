#pragma once

#include <QImage>

#include <array>

/// How a picture is seen.
enum class Vision { Usual, Greyscale, Protanopia, Deuteranopia, Tritanopia };

inline constexpr std::array allVisions{Vision::Usual, Vision::Greyscale, Vision::Protanopia,
                                       Vision::Deuteranopia, Vision::Tritanopia};

[[nodiscard]] const char* nameOf(Vision vision);

/// A colour in CIE 1976 L*a*b*, white point D65.
struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

/// What an eye with `vision` makes of an opaque sRGB colour. The deficiencies are those of Machado,
/// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (IEEE TVCG 15:6, 2009), at severity 1.0, applied to linear light; greyscale is the
/// luminance of Rec. 709.
[[nodiscard]] Lab seen(QRgb colour, Vision vision);

/// CIE 1976 colour difference: 2.3 is just noticeable.
[[nodiscard]] double differenceOf(const Lab& one, const Lab& other);
