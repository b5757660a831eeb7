#include "core/picture/picture.h"
#include "tests/support/picturefiles.h"
#include "tests/support/pngfile.h"

#include <QTest>

#include <turbojpeg.h>

#include <algorithm>

namespace {

using namespace Qt::StringLiterals;
using namespace std::string_literals;
using Bytes = std::vector<std::byte>;

Bytes bytesOf(const std::string& text)
{
    const auto* const begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

/// "640×480", or the error.
QString textOf(const Result<Picture>& picture)
{
    if (!picture)
        return QString::fromStdString(picture.error().message);
    return u"%1×%2"_s.arg(picture->width).arg(picture->height);
}

Bytes pngOf(const Picture& picture)
{
    return encodedPng(picture.width, picture.height, PNG_FORMAT_RGB, picture.rgb.data());
}

/// The first bytes of a PNG, in which only the size is of interest.
Bytes pngHeader(std::uint32_t width, std::uint32_t height)
{
    std::string size;
    for (const std::uint32_t side : {width, height}) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            size += static_cast<char>(side >> shift);
    }
    return bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s + size + "\x08\2\0\0\0....\0\0\0\0IDAT"s);
}

Bytes anyJpeg()
{
    return bytesOfFile(PICTURES "/1.jpg");
}

/// With another size in the header, of 65,500 × 65,500 pixels.
Bytes hugeJpeg()
{
    Bytes bytes = anyJpeg();
    const Bytes startOfFrame = bytesOf("\xff\xc0");
    const auto found = std::ranges::search(bytes, startOfFrame).begin();
    const Bytes side = bytesOf("\xff\xdc");
    std::ranges::copy(side, found + 5);
    std::ranges::copy(side, found + 7);
    return bytes;
}

bool isNear(const Picture& a, const Picture& b, int tolerance)
{
    return a.width == b.width && a.height == b.height &&
           std::ranges::equal(a.rgb, b.rgb,
                              [&](int x, int y) { return std::abs(x - y) <= tolerance; });
}

}  // namespace

/// Decoding and encoding, and what is no picture.
class TestPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ours_data();
    void ours();
    void jpegAndBack();
    void pngIsExact();
    void transparentIsWhite();
    void greyAndDeep();
    void inks();
    void junkBeforeTheEnd();
    void refused_data();
    void refused();
    void cutShort_data();
    void cutShort();
    void damagedPng();
    void encodesSmallerWithLessQuality();
    void tooWideForAJpeg();
};

void TestPicture::ours_data()
{
    QTest::addColumn<QString>("path");
    for (int number = 1; number <= 7; ++number)
        QTest::addRow("%d", number) << u"" PICTURES "/%1.jpg"_s.arg(number);
}

void TestPicture::ours()
{
    QFETCH(const QString, path);
    const Bytes bytes = bytesOfFile(path.toStdString());
    QVERIFY2(bytes.size() > 50'000 && bytes.size() < 120'000,
             qPrintable(QString::number(bytes.size())));
    const auto picture = decodedPicture(bytes);
    QCOMPARE(textOf(picture), u"640×480"_s);
    QCOMPARE(picture->pixels(), std::size_t{640 * 480});
}

void TestPicture::jpegAndBack()
{
    const Picture before = flat(33, 17, 200, 100, 50);
    const auto bytes = encodedJpeg(before, 95);
    QVERIFY(bytes.has_value());
    const auto after = decodedPicture(*bytes);
    QVERIFY(after.has_value());
    QVERIFY(isNear(*after, before, 3));
}

void TestPicture::pngIsExact()
{
    const Picture before = noise(31, 7);
    const auto after = decodedPicture(pngOf(before));
    QVERIFY(after.has_value());
    QCOMPARE(*after, before);
}

void TestPicture::transparentIsWhite()
{
    const std::uint8_t pixels[] = {255, 0, 0, 255, 0, 0, 0, 0};
    const auto picture = decodedPicture(encodedPng(2, 1, PNG_FORMAT_RGBA, pixels));
    QVERIFY(picture.has_value());
    QCOMPARE(picture->rgb, (std::vector<std::uint8_t>{255, 0, 0, 255, 255, 255}));
}

void TestPicture::greyAndDeep()
{
    const std::uint8_t grey[] = {0, 128, 255};
    const auto shallow = decodedPicture(encodedPng(3, 1, PNG_FORMAT_GRAY, grey));
    QVERIFY(shallow.has_value());
    QCOMPARE(shallow->rgb, (std::vector<std::uint8_t>{0, 0, 0, 128, 128, 128, 255, 255, 255}));
    const std::uint16_t deep[] = {0, 65535, 65535};
    const auto picture = decodedPicture(encodedPng(1, 1, PNG_FORMAT_LINEAR_RGB, deep));
    QVERIFY(picture.has_value());
    QCOMPARE(picture->rgb, (std::vector<std::uint8_t>{0, 255, 255}));
}

void TestPicture::inks()
{
    std::vector<std::uint8_t> pixels;
    for (int pixel = 0; pixel < 16 * 16; ++pixel)
        pixels.insert(pixels.end(), {255, 128, 0, 255});  // inverted: no cyan, all of the yellow
    const tjhandle library = tjInitCompress();
    unsigned char* encoded = nullptr;
    unsigned long size = 0;
    QCOMPARE(tjCompress2(library, pixels.data(), 16, 0, 16, TJPF_CMYK, &encoded, &size, TJSAMP_444,
                         95, 0),
             0);
    const auto picture = decodedPicture(std::as_bytes(std::span(encoded, size)));
    tjFree(encoded);
    tjDestroy(library);
    QVERIFY2(picture.has_value(), picture ? "" : picture.error().message.c_str());
    QVERIFY(isNear(*picture, flat(16, 16, 255, 128, 0), 4));
}

void TestPicture::junkBeforeTheEnd()
{
    Bytes bytes = anyJpeg();
    const auto before = decodedPicture(bytes);
    bytes.insert(bytes.end() - 2, 5, std::byte{0x55});
    const auto after = decodedPicture(bytes);
    QCOMPARE(textOf(after), u"640×480"_s);
    QCOMPARE(*after, *before);
}

void TestPicture::refused_data()
{
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<QString>("expected");
    const auto noPicture = [](const QString& beginning) {
        return u"this is no picture: "_s + beginning + u"; expected a JPEG or a PNG"_s;
    };
    const auto tooLarge = [](const QString& size) {
        return u"the picture has "_s + size + u" pixels; expected 1 to 100000000 in all"_s;
    };
    QTest::newRow("empty") << Bytes{} << noPicture(u"it is empty"_s);
    QTest::newRow("page") << bytesOf("<!DOCTYPE html>\n<title>Not here</title>")
                          << noPicture(u"it begins with “<!DOCTYPE html>”"_s);
    QTest::newRow("GIF") << bytesOf("GIF89a\x01\x00\x01\x00"s)
                         << noPicture(u"it begins with the bytes 47 49 46 38 39 61 01 00"_s);
    QTest::newRow("one byte") << bytesOf("\xff") << noPicture(u"it begins with the bytes ff"_s);
    QTest::newRow("a long line") << bytesOf(std::string(1000, 'a'))
                                 << noPicture(u"it begins with “"_s + QString(32, u'a') + u"”"_s);
    QTest::newRow("PNG of 100,000 × 100,000")
        << pngHeader(100'000, 100'000) << tooLarge(u"100000 × 100000"_s);
    QTest::newRow("PNG of 100,000,001")
        << pngHeader(100'000'001, 1) << tooLarge(u"100000001 × 1"_s);
    QTest::newRow("largest PNG") << pngHeader(4294967295, 4294967295)
                                 << tooLarge(u"4294967295 × 4294967295"_s);
    QTest::newRow("PNG of nothing") << pngHeader(0, 5) << tooLarge(u"0 × 5"_s);
    QTest::newRow("JPEG of 65,500 × 65,500") << hugeJpeg() << tooLarge(u"65500 × 65500"_s);
    QTest::newRow("PNG without a header")
        << bytesOf("\x89PNG\r\n\x1a\n\0\0\0\r"s)
        << u"the PNG is damaged or cut short: it ends within its header; expected a whole one"_s;
}

void TestPicture::refused()
{
    QFETCH(const Bytes, bytes);
    QTEST(textOf(decodedPicture(bytes)), "expected");
}

void TestPicture::cutShort_data()
{
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("JPEG") << anyJpeg() << u"the JPEG is damaged or cut short: "_s;
    QTest::newRow("PNG") << pngOf(noise(100, 100)) << u"the PNG is damaged or cut short: "_s;
}

void TestPicture::cutShort()
{
    QFETCH(const Bytes, bytes);
    QFETCH(const QString, beginning);
    for (std::size_t size = 8; size < bytes.size() - 20; size += 1 + bytes.size() / 50) {
        const QString text = textOf(decodedPicture(std::span(bytes).first(size)));
        QVERIFY2(text.startsWith(beginning) && text.endsWith(u"; expected a whole one"_s),
                 qPrintable(QString::number(size) + u": "_s + text));
    }
}

void TestPicture::damagedPng()
{
    Bytes bytes = pngOf(noise(100, 100));
    bytes[bytes.size() / 2] ^= std::byte{1};
    QVERIFY(textOf(decodedPicture(bytes)).startsWith(u"the PNG is damaged or cut short: "_s));
}

void TestPicture::encodesSmallerWithLessQuality()
{
    const auto picture = decodedPicture(anyJpeg());
    QVERIFY(picture.has_value());
    std::size_t before = 0;
    for (const int quality : {1, 40, 75, 100}) {
        const std::size_t size = encodedJpeg(*picture, quality)->size();
        QVERIFY(size > before);
        before = size;
    }
}

void TestPicture::tooWideForAJpeg()
{
    const auto bytes = encodedJpeg(flat(65'536, 1, 0, 0, 0), 75);
    QVERIFY(!bytes.has_value());
    QVERIFY2(QString::fromStdString(bytes.error().message)
                 .startsWith(u"a picture of 65536 × 1 pixels does not become a JPEG: "_s),
             bytes.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"
