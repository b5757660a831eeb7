#include "core/picture/picture.h"

#include <algorithm>
#include <array>

namespace {

/// Asks now and then whether to go on.
class Patience {
public:
    explicit Patience(const std::function<bool()>& goOn) : m_goOn(goOn) {}

    /// Whether it still lasts, after work on so many more pixels.
    [[nodiscard]] bool lastsAfter(int pixels)
    {
        m_pixels += pixels;
        if (m_pixels < pixelsPerQuestion)
            return true;
        m_pixels = 0;
        return m_goOn();
    }

    static constexpr int pixelsPerQuestion = 8192;

private:
    const std::function<bool()>& m_goOn;
    int m_pixels = 0;
};

/// The mean of 2 · radius + 1 values from their sum, without a division.
struct Box {
    explicit Box(int r) : radius(r), reciprocal((1U << 24U) / static_cast<unsigned>(2 * r + 1)) {}

    [[nodiscard]] std::uint8_t mean(std::uint32_t sum) const noexcept
    {
        return static_cast<std::uint8_t>((sum * reciprocal + (1U << 23U)) >> 24U);
    }

    int radius;
    std::uint32_t reciprocal;
};

/// Where a line of `count` pixels is read at `index`: beyond its ends, its last pixel goes on.
std::size_t offsetAt(int index, int count, std::size_t stride)
{
    return static_cast<std::size_t>(std::clamp(index, 0, count - 1)) * stride;
}

using Sums = std::array<std::uint32_t, 3>;

void addPixel(Sums& sums, const std::uint8_t* pixel)
{
    for (std::size_t colour = 0; colour < 3; ++colour)
        sums[colour] += pixel[colour];
}

bool blurRow(const std::uint8_t* from, std::uint8_t* to, int width, const Box& box,
             Patience& patience)
{
    Sums sums{};
    for (int x = -box.radius; x <= box.radius; ++x)
        addPixel(sums, from + offsetAt(x, width, 3));
    for (int begin = 0; begin < width; begin += Patience::pixelsPerQuestion) {
        const int end = std::min(width - begin, Patience::pixelsPerQuestion) + begin;
        for (int x = begin; x < end; ++x) {
            const std::uint8_t* const next = from + offsetAt(x + box.radius + 1, width, 3);
            const std::uint8_t* const last = from + offsetAt(x - box.radius, width, 3);
            for (std::size_t colour = 0; colour < 3; ++colour) {
                *to++ = box.mean(sums[colour]);
                sums[colour] += next[colour];
                sums[colour] -= last[colour];
            }
        }
        if (!patience.lastsAfter(end - begin))
            return false;
    }
    return true;
}

/// Some neighbouring columns, row by row, which is kinder to the caches than one after another.
bool blurColumns(const Picture& from, Picture& to, std::size_t begin, std::size_t count,
                 const Box& box, Patience& patience)
{
    const std::size_t stride = static_cast<std::size_t>(from.width) * 3;
    const auto row = [&](int y) {
        return from.rgb.data() + offsetAt(y, from.height, stride) + begin;
    };
    std::vector<std::uint32_t> sums(count);
    for (int y = -box.radius; y <= box.radius; ++y) {
        const std::uint8_t* const values = row(y);
        for (std::size_t i = 0; i < count; ++i)
            sums[i] += values[i];
        if (!patience.lastsAfter(static_cast<int>(count / 3)))
            return false;
    }
    for (int y = 0; y < from.height; ++y) {
        const std::uint8_t* const next = row(y + box.radius + 1);
        const std::uint8_t* const last = row(y - box.radius);
        std::uint8_t* const out = to.rgb.data() + offsetAt(y, from.height, stride) + begin;
        for (std::size_t i = 0; i < count; ++i) {
            out[i] = box.mean(sums[i]);
            sums[i] += next[i];
            sums[i] -= last[i];
        }
        if (!patience.lastsAfter(static_cast<int>(count / 3)))
            return false;
    }
    return true;
}

bool blurRows(const Picture& from, Picture& to, const Box& box, Patience& patience)
{
    const std::size_t stride = static_cast<std::size_t>(from.width) * 3;
    for (std::size_t at = 0; at < from.rgb.size(); at += stride) {
        if (!blurRow(from.rgb.data() + at, to.rgb.data() + at, from.width, box, patience))
            return false;
    }
    return true;
}

bool blurAllColumns(const Picture& from, Picture& to, const Box& box, Patience& patience)
{
    constexpr std::size_t atOnce = std::size_t{3} * 1024;
    const std::size_t stride = static_cast<std::size_t>(from.width) * 3;
    for (std::size_t begin = 0; begin < stride; begin += atOnce) {
        if (!blurColumns(from, to, begin, std::min(atOnce, stride - begin), box, patience))
            return false;
    }
    return true;
}

}  // namespace

std::optional<Picture> blurred(const Picture& picture, int radius,
                               const std::function<bool()>& goOn)
{
    const Box box(std::clamp(radius, 0, limits::maxBlurRadius));
    Patience patience(goOn);
    Picture result = picture;
    Picture between = picture;
    for (int pass = 0; pass < 3; ++pass) {
        if (!blurRows(result, between, box, patience) ||
            !blurAllColumns(between, result, box, patience))
            return std::nullopt;
    }
    return result;
}
