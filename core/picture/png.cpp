#include "core/picture/png.h"

#include "core/picture/format.h"

#include <png.h>

namespace {

/// libpng's handle, with what it holds.
class Image {
public:
    Image() { m_image.version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(&m_image); }

    png_image* operator->() noexcept { return &m_image; }
    png_image* get() noexcept { return &m_image; }

private:
    png_image m_image{};
};

tl::unexpected<Error> damaged(const std::string& why)
{
    return failure("the PNG is damaged or cut short: " + why + "; expected a whole one");
}

std::int64_t bigEndian(std::span<const std::byte, 4> bytes)
{
    std::int64_t value = 0;
    for (const std::byte byte : bytes)
        value = value * 256 + std::to_integer<std::int64_t>(byte);
    return value;
}

/// From the first chunk, which has a fixed place (ISO/IEC 15948), so that the library never sees a
/// picture that is too large.
Result<void> checkHeader(std::span<const std::byte> bytes)
{
    constexpr std::size_t width = 16;
    constexpr std::size_t height = 20;
    if (bytes.size() < height + 4)
        return damaged("it ends within its header");
    return checkSize(bigEndian(bytes.subspan<width, 4>()), bigEndian(bytes.subspan<height, 4>()));
}

}  // namespace

Result<Picture> decodedPng(std::span<const std::byte> bytes)
{
    if (auto ok = checkHeader(bytes); !ok)
        return tl::unexpected(ok.error());
    Image image;
    if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0)
        return damaged(image->message);
    if (auto ok = checkSize(image->width, image->height); !ok)
        return tl::unexpected(ok.error());
    image->format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image->width), static_cast<int>(image->height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(*image.get()));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(image.get(), &white, picture.rgb.data(), 0, nullptr) == 0)
        return damaged(image->message);
    return picture;
}
