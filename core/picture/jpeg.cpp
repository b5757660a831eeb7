#include "core/picture/jpeg.h"

#include "core/picture/format.h"

#include <turbojpeg.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <type_traits>

namespace {

struct Closer {
    void operator()(void* handle) const noexcept { tjDestroy(handle); }
};
using Library = std::unique_ptr<std::remove_pointer_t<tjhandle>, Closer>;

#ifdef TJFLAG_LIMITSCANS
constexpr int decodingFlags = TJFLAG_LIMITSCANS;  // a small file can hold very many
#else
constexpr int decodingFlags = 0;
#endif

struct Header {
    int width = 0;
    int height = 0;
    int colours = 0;
};

tl::unexpected<Error> damaged(const std::string& why)
{
    return failure("the JPEG is damaged or cut short: " + why + "; expected a whole one");
}

tl::unexpected<Error> damaged(const Library& library)
{
    return damaged(std::string(tjGetErrorStr2(library.get())));
}

/// Bytes between two parts are in many a picture that every other program shows.
bool isHarmless(const Library& library)
{
    return tjGetErrorCode(library.get()) == TJERR_WARNING &&
           std::string_view(tjGetErrorStr2(library.get())).find("extraneous bytes") !=
               std::string_view::npos;
}

const unsigned char* data(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Result<Header> headerOf(const Library& library, std::span<const std::byte> bytes)
{
    Header header;
    int subsampling = 0;
    if (tjDecompressHeader3(library.get(), data(bytes), bytes.size(), &header.width, &header.height,
                            &subsampling, &header.colours) != 0 &&
        !isHarmless(library))
        return damaged(library);
    if (header.width == 0 || header.height == 0)
        return damaged(std::string("it ends within its header"));
    if (auto ok = checkSize(header.width, header.height); !ok)
        return tl::unexpected(ok.error());
    return header;
}

/// The size to decode to.
Header scaled(Header header, int side)
{
    if (side <= 0)
        return header;
    int count = 0;
    const tjscalingfactor* const factors = tjGetScalingFactors(&count);
    Header smallest = header;
    for (const tjscalingfactor& factor : std::span(factors, static_cast<std::size_t>(count))) {
        const int width = TJSCALED(header.width, factor);
        const int height = TJSCALED(header.height, factor);
        if (std::max(width, height) >= side && width < smallest.width)
            smallest = {width, height, header.colours};
    }
    return smallest;
}

/// Four inks, inverted as Adobe's programs store them, which is how they occur.
std::vector<std::uint8_t> rgbOfInks(const std::vector<std::uint8_t>& inks)
{
    std::vector<std::uint8_t> rgb;
    rgb.reserve(inks.size() / 4 * 3);
    for (std::size_t pixel = 0; pixel < inks.size(); pixel += 4) {
        for (std::size_t ink = 0; ink < 3; ++ink)
            rgb.push_back(static_cast<std::uint8_t>(inks[pixel + ink] * inks[pixel + 3] / 255));
    }
    return rgb;
}

}  // namespace

Result<Picture> decodedJpeg(std::span<const std::byte> bytes, int side)
{
    const Library library(tjInitDecompress());
    if (!library)
        throw std::bad_alloc();
    const auto header = headerOf(library, bytes);
    if (!header)
        return tl::unexpected(header.error());
    const Header size = scaled(*header, side);
    const bool hasInks = size.colours == TJCS_CMYK || size.colours == TJCS_YCCK;
    const int format = hasInks ? TJPF_CMYK : TJPF_RGB;
    Picture picture{size.width, size.height, {}};
    picture.rgb.resize(static_cast<std::size_t>(size.width) *
                       static_cast<std::size_t>(size.height) *
                       static_cast<std::size_t>(tjPixelSize[format]));
    if (tjDecompress2(library.get(), data(bytes), bytes.size(), picture.rgb.data(), size.width, 0,
                      size.height, format, decodingFlags) != 0 &&
        !isHarmless(library))
        return damaged(library);
    if (hasInks)
        picture.rgb = rgbOfInks(picture.rgb);
    return picture;
}

Result<std::vector<std::byte>> encodedJpeg(const Picture& picture, int quality)
{
    const Library library(tjInitCompress());
    if (!library)
        throw std::bad_alloc();
    constexpr int subsampling = TJSAMP_420;
    unsigned long size = tjBufSize(picture.width, picture.height, subsampling);
    std::vector<std::byte> bytes(size == ~0UL ? 0 : size);
    auto* to = reinterpret_cast<unsigned char*>(bytes.data());
    if (bytes.empty() ||
        tjCompress2(library.get(), picture.rgb.data(), picture.width, 0, picture.height, TJPF_RGB,
                    &to, &size, subsampling, std::clamp(quality, 1, 100), TJFLAG_NOREALLOC) != 0)
        return failure("a picture of " + std::to_string(picture.width) + " × " +
                       std::to_string(picture.height) +
                       " pixels does not become a JPEG: " + tjGetErrorStr2(library.get()));
    bytes.resize(size);
    return bytes;
}
