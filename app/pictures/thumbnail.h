#pragma once

#include <QImage>

#include <cstddef>
#include <span>

/// The picture in `jpeg`, which may come from anywhere: so small that it fits `room` (in pixels).
/// Null where it is no picture, or one of more pixels than a thumbnail has.
[[nodiscard]] QImage thumbnailImage(std::span<const std::byte> jpeg, QSize room);
