#include "core/picture/picture.h"
#include "tests/fuzz/bytetarget.h"
#include "tests/support/picturefiles.h"
#include "tests/support/pngfile.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr int thumbnailSide = 48;

void require(bool promise, const char* name)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken: %s\n", name);
    std::abort();
}

void checkPicture(const Picture& picture)
{
    require(picture.width > 0 && picture.height > 0, "a picture has pixels");
    require(picture.rgb.size() == static_cast<std::size_t>(picture.width) *
                                      static_cast<std::size_t>(picture.height) * 3,
            "three bytes for each pixel");
}

void checkThumbnail(const std::vector<std::byte>& thumbnail)
{
    require(thumbnail.size() <= limits::maxThumbnailBytes, "a small thumbnail");
    const auto picture = decodedPicture(thumbnail);
    require(picture && std::max(picture->width, picture->height) <= thumbnailSide,
            "a thumbnail that is a picture of the size that was asked for");
}

QByteArray bytesOf(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto picture = decodedPicture(bytes);
    if (picture)
        checkPicture(*picture);
    else
        require(picture.error().message.find("expected") != std::string::npos,
                "an error says what was expected");
    const auto thumbnail = thumbnailOf(bytes, thumbnailSide);
    if (thumbnail)
        checkThumbnail(*thumbnail);
    return 0;
}

QByteArrayList goodInputs()
{
    const Picture small = noise(61, 43);
    const Picture plain = flat(200, 90, 250, 120, 10);
    const std::vector<std::uint8_t> transparent(std::size_t{20} * 20 * 4, 100);
    return {bytesOf(*encodedJpeg(small, 80)), bytesOf(*encodedJpeg(plain, 40)),
            bytesOf(encodedPng(61, 43, PNG_FORMAT_RGB, small.rgb.data())),
            bytesOf(encodedPng(20, 20, PNG_FORMAT_RGBA, transparent.data()))};
}
