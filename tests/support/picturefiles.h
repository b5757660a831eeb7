#pragma once

#include "core/picture/picture.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

/// The bytes of a file; empty if it cannot be read.
[[nodiscard]] inline std::vector<std::byte> bytesOfFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto* const begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

/// A picture of random pixels, the same each time.
[[nodiscard]] inline Picture noise(int width, int height)
{
    Picture picture{width, height, {}};
    std::mt19937 random(static_cast<std::uint32_t>(width * 31 + height));
    picture.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (std::uint8_t& value : picture.rgb)
        value = static_cast<std::uint8_t>(random());
    return picture;
}

/// A picture of one colour.
[[nodiscard]] inline Picture flat(int width, int height, std::uint8_t red, std::uint8_t green,
                                  std::uint8_t blue)
{
    Picture picture{width, height, {}};
    for (int pixel = 0; pixel < width * height; ++pixel)
        picture.rgb.insert(picture.rgb.end(), {red, green, blue});
    return picture;
}
