#include "tests/app/projector/patchlook.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

/// The patch as it is seen, row by row.
class SeenPatch {
public:
    SeenPatch(const QImage& picture, const QRect& patch, Vision vision)
        : m_width(patch.width()),
          m_height(patch.height())
    {
        for (int y = patch.top(); y <= patch.bottom(); ++y) {
            for (int x = patch.left(); x <= patch.right(); ++x)
                m_pixels.push_back(seen(picture.pixel(x, y), vision));
        }
    }
    [[nodiscard]] Lab meanOfRows(int first, int last) const
    {
        Lab sum;
        for (int y = first; y < last; ++y) {
            for (int x = 0; x < m_width; ++x) {
                sum.l += at(x, y).l;
                sum.a += at(x, y).a;
                sum.b += at(x, y).b;
            }
        }
        const double count = static_cast<double>(last - first) * m_width;
        return {sum.l / count, sum.a / count, sum.b / count};
    }
    /// The mean change in lightness from a pixel to the one `dx`, `dy` away.
    [[nodiscard]] double change(int dx, int dy) const
    {
        double sum = 0;
        int count = 0;
        for (int y = 0; y + dy < m_height; ++y) {
            for (int x = std::max(0, -dx); x + std::max(0, dx) < m_width; ++x, ++count)
                sum += std::abs(at(x + dx, y + dy).l - at(x, y).l);
        }
        return sum / count;
    }
    [[nodiscard]] int height() const { return m_height; }

private:
    [[nodiscard]] const Lab& at(int x, int y) const
    {
        return m_pixels[static_cast<std::size_t>(y * m_width + x)];
    }

    const int m_width;
    const int m_height;
    std::vector<Lab> m_pixels;
};

}  // namespace

PatchLook lookAt(const QImage& picture, const QRect& patch, Vision vision)
{
    const SeenPatch pixels(picture, patch, vision);
    PatchLook look;
    look.colour = pixels.meanOfRows(0, pixels.height());
    look.texture = {pixels.change(1, 0), pixels.change(0, 1), pixels.change(1, 1),
                    pixels.change(-1, 1)};
    for (int third = 0; third < 3; ++third)
        look.thirds[static_cast<std::size_t>(third)] =
            pixels.meanOfRows(pixels.height() * third / 3, pixels.height() * (third + 1) / 3).l;
    return look;
}

double differenceOf(const PatchLook& one, const PatchLook& other)
{
    double squares = 0;
    for (std::size_t i = 0; i < one.texture.size(); ++i)
        squares += std::pow(one.texture[i] - other.texture[i], 2);
    for (std::size_t i = 0; i < one.thirds.size(); ++i) {
        const double first = one.thirds[i] - one.colour.l;  // the mean is counted already
        const double second = other.thirds[i] - other.colour.l;
        squares += std::pow(first - second, 2);
    }
    return std::max(differenceOf(one.colour, other.colour), std::sqrt(squares));
}
