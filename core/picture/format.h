#pragma once

#include "core/model/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// How a picture is encoded.
enum class PictureFormat { Jpeg, Png, Other };

/// By the first bytes, whatever the name or the server says.
[[nodiscard]] PictureFormat formatOf(std::span<const std::byte> bytes) noexcept;

/// What is there instead of a picture: "it begins with “<html>”", "it is empty".
[[nodiscard]] std::string beginningOf(std::span<const std::byte> bytes);

/// Whether a picture of this size is one that we decode: 1 to limits::maxPixels.
[[nodiscard]] Result<void> checkSize(std::int64_t width, std::int64_t height);
