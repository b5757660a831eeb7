#pragma once

#include <cstddef>
#include <stdexcept>
#include <vector>

#include <png.h>

/// A PNG of pixels in `format`, as libpng names it, which also tells the size of a pixel.
[[nodiscard]] inline std::vector<std::byte> encodedPng(int width, int height, png_uint_32 format,
                                                       const void* pixels)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = format;
    std::vector<std::byte> bytes(PNG_IMAGE_PNG_SIZE_MAX(image));
    png_alloc_size_t size = bytes.size();
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels, 0, nullptr) == 0)
        throw std::runtime_error(image.message);
    bytes.resize(size);
    return bytes;
}
