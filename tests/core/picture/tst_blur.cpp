#include "core/picture/picture.h"
#include "tests/support/picturefiles.h"

#include <QTest>

#include <algorithm>

namespace {

bool always()
{
    return true;
}

/// One box filter as it is defined: the mean around each pixel of a line. `step` leads from pixel
/// to pixel.
std::uint8_t meanAt(const Picture& picture, int x, int y, int radius, bool isAlongRows,
                    std::size_t colour)
{
    int sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        const int atX = isAlongRows ? std::clamp(x + i, 0, picture.width - 1) : x;
        const int atY = isAlongRows ? y : std::clamp(y + i, 0, picture.height - 1);
        sum += picture.rgb[static_cast<std::size_t>(atY * picture.width + atX) * 3 + colour];
    }
    const int count = 2 * radius + 1;
    return static_cast<std::uint8_t>((sum + count / 2) / count);
}

Picture filtered(const Picture& picture, int radius, bool isAlongRows)
{
    Picture result = picture;
    std::size_t at = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            for (std::size_t colour = 0; colour < 3; ++colour)
                result.rgb[at++] = meanAt(picture, x, y, radius, isAlongRows, colour);
        }
    }
    return result;
}

Picture blurredSlowly(Picture picture, int radius)
{
    for (int pass = 0; pass < 3; ++pass)
        picture = filtered(filtered(picture, radius, true), radius, false);
    return picture;
}

int largestDifference(const Picture& a, const Picture& b)
{
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
    return largest;
}

}  // namespace

/// The blur against its definition, and how it is stopped.
class TestBlur : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asDefined_data();
    void asDefined();
    void oneColourStays();
    void noRadius();
    void nothing();
    void asksOften();
    void stops();
};

void TestBlur::asDefined_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("radius");
    QTest::newRow("one pixel") << 1 << 1 << 3;
    QTest::newRow("row") << 9 << 1 << 2;
    QTest::newRow("column") << 1 << 9 << 2;
    QTest::newRow("small") << 17 << 13 << 1;
    QTest::newRow("wider than it is") << 17 << 13 << 40;
    QTest::newRow("radius 5") << 60 << 50 << 5;
    QTest::newRow("row that is asked about within") << 9000 << 2 << 3;
    QTest::newRow("several groups of columns") << 2500 << 3 << 2;
    QTest::newRow("high") << 2 << 3000 << 7;
}

void TestBlur::asDefined()
{
    QFETCH(const int, width);
    QFETCH(const int, height);
    QFETCH(const int, radius);
    const Picture picture = noise(width, height);
    const auto result = blurred(picture, radius, always);
    QVERIFY(result.has_value());
    QCOMPARE(result->width, width);
    QCOMPARE(result->height, height);
    QCOMPARE(result->rgb.size(), picture.rgb.size());
    QVERIFY(largestDifference(*result, blurredSlowly(picture, radius)) <= 1);
}

void TestBlur::oneColourStays()
{
    const Picture picture = flat(50, 40, 255, 127, 1);
    for (const int radius : {1, 3, 30, limits::maxBlurRadius, limits::maxBlurRadius + 1})
        QCOMPARE(*blurred(picture, radius, always), picture);
}

void TestBlur::noRadius()
{
    const Picture picture = noise(20, 10);
    QCOMPARE(*blurred(picture, 0, always), picture);
    QCOMPARE(*blurred(picture, -1, always), picture);
}

void TestBlur::nothing()
{
    QCOMPARE(*blurred(Picture{}, 3, always), Picture{});
}

void TestBlur::asksOften()
{
    int questions = 0;
    (void)blurred(flat(640, 480, 1, 2, 3), 4, [&] {
        ++questions;
        return true;
    });
    // Six times over the picture, and a question at least about every 10,000 pixels.
    QVERIFY2(questions > 6 * 640 * 480 / 10'000, qPrintable(QString::number(questions)));
}

void TestBlur::stops()
{
    const Picture picture = flat(640, 480, 1, 2, 3);
    for (const int last : {1, 2, 20, 60, 100, 200}) {
        int questions = 0;
        const auto result = blurred(picture, 4, [&] { return ++questions < last; });
        QVERIFY(!result.has_value());
        QCOMPARE(questions, last);
    }
}

QTEST_GUILESS_MAIN(TestBlur)
#include "tst_blur.moc"
