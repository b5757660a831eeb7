#include "core/picture/picture.h"
#include "tests/support/picturefiles.h"

#include <QTest>

#include <array>

namespace {

using namespace Qt::StringLiterals;
using Bytes = std::vector<std::byte>;

QString sizeOf(const Result<Bytes>& thumbnail)
{
    if (!thumbnail)
        return QString::fromStdString(thumbnail.error().message);
    const auto picture = decodedPicture(*thumbnail);
    if (!picture)
        return QString::fromStdString(picture.error().message);
    return u"%1×%2"_s.arg(picture->width).arg(picture->height);
}

std::array<double, 3> meanColour(const Picture& picture)
{
    std::array<double, 3> means{};
    for (std::size_t i = 0; i < picture.rgb.size(); ++i)
        means.at(i % 3) += picture.rgb[i] / static_cast<double>(picture.pixels());
    return means;
}

}  // namespace

/// Small pictures of pictures.
class TestThumbnail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void looksAlike_data();
    void looksAlike();
    void neverTooLarge();
    void narrow();
    void damaged();
};

void TestThumbnail::sizes_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << 1 << u"1×1"_s;
    QTest::newRow("small") << 50 << u"50×37"_s;
    QTest::newRow("eighth") << 80 << u"80×60"_s;
    QTest::newRow("between") << 96 << u"96×72"_s;
    QTest::newRow("quarter") << 160 << u"160×120"_s;
}

void TestThumbnail::sizes()
{
    QFETCH(const int, side);
    const auto thumbnail = thumbnailOf(bytesOfFile(PICTURES "/1.jpg"), side);
    QTEST(sizeOf(thumbnail), "expected");
    QVERIFY(thumbnail->size() <= limits::maxThumbnailBytes);
}

void TestThumbnail::looksAlike_data()
{
    QTest::addColumn<int>("number");
    for (int number = 1; number <= 7; ++number)
        QTest::addRow("%d", number) << number;
}

void TestThumbnail::looksAlike()
{
    QFETCH(const int, number);
    const Bytes bytes = bytesOfFile(PICTURES "/" + std::to_string(number) + ".jpg");
    const auto large = meanColour(*decodedPicture(bytes));
    const auto small = meanColour(*decodedPicture(*thumbnailOf(bytes, 96)));
    for (std::size_t colour = 0; colour < 3; ++colour)
        QVERIFY(std::abs(large.at(colour) - small.at(colour)) < 3);
}

void TestThumbnail::neverTooLarge()
{
    const auto bytes = encodedJpeg(noise(1000, 700), 95);
    const auto thumbnail = thumbnailOf(*bytes, 640);
    QVERIFY(thumbnail.has_value());
    QVERIFY(thumbnail->size() <= limits::maxThumbnailBytes);
    const auto picture = decodedPicture(*thumbnail);
    QVERIFY(picture && picture->width <= 640 && picture->width >= 80);
}

void TestThumbnail::narrow()
{
    const auto bytes = encodedJpeg(flat(3000, 2, 9, 9, 9), 75);
    QCOMPARE(sizeOf(thumbnailOf(*bytes, 100)), u"100×1"_s);
    const auto small = encodedJpeg(flat(5, 4, 9, 9, 9), 75);
    QCOMPARE(sizeOf(thumbnailOf(*small, 100)), u"5×4"_s);
}

void TestThumbnail::damaged()
{
    const Bytes bytes = bytesOfFile(PICTURES "/1.jpg");
    const QString cut = sizeOf(thumbnailOf(std::span(bytes).first(bytes.size() / 2), 96));
    QVERIFY2(cut.startsWith(u"the JPEG is damaged or cut short: "_s), qPrintable(cut));
    const QString none = sizeOf(thumbnailOf({}, 96));
    QCOMPARE(none, u"this is no picture: it is empty; expected a JPEG or a PNG"_s);
}

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
