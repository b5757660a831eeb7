#pragma once

#include "tests/app/projector/vision.h"

#include <QRect>

#include <array>

/// What an eye makes of a patch of a picture from so far off that single lines are not looked at.
struct PatchLook {
    Lab colour;  ///< the mean
    /// How much lightness changes, on average, from a pixel to the one beside it: to the right,
    /// down, down to the right and down to the left. It tells solid from lined, and which way the
    /// lines go.
    std::array<double, 4> texture{};
    /// The mean lightness of its upper, middle and lower third: what stands at half height.
    std::array<double, 3> thirds{};
};

/// `patch` lies within `picture` and has at least three rows and columns.
[[nodiscard]] PatchLook lookAt(const QImage& picture, const QRect& patch, Vision vision);

/// How far apart two patches are to the eye, in units of L*a*b*: the larger of the difference in
/// mean colour (CIE 1976) and that in texture, which is the length of the difference of the seven
/// figures above. So either cue is enough, and two patches are alike only if both fail.
[[nodiscard]] double differenceOf(const PatchLook& one, const PatchLook& other);
