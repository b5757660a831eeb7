#pragma once

#include "app/theme/workstate.h"

#include <QColor>
#include <QImage>

/// What a state looks like in a row, whatever its length.
struct StateShade {
    Pattern pattern = Pattern::None;
    QColor fill;  ///< below the pattern; invalid for none
    QColor ink;
};

/// Where a strip is drawn on a device with `ratio` pixels to the logical pixel.
struct StripPlace {
    double top = 0;     ///< logical
    double height = 0;  ///< logical
    double ratio = 1;
};

/// A state's shade as high as the lane at `place`, made once and remembered: an image that repeats
/// from left to right, beginning at the painter's own 0. GUI thread only.
[[nodiscard]] const QImage& stateStrip(const StateShade& shade, const StripPlace& place);
