#pragma once

#include "core/picture/picture.h"

/// Decodes a PNG.
[[nodiscard]] Result<Picture> decodedPng(std::span<const std::byte> bytes);
