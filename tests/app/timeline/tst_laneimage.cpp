#include "app/timeline/laneimage.h"

#include "app/theme/theme.h"
#include "app/timeline/paintrow.h"
#include "app/timeline/timelinestyle.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

namespace {

constexpr QRect plot(3, 5, 900, 22);

RowPicture rowOf(LaneSpans spans)
{
    RowPicture row{.rows = RowsBy::Workers, .group = {0, 1}, .bars = {}, .bands = {}};
    row.bands.push_back({{std::make_shared<const LaneSpans>(std::move(spans))}});
    return row;
}

/// Spans of all states, wide and narrow, with runs between them and over them.
LaneSpans randomSpans(quint32 seed)
{
    QRandomGenerator random(seed);
    LaneSpans spans;
    for (int at = 0; at < plot.width() - 60;) {
        const auto state = allWorkStates.at(3 + random.bounded(8));  // what waits
        const int length = 1 + random.bounded(random.bounded(3) == 0 ? 40 : 4);
        const auto task = static_cast<TaskId>(1 + random.bounded(3));
        spans.states.push_back({at, at + length, state, task});
        if (random.bounded(3) == 0)
            spans.runs.push_back({at, at + 1, 0.4F, task, random.bounded(2) == 0});
        at += length;
        spans.runs.push_back({at, at + 3, 1, task, true});
        at += 3;
    }
    return spans;
}

/// The spans of one kind whose index is from `first` on, a few of them.
template <typename Span>
std::vector<Span> few(const std::vector<Span>& spans, std::size_t first)
{
    const std::size_t end = std::min(spans.size(), first + 8);
    return {spans.begin() + static_cast<std::ptrdiff_t>(std::min(first, end)),
            spans.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// How many pixels differ by more than rounding does.
int differences(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            const int most = std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                                       std::abs(a.blue() - b.blue())});
            count += most > 4 ? 1 : 0;
        }
    }
    return count;
}

}  // namespace

/// What is put together as one image looks as if each span had been painted.
class TestLaneImage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAlike_data();
    void looksAlike();
    void onlyWhereColumnsArePixels();
};

void TestLaneImage::looksAlike_data()
{
    QTest::addColumn<int>("colourBy");
    QTest::addColumn<int>("pixels");
    QTest::newRow("by task") << static_cast<int>(ColourBy::Task) << 1;
    QTest::newRow("by state") << static_cast<int>(ColourBy::State) << 1;
    QTest::newRow("in wide columns") << static_cast<int>(ColourBy::Task) << 3;
}

void TestLaneImage::looksAlike()
{
    QFETCH(int, colourBy);
    QFETCH(int, pixels);
    const Theme theme = lightTheme();
    const TimelineStyle style = timelineStyle(QFont(), 1);
    const RowPaint paint{theme, style, static_cast<ColourBy>(colourBy),
                         static_cast<double>(pixels)};
    for (const quint32 seed : {1U, 2U, 3U}) {
        const LaneSpans spans = randomSpans(seed);
        QImage whole(910, 32, QImage::Format_RGB32);
        whole.fill(theme.card);
        QImage pieces = whole;
        QPainter onWhole(&whole);
        QVERIFY(LaneImage::isFor(onWhole, spans, plot, paint));
        paintRow(onWhole, rowOf(spans), plot, paint);
        QPainter onPieces(&pieces);
        for (std::size_t i = 0; i < spans.states.size(); i += 8)
            paintRow(onPieces, rowOf({few(spans.states, i), {}}), plot, paint);
        for (std::size_t i = 0; i < spans.runs.size(); ++i) {
            // Each is painted alone: neighbours would not change how strong it is.
            if (colourBy == static_cast<int>(ColourBy::State) && !spans.runs[i].isLongest)
                continue;
            paintRow(onPieces, rowOf({{}, {spans.runs[i]}}), plot, paint);
        }
        onWhole.end();
        onPieces.end();
        QVERIFY2(differences(whole, pieces) < 20,
                 qPrintable(QString::number(differences(whole, pieces))));
    }
}

void TestLaneImage::onlyWhereColumnsArePixels()
{
    const Theme theme = lightTheme();
    const TimelineStyle style = timelineStyle(QFont(), 1);
    const LaneSpans spans = randomSpans(1);
    QImage image(910, 32, QImage::Format_RGB32);
    QPainter painter(&image);
    const RowPaint exact{theme, style, ColourBy::Task, 1};
    QVERIFY(!LaneImage::isFor(painter, spans, QRectF(3.5, 5, 900, 22), exact));
    QVERIFY(!LaneImage::isFor(painter, {few(spans.states, 0), {}}, plot, exact));
    const RowPaint scaled{theme, style, ColourBy::Task, 0.8};
    QVERIFY(!LaneImage::isFor(painter, spans, plot, scaled));
    painter.scale(1.2, 1.2);
    QVERIFY(!LaneImage::isFor(painter, spans, plot, exact));
}

QTEST_MAIN(TestLaneImage)
#include "tst_laneimage.moc"
