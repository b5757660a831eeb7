#include "core/picture/format.h"
#include "core/picture/jpeg.h"

#include <algorithm>
#include <array>

namespace {

/// Which pixels of a line of `from` become pixel `index` of one of `to`.
struct Stretch {
    Stretch(int index, int from, int to)
        : begin(static_cast<int>(std::int64_t{index} * from / to)),
          end(static_cast<int>(std::int64_t{index + 1} * from / to))
    {}
    int begin;
    int end;
};

void appendMean(const Picture& picture, Stretch columns, Stretch rows,
                std::vector<std::uint8_t>& to)
{
    std::array<std::uint64_t, 3> sums{};
    for (int y = rows.begin; y < rows.end; ++y) {
        const std::uint8_t* pixel =
            &picture.rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                          static_cast<std::size_t>(columns.begin)) *
                         3];
        for (int x = columns.begin; x < columns.end; ++x) {
            for (std::uint64_t& sum : sums)
                sum += *pixel++;
        }
    }
    const auto count = static_cast<std::uint64_t>(columns.end - columns.begin) *
                       static_cast<std::uint64_t>(rows.end - rows.begin);
    for (const std::uint64_t sum : sums)
        to.push_back(static_cast<std::uint8_t>((sum + count / 2) / count));
}

/// So small that no side has more than `maxSide` pixels, each the mean of those that it stands for.
Picture shrunk(const Picture& picture, int maxSide)
{
    const int longer = std::max(picture.width, picture.height);
    if (longer <= maxSide)
        return picture;
    const auto scaled = [&](int side) {
        return std::max(1, static_cast<int>(std::int64_t{side} * maxSide / longer));
    };
    Picture small{scaled(picture.width), scaled(picture.height), {}};
    for (int y = 0; y < small.height; ++y) {
        for (int x = 0; x < small.width; ++x)
            appendMean(picture, {x, picture.width, small.width}, {y, picture.height, small.height},
                       small.rgb);
    }
    return small;
}

}  // namespace

Result<std::vector<std::byte>> thumbnailOf(std::span<const std::byte> bytes, int maxSide)
{
    const auto picture = formatOf(bytes) == PictureFormat::Jpeg ? decodedJpeg(bytes, maxSide)
                                                                : decodedPicture(bytes);
    if (!picture)
        return tl::unexpected(picture.error());
    for (int side = maxSide;; side = std::max(1, side / 2)) {
        const Picture small = shrunk(*picture, side);
        for (const int quality : {85, 70, 50, 30}) {
            auto encoded = encodedJpeg(small, quality);
            if (!encoded || encoded->size() <= limits::maxThumbnailBytes)
                return encoded;
        }
    }
}
