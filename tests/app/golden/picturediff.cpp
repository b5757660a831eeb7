#include "tests/app/golden/picturediff.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace {

/// Channels that differ by no more than this are alike.
constexpr int channelTolerance = 12;
/// In a patch of so many pixels to a side …
constexpr int patchSide = 4;
/// … no more than so many differ at edges that are drawn softly.
constexpr int mostInPatch = 5;
/// Of so many pixels of a picture one may differ.
constexpr int pixelsPerNoise = 1000;

bool areAlike(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) <= channelTolerance &&
           std::abs(qGreen(one) - qGreen(other)) <= channelTolerance &&
           std::abs(qBlue(one) - qBlue(other)) <= channelTolerance;
}

QRgb pale(QRgb colour)
{
    const int grey = 255 - (255 - qGray(colour)) / 3;
    return qRgb(grey, grey, grey);
}

/// How many pixels differ in any rectangle that starts in the corner.
class Sums {
public:
    explicit Sums(QSize size)
        : m_width(size.width() + 1),
          m_sums(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(size.height() + 1))
    {}
    void set(int x, int y, bool differs)
    {
        at(x + 1, y + 1) = at(x, y + 1) + at(x + 1, y) - at(x, y) + (differs ? 1 : 0);
    }
    [[nodiscard]] int within(const QRect& rect)
    {
        const int right = rect.left() + rect.width();
        const int bottom = rect.top() + rect.height();
        return at(right, bottom) - at(rect.left(), bottom) - at(right, rect.top()) +
               at(rect.left(), rect.top());
    }

private:
    int& at(int x, int y) { return m_sums[static_cast<std::size_t>(y * m_width + x)]; }

    const int m_width;
    std::vector<int> m_sums;
};

std::optional<QRect> firstFullPatch(Sums& sums, QSize size)
{
    for (int y = 0; y + patchSide <= size.height(); ++y) {
        for (int x = 0; x + patchSide <= size.width(); ++x) {
            const QRect patch(x, y, patchSide, patchSide);
            if (sums.within(patch) > mostInPatch)
                return patch;
        }
    }
    return {};
}

}  // namespace

bool PictureDiff::isSame() const
{
    const int all = actual.width() * actual.height();
    return actual == expected && !patch && pixels <= all / pixelsPerNoise;
}

QString PictureDiff::text() const
{
    const auto sizeText = [](QSize size) {
        return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
    };
    if (actual != expected)
        return QStringLiteral("it has %1 pixels, expected %2")
            .arg(sizeText(actual), sizeText(expected));
    const QString count = QStringLiteral("%1 pixels differ").arg(pixels);
    return patch ? QStringLiteral("%1, many of them around (%2, %3)")
                       .arg(count)
                       .arg(patch->center().x())
                       .arg(patch->center().y())
                 : count;
}

PictureDiff diffOf(const QImage& actual, const QImage& expected)
{
    PictureDiff diff{.actual = actual.size(), .expected = expected.size()};
    if (actual.size() != expected.size())
        return diff;
    const QImage one = actual.convertToFormat(QImage::Format_RGB32);
    const QImage other = expected.convertToFormat(QImage::Format_RGB32);
    diff.picture = one;
    Sums sums(one.size());
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const bool differs = !areAlike(one.pixel(x, y), other.pixel(x, y));
            sums.set(x, y, differs);
            diff.pixels += differs ? 1 : 0;
            diff.picture.setPixel(x, y, differs ? qRgb(220, 0, 0) : pale(one.pixel(x, y)));
        }
    }
    diff.patch = firstFullPatch(sums, one.size());
    return diff;
}
