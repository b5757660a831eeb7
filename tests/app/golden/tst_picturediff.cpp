#include "tests/app/golden/picturediff.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

namespace {

/// Bars as timelines have them: solid, light, thin and short.
void paintBars(QPainter& painter, const std::function<QRect(int)>& barOf)
{
    const QColor colours[] = {QColor(0x00, 0x72, 0xb2), QColor(0xe0, 0xee, 0xf6),
                              QColor(0xd5, 0x5e, 0x00), QColor(0x44, 0x44, 0x44)};
    for (int bar = 0; bar < 4; ++bar)
        painter.fillRect(barOf(bar), colours[bar]);
}

/// Where the bars lie: the second is light, the third thin, the last 3 pixels wide.
QRect placeOf(int bar)
{
    const QRect places[] = {{10, 10, 60, 18}, {90, 10, 50, 18}, {20, 40, 80, 3}, {130, 40, 3, 14}};
    return places[bar];
}

QImage pictureOf(const std::function<QRect(int)>& barOf = placeOf)
{
    QImage picture(160, 80, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintBars(painter, barOf);
    return picture;
}

QImage withBar(int changed, const QRect& place)
{
    return pictureOf([=](int bar) { return bar == changed ? place : placeOf(bar); });
}

}  // namespace

/// The comparison that golden pictures rely on: it must see what is wrong, and nothing else.
class TestPictureDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void same();
    void softEdges();
    void channelsNearlyAlike();
    void changes_data();
    void changes();
    void aLittleEverywhere();
    void otherSizes();
    void saysWhere();
};

void TestPictureDiff::same()
{
    const PictureDiff diff = diffOf(pictureOf(), pictureOf());
    QVERIFY(diff.isSame());
    QCOMPARE(diff.pixels, 0);
}

void TestPictureDiff::softEdges()
{
    // The same circle, with soft edges and a twentieth of a pixel further.
    const auto circle = [](double x) {
        QImage picture = pictureOf();
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::black);
        painter.drawEllipse(QPointF(x, 64), 7, 7);
        painter.drawLine(QPointF(x + 20, 60), QPointF(x + 34, 71));
        return picture;
    };
    const PictureDiff diff = diffOf(circle(40), circle(40.05));
    QVERIFY2(diff.isSame(), qPrintable(diff.text()));
    QVERIFY(diff.pixels > 0);
}

void TestPictureDiff::channelsNearlyAlike()
{
    QRandomGenerator random(1);
    QImage noisy = pictureOf();
    for (int y = 0; y < noisy.height(); ++y) {
        for (int x = 0; x < noisy.width(); ++x) {
            const QColor colour = noisy.pixelColor(x, y);
            const auto near = [&](int channel) {
                return qBound(0, channel + random.bounded(-8, 9), 255);
            };
            noisy.setPixelColor(
                x, y, QColor(near(colour.red()), near(colour.green()), near(colour.blue())));
        }
    }
    QVERIFY(diffOf(noisy, pictureOf()).isSame());
}

void TestPictureDiff::changes_data()
{
    QTest::addColumn<QImage>("picture");
    QTest::newRow("shifted by 2") << withBar(0, placeOf(0).translated(2, 0));
    QTest::newRow("shifted back by 2") << withBar(0, placeOf(0).translated(-2, 0));
    QTest::newRow("down by 2") << withBar(0, placeOf(0).translated(0, 2));
    QTest::newRow("longer by 2") << withBar(0, placeOf(0).adjusted(0, 0, 2, 0));
    QTest::newRow("a light bar shifted by 2") << withBar(1, placeOf(1).translated(2, 0));
    QTest::newRow("a thin bar shifted by 2") << withBar(2, placeOf(2).translated(2, 0));
    QTest::newRow("a short bar shifted by 2") << withBar(3, placeOf(3).translated(2, 0));
    QTest::newRow("a bar missing") << withBar(0, {});
    QTest::newRow("a light bar missing") << withBar(1, {});
    QTest::newRow("a thin bar missing") << withBar(2, {});
    QTest::newRow("a bar of 3 pixels missing") << withBar(3, {});
    QTest::newRow("a bar of 3 by 2 pixels more") << [] {
        QImage picture = pictureOf();
        QPainter(&picture).fillRect(30, 60, 3, 2, Qt::black);
        return picture;
    }();
    QTest::newRow("another colour") << [] {
        QImage picture = pictureOf();
        QPainter(&picture).fillRect(placeOf(3), QColor(0x44, 0x44, 0x60));
        return picture;
    }();
}

void TestPictureDiff::changes()
{
    QFETCH(QImage, picture);
    QVERIFY(!diffOf(picture, pictureOf()).isSame());
    QVERIFY(!diffOf(pictureOf(), picture).isSame());
}

void TestPictureDiff::aLittleEverywhere()
{
    // One column of a pixel is noise; many of them are something that moved.
    QImage few = pictureOf();
    QImage many = pictureOf();
    for (int i = 0; i < 12; ++i)
        few.setPixel(12 * i + 2, 70, qRgb(0, 0, 0));
    for (int y = 0; y < 80; y += 8) {
        for (int x = 0; x < 160; x += 8)
            many.setPixel(x, y, qRgb(120, 0, 120));
    }
    QVERIFY(diffOf(few, pictureOf()).isSame());
    QVERIFY(!diffOf(many, pictureOf()).isSame());
}

void TestPictureDiff::otherSizes()
{
    const PictureDiff diff = diffOf(pictureOf(), pictureOf().copy(0, 0, 160, 79));
    QVERIFY(!diff.isSame());
    QCOMPARE(diff.text(), QStringLiteral("it has 160 × 80 pixels, expected 160 × 79"));
    QVERIFY(!diffOf(pictureOf(), QImage()).isSame());
}

void TestPictureDiff::saysWhere()
{
    const PictureDiff diff = diffOf(withBar(3, {}), pictureOf());
    QCOMPARE(diff.pixels, 3 * 14);
    QVERIFY(diff.patch && diff.patch->intersects(placeOf(3)));
    QCOMPARE(diff.text(), QStringLiteral("42 pixels differ, many of them around (%1, %2)")
                              .arg(diff.patch->center().x())
                              .arg(diff.patch->center().y()));
    QCOMPARE(diff.picture.pixelColor(131, 50), QColor(220, 0, 0));
    QVERIFY(diff.picture.pixelColor(15, 15).lightness() > 160);  // what is alike is pale
}

QTEST_APPLESS_MAIN(TestPictureDiff)
#include "tst_picturediff.moc"
