#pragma once

#include "core/model/recording.h"

#include <QString>

/// "Task 7"
[[nodiscard]] QString titleOf(const LandedPicture& picture);

/// Where the picture came from, its size and bytes, and when it was there, counted from `origin`;
/// a line each. What comes from outside is cut and made plain.
[[nodiscard]] QString descriptionOf(const LandedPicture& picture, Nanoseconds origin);

/// "12 of 35 landed"
[[nodiscard]] QString countText(const Recording& run);
