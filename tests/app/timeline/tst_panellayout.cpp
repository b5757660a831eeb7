#include "app/timeline/paintheader.h"
#include "app/timeline/panellayout.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QTest>

namespace {

TimelineStyle style()
{
    QFont font;
    font.setPixelSize(13);
    return timelineStyle(font, 1);
}

PanelText someText()
{
    PanelText text;
    text.title = QStringLiteral("Concurrent");
    text.sentence = QStringLiteral("4 workers take turns on 1 core");
    text.verdict = QStringLiteral("Concurrent, not parallel");
    text.detail = QStringLiteral("4 in progress · 1 running");
    text.wall = QStringLiteral("241 ms");
    text.factor = QStringLiteral("1.00×");
    return text;
}

}  // namespace

/// Where things lie in a card, and how cards share a height.
class TestPanelLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pitch_data();
    void pitch();
    void cardsHoldTheirParts_data();
    void cardsHoldTheirParts();
    void cardsFollowOneAnother();
    void fiveRunsFitIntoAWindow();
    void theHeadLeavesRoomForTheCross();
    void plotsLieAlike();
    void rowsAt();
    void sizesFollowTheFont();
    void headers_data();
    void headers();
    void detailIsCut();
    void findingsComeBeforeTheDetail();
};

void TestPanelLayout::pitch_data()
{
    QTest::addColumn<double>("height");
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<double>("expected");
    QTest::newRow("much room") << 5000.0 << QList{4, 4} << 40.0;
    QTest::newRow("no room") << 100.0 << QList{4, 4, 4, 4} << 16.0;
    QTest::newRow("nothing to show") << 600.0 << QList<int>{} << 40.0;
}

void TestPanelLayout::pitch()
{
    QFETCH(double, height);
    QFETCH(QList<int>, rows);
    QFETCH(double, expected);
    QCOMPARE(rowPitchFor(height, {rows.begin(), rows.end()}, style()), expected);
}

void TestPanelLayout::cardsHoldTheirParts_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {1, 4, 25, 40})
        QTest::newRow(qPrintable(QString::number(rows))) << rows;
}

void TestPanelLayout::cardsHoldTheirParts()
{
    QFETCH(int, rows);
    const auto count = static_cast<std::size_t>(rows);
    for (const double pitch : {16.0, 23.0, 40.0}) {
        const QRectF card(12, 30, 900, cardHeight(count, pitch, style()));
        const PanelLayout layout = layOutPanel(card, count, 60, style());
        QCOMPARE(layout.rowPitch, pitch);
        const QRectF parts[] = {layout.header, layout.labels,     layout.plot,
                                layout.rows,   layout.inProgress, layout.running};
        for (const QRectF& part : parts)
            QVERIFY(card.contains(part));
        QVERIFY(layout.header.bottom() <= layout.rows.top());
        QVERIFY(layout.barRect(count - 1).bottom() <= layout.inProgress.top());
        QVERIFY(layout.inProgress.bottom() < layout.running.top());
        QVERIFY(layout.labels.right() < layout.plot.left());
    }
}

void TestPanelLayout::cardsFollowOneAnother()
{
    const std::vector<std::size_t> rows{4, 1, 8};
    const auto cards = stackCards(800, 20, rows, style());
    QCOMPARE(cards.size(), std::size_t{3});
    for (std::size_t i = 1; i < cards.size(); ++i)
        QCOMPARE(cards[i].top(), cards[i - 1].bottom() + style().gap);
    QCOMPARE(cards.back().bottom() + style().margin, stackHeight(20, rows, style()));
    const double pitch = rowPitchFor(700, rows, style());
    QVERIFY(stackHeight(pitch, rows, style()) <= 700);
    QVERIFY(stackHeight(pitch + 1, rows, style()) > 700);
}

void TestPanelLayout::fiveRunsFitIntoAWindow()
{
    QFont font;
    font.setPixelSize(12);
    constexpr double room = 590;  // in a window of 1440 × 900, above axis, legend and replay
    const std::vector<std::size_t> rows(5, 4);
    const TimelineStyle chosen = styleFor(room, rows, timelineStyle(font, 1));
    const double height = stackHeight(rowPitchFor(room, rows, chosen), rows, chosen);
    QVERIFY2(height <= room, qPrintable(QString::number(height)));
}

void TestPanelLayout::theHeadLeavesRoomForTheCross()
{
    const QRectF card(0, 0, 600, 200);
    TimelineStyle inWindow = style();
    inWindow.closer = 9;
    const PanelLayout there = layOutPanel(card, 4, 50, inWindow);
    const PanelLayout elsewhere = layOutPanel(card, 4, 50, style());
    QCOMPARE(there.header.right(), elsewhere.header.right() - 9);
    QCOMPARE(there.plot, elsewhere.plot);
}

void TestPanelLayout::plotsLieAlike()
{
    const auto cards = stackCards(800, 20, {4, 9}, style());
    const PanelLayout one = layOutPanel(cards[0], 4, 60, style());
    const PanelLayout other = layOutPanel(cards[1], 9, 60, style());
    QCOMPARE(one.plot.left(), other.plot.left());
    QCOMPARE(one.plot.width(), other.plot.width());
    const PlotSpan span = plotSpanIn(cards[0], 60, style());
    QCOMPARE(span, (PlotSpan{one.plot.left(), one.plot.width()}));
}

void TestPanelLayout::rowsAt()
{
    const QRectF card(0, 0, 500, cardHeight(3, 20, style()));
    const PanelLayout layout = layOutPanel(card, 3, 60, style());
    QCOMPARE(layout.rowAt(layout.rows.top() - 1), -1);
    for (int row = 0; row < 3; ++row) {
        const auto index = static_cast<std::size_t>(row);
        QCOMPARE(layout.rowAt(layout.barRect(index).center().y()), row);
    }
    QCOMPARE(layout.rowAt(layout.rows.bottom() + 1), -1);
    QCOMPARE(layOutPanel(card, 0, 60, style()).rowAt(50), -1);
}

void TestPanelLayout::sizesFollowTheFont()
{
    QFont large;
    large.setPixelSize(26);
    const TimelineStyle twice = timelineStyle(large, 2);
    QCOMPARE(twice.minRow, 2 * style().minRow);
    QCOMPARE(twice.header, 2 * style().header);
    QCOMPARE(twice.figure.pixelSize(), 2 * 19 + 1);
    QCOMPARE(twice.outline, 2.0);
}

void TestPanelLayout::headers_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("sentence");
    QTest::addColumn<bool>("detail");
    QTest::addColumn<bool>("chip");
    QTest::newRow("wide") << 1000 << true << true << true;
    QTest::newRow("no room for the sentence") << 560 << false << true << true;
    QTest::newRow("no room for the detail") << 450 << false << false << true;
    QTest::newRow("no room for the verdict") << 300 << false << false << false;
    QTest::newRow("no room at all") << 60 << false << false << false;
}

void TestPanelLayout::headers()
{
    QFETCH(int, width);
    QFETCH(bool, sentence);
    QFETCH(bool, detail);
    QFETCH(bool, chip);
    const QRectF rect(10, 0, width, 38);
    const HeaderLayout layout = layOutHeader(rect, someText(), style());
    QCOMPARE(!layout.chip.isEmpty(), chip);
    QCOMPARE(!layout.detail.isEmpty(), detail);
    QCOMPARE(layout.sentence.width() > 100, sentence);
    QCOMPARE(layout.factor.right(), rect.right());
    if (chip) {
        QVERIFY(layout.chip.left() > layout.title.right());
        QVERIFY(layout.chip.right() < layout.wall.left());
    }
}

void TestPanelLayout::detailIsCut()
{
    PanelText text = someText();
    text.detail = QString(400, u'x');
    const HeaderLayout layout = layOutHeader(QRectF(0, 0, 800, 38), text, style());
    QVERIFY(layout.detail.size() < 120 && layout.detail.endsWith(QChar(0x2026)));
    QVERIFY(layout.chip.left() > layout.title.right());
}

void TestPanelLayout::findingsComeBeforeTheDetail()
{
    const QRectF rect(0, 0, 560, 38);
    PanelText text = someText();
    QVERIFY(!layOutHeader(rect, text, style()).detail.isEmpty());
    text.headline = QStringLiteral("265,789 additions lost");
    const HeaderLayout layout = layOutHeader(rect, text, style());
    QVERIFY(layout.detail != text.detail);
    QVERIFY(!layout.chip.isEmpty());
    QVERIFY(layout.sentence.width() > 0);
}

QTEST_MAIN(TestPanelLayout)
#include "tst_panellayout.moc"
