#include "app/timeline/compactsvg.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What QSvgGenerator writes of what `paint` paints.
template <typename Paint>
QByteArray svgOf(Paint paint)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({200, 100});
    generator.setViewBox(QRect(0, 0, 200, 100));
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.data();
}

/// All that is drawn, an element a line.
QStringList elementsIn(const QByteArray& svg)
{
    QStringList lines = QString::fromUtf8(svg).split(u'\n', Qt::SkipEmptyParts);
    const auto isOther = [](const QString& line) {
        return !line.startsWith(u"<path"_s) && !line.startsWith(u"<text"_s) &&
               !line.startsWith(u"<polyline"_s) && !line.startsWith(u"<rect"_s);
    };
    lines.removeIf(isOther);
    return lines;
}

QImage drawn(const QByteArray& svg)
{
    QSvgRenderer renderer(svg);
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

void paintEverything(QPainter& painter)
{
    painter.fillRect(QRectF(10, 10, 20, 30), Qt::red);
    painter.fillRect(QRectF(30, 10, 20.25, 30), Qt::red);
    painter.fillRect(QRectF(20, 20, 20, 30), QColor(0, 0, 255, 100));
    painter.setPen(QPen(Qt::darkGreen, 2, Qt::SolidLine, Qt::FlatCap));
    for (int x = 0; x < 50; x += 7)
        painter.drawLine(QPointF(60 + x, 10), QPointF(70 + x, 40));
    painter.setPen(QPen(Qt::black, 1, Qt::DashLine));
    painter.drawLine(QPointF(5, 60), QPointF(190, 60));
    painter.setBrush(Qt::yellow);
    painter.drawRoundedRect(QRectF(120, 10, 40, 30), 5, 5);
    painter.drawPolyline(QPolygonF({{10, 70}, {20, 90}, {30, 70}}));
    painter.drawRect(QRectF(50, 70, 30, 20));
    painter.rotate(10);
    painter.fillRect(QRectF(150, 40, 20, 10), Qt::cyan);
    painter.resetTransform();
    painter.drawText(QPointF(100, 90), u"Two words"_s);
}

}  // namespace

/// What SVG files lose: bytes, and nothing that is seen.
class TestCompactSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatFollowsInOneStyle();
    void keepsTheOrder();
    void keepsTexts();
    void looksTheSame();
    void keepsWhatIsNotWellFormed();
};

void TestCompactSvg::joinsWhatFollowsInOneStyle()
{
    const QByteArray svg = svgOf([](QPainter& painter) {
        painter.fillRect(QRectF(1, 2, 3, 4), Qt::red);
        painter.fillRect(QRectF(5.5, 2, 0.25, 4), Qt::red);
        painter.setPen(QPen(Qt::blue, 1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(0, 0), QPointF(7, 7));
        painter.drawLine(QPointF(7, 0), QPointF(14, 7));
    });
    QCOMPARE(elementsIn(compactSvg(svg)),
             (QStringList{uR"(<path d="M1,2h3v4h-3zM5.5,2h0.25v4h-0.25z" fill="#ff0000"/>)"_s,
                          uR"(<path d="M0,0L7,7M7,0L14,7" fill="none" stroke="#0000ff"/>)"_s}));
}

void TestCompactSvg::keepsTheOrder()
{
    const QByteArray svg = svgOf([](QPainter& painter) {
        for (const Qt::GlobalColor colour : {Qt::red, Qt::blue, Qt::red})
            painter.fillRect(QRectF(1, 2, 3, 4), colour);
    });
    const QStringList elements = elementsIn(compactSvg(svg));
    QCOMPARE(elements.size(), 3);
    QVERIFY(elements[1].contains(u"#0000ff"_s));
    QVERIFY(elements[2].contains(u"#ff0000"_s));
}

void TestCompactSvg::keepsTexts()
{
    const QStringList texts =
        elementsIn(compactSvg(svgOf(paintEverything))).filter(u">Two words</text>"_s);
    QCOMPARE(texts.size(), 1);
    for (const QString& attribute : {u"font-family="_s, u"font-size="_s, u"x=\"100\""_s})
        QVERIFY2(texts[0].contains(attribute), qPrintable(texts[0]));
}

void TestCompactSvg::looksTheSame()
{
    const QByteArray svg = svgOf(paintEverything);
    const QByteArray compact = compactSvg(svg);
    QVERIFY2(compact.size() * 2 < svg.size(), qPrintable(QString::number(compact.size())));
    const QImage before = drawn(svg);
    const QImage after = drawn(compact);
    constexpr int barely = 12;  // of 255: coordinates are rounded
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const QColor one = before.pixelColor(x, y);
            const QColor other = after.pixelColor(x, y);
            QVERIFY2(std::abs(one.red() - other.red()) <= barely &&
                         std::abs(one.green() - other.green()) <= barely &&
                         std::abs(one.blue() - other.blue()) <= barely,
                     qPrintable(u"%1, %2"_s.arg(x).arg(y)));
        }
    }
}

void TestCompactSvg::keepsWhatIsNotWellFormed()
{
    for (const QByteArray& text : {QByteArray(), QByteArray("<svg><g>"), QByteArray("no svg")})
        QCOMPARE(compactSvg(text), text);
}

QTEST_MAIN(TestCompactSvg)
#include "tst_compactsvg.moc"
