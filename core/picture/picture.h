#pragma once

#include "core/model/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace limits {
inline constexpr std::int64_t maxPixels = 100'000'000;  ///< of one picture
inline constexpr int maxBlurRadius = 1'000;
inline constexpr std::size_t maxThumbnailBytes = std::size_t{16} * 1024;
}  // namespace limits

/// Red, green and blue of each pixel, a byte each, row by row from the top left.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    [[nodiscard]] std::size_t pixels() const noexcept { return rgb.size() / 3; }
    bool operator==(const Picture&) const = default;
};

/// A JPEG or a PNG, told by its content; what is transparent becomes white. Fails where it is
/// neither, damaged, cut short, or of more than limits::maxPixels; that is found before memory is
/// taken for them.
[[nodiscard]] Result<Picture> decodedPicture(std::span<const std::byte> bytes);

/// Blurred by three box filters, which come close to a Gaussian of the standard deviation
/// √(radius · (radius + 1)): P. Kovesi, "Fast almost-Gaussian filtering", DICTA 2010. A pixel takes
/// the same time whatever the radius, 0 to limits::maxBlurRadius. `goOn` is asked about every 30 µs
/// of work; where it says no, the result is empty.
[[nodiscard]] std::optional<Picture> blurred(const Picture& picture, int radius,
                                             const std::function<bool()>& goOn);

/// A JPEG of a quality from 1 to 100. Fails where the picture is wider or higher than a JPEG can
/// be.
[[nodiscard]] Result<std::vector<std::byte>> encodedJpeg(const Picture& picture, int quality);

/// A small JPEG of a picture, at most `maxSide` (1 or more) pixels wide and high and
/// limits::maxThumbnailBytes large. Fails as decodedPicture() does.
[[nodiscard]] Result<std::vector<std::byte>> thumbnailOf(std::span<const std::byte> bytes,
                                                         int maxSide);
