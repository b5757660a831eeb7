#include "app/theme/paintpattern.h"
#include "app/theme/patternlines.h"

#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QTest>

namespace {

constexpr QRectF someBar(3, 5, 60, 20);

QImage painted(Pattern pattern, const QRectF& rect = someBar, double ratio = 1)
{
    QImage image(QSize(80, 40) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPattern(painter, patternRect(rect, pattern), pattern, Qt::black);
    return image;
}

/// How much ink lies in `area`, in pixels of black.
int inkIn(const QImage& image, const QRect& area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += 255 - image.pixelColor(x, y).lightness();
    }
    return count / 255;
}

}  // namespace

/// Patterns: told apart without colour, within their bar, the same as pixels and as lines.
class TestPattern : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void linesStayInside_data() { patterns_data(); }
    void linesStayInside();
    void allDiffer();
    void neighboursJoin();
    void dotsTakeHalfTheHeight();
    void vectorsLookAlike_data() { patterns_data(); }
    void vectorsLookAlike();
    void padlock();
};

void TestPattern::patterns_data()
{
    QTest::addColumn<int>("pattern");
    QTest::newRow("thin line") << static_cast<int>(Pattern::ThinLine);
    QTest::newRow("hatch") << static_cast<int>(Pattern::Hatch);
    QTest::newRow("cross-hatch") << static_cast<int>(Pattern::CrossHatch);
    QTest::newRow("dots") << static_cast<int>(Pattern::Dots);
    QTest::newRow("rows") << static_cast<int>(Pattern::Rows);
    QTest::newRow("columns") << static_cast<int>(Pattern::Columns);
    QTest::newRow("band") << static_cast<int>(Pattern::Band);
    QTest::newRow("dashes") << static_cast<int>(Pattern::Dashes);
    QTest::newRow("back hatch") << static_cast<int>(Pattern::BackHatch);
}

void TestPattern::patterns()
{
    QFETCH(int, pattern);
    const QImage image = painted(static_cast<Pattern>(pattern));
    const QRect bar = someBar.toRect();
    const int inside = inkIn(image, bar);
    QVERIFY(inside > 20);
    QVERIFY(inside < bar.width() * bar.height() * 2 / 3);  // it is no solid bar
    QCOMPARE(inkIn(image, image.rect()), inside);          // and nothing lies outside
    const QImage fine = painted(static_cast<Pattern>(pattern), someBar, 2);
    QVERIFY(inkIn(fine, QRect(QPoint(6, 10), QSize(120, 40))) > 20);
}

void TestPattern::linesStayInside()
{
    QFETCH(int, pattern);
    for (const QLineF& line : patternLines(someBar, static_cast<Pattern>(pattern))) {
        for (const QPointF& end : {line.p1(), line.p2()})
            QVERIFY(someBar.adjusted(-0.01, -0.01, 0.01, 0.01).contains(end));
    }
    for (const QPointF& dot : patternDots(someBar))
        QVERIFY(someBar.contains(dot));
}

void TestPattern::allDiffer()
{
    std::vector<QImage> seen;
    for (const WorkState state : allWorkStates) {
        const QImage image = painted(patternOf(state));
        for (const QImage& other : seen)
            QVERIFY2(image != other, qPrintable(QString::number(static_cast<int>(state))));
        seen.push_back(image);
    }
}

void TestPattern::neighboursJoin()
{
    QImage whole = painted(Pattern::Hatch);
    QImage halves(80, 40, QImage::Format_RGB32);
    halves.fill(Qt::white);
    QPainter painter(&halves);
    QRectF left = someBar;
    left.setWidth(23);
    const QRectF right(left.topRight(), someBar.bottomRight());
    paintPattern(painter, left, Pattern::Hatch, Qt::black);
    paintPattern(painter, right, Pattern::Hatch, Qt::black);
    painter.end();
    QCOMPARE(halves, whole);
}

void TestPattern::dotsTakeHalfTheHeight()
{
    const QRectF rect = patternRect(someBar, Pattern::Dots);
    QCOMPARE(rect.height(), 10.0);
    QCOMPARE(rect.center().y(), someBar.center().y());
    QCOMPARE(patternRect(someBar, Pattern::Hatch), someBar);
}

void TestPattern::vectorsLookAlike()
{
    QFETCH(int, pattern);
    const auto which = static_cast<Pattern>(pattern);
    QPicture recorded;
    QPainter recorder(&recorded);
    paintPattern(recorder, patternRect(someBar, which), which, Qt::black);
    recorder.end();

    QImage image(80, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    recorded.play(&painter);
    painter.end();
    const double raster = inkIn(painted(which), someBar.toRect());
    const double lines = inkIn(image, someBar.toRect());
    QVERIFY2(lines > raster * 0.6 && lines < raster * 1.7,
             qPrintable(QStringLiteral("%1 %2").arg(lines).arg(raster)));
}

void TestPattern::padlock()
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QPainter painter(&image);
    paintPadlock(painter, QRectF(10, 10, 20, 20), Qt::black, Qt::white);
    painter.end();
    QCOMPARE(image.pixelColor(20, 24), QColor(Qt::black));  // its body
    QCOMPARE(image.pixelColor(20, 17), QColor(Qt::white));  // through the shackle
    QCOMPARE(image.pixelColor(5, 20), QColor(Qt::gray));
}

QTEST_MAIN(TestPattern)
#include "tst_pattern.moc"
