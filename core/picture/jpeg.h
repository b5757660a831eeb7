#pragma once

#include "core/picture/picture.h"

/// Decodes a JPEG; with a `side` above 0 to a fraction of its size, which takes less time: to the
/// smallest of those that TurboJPEG offers whose longer side has at least `side` pixels.
[[nodiscard]] Result<Picture> decodedJpeg(std::span<const std::byte> bytes, int side);
