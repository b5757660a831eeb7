#include "tests/app/golden/blankfont.h"
#include "tests/app/golden/goldenpicture.h"
#include "tests/app/golden/goldenruns.h"
#include "tests/app/golden/goldensamples.h"
#include "tests/app/golden/picturediff.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// Takes away, moves or gives to another task the slice that begins `start` after the origin.
enum class Harm { Drop, Shift, Recolour };

Recording harmed(Recording run, Nanoseconds start, Harm harm, Nanoseconds pixel)
{
    for (Worker& worker : run.workers) {
        const auto slice = std::ranges::find(worker.slices, start + run.start.origin,
                                             [](const Slice& each) { return each.start; });
        if (slice == worker.slices.end())
            continue;
        if (harm == Harm::Drop) {
            worker.slices.erase(slice);
            return run;
        }
        if (harm == Harm::Recolour)
            slice->task = static_cast<TaskId>(number(slice->task) + 1);
        else
            *slice = {slice->start + 2 * pixel, slice->end + 2 * pixel, slice->task, slice->part,
                      slice->core};
        return run;
    }
    qFatal("no slice begins there");
}

}  // namespace

/// Panels as the window paints them, against pictures that were looked at and stored. What is
/// compared is their plots, drawn with a font without ink, so that no other machine's letters
/// matter: bars, patterns, outlines, marks, numbers' pills, strips, grid and brackets.
class TestGoldenPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lettersAreBlank();
    void panels_data();
    void panels();
    void wholeComparison();
    void allAreCompared();
    void harmIsSeen_data();
    void harmIsSeen();
    void failureIsKept();
};

void TestGoldenPictures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestGoldenPictures::lettersAreBlank()
{
    const QFont font = blankFont(20);
    QCOMPARE(QFontMetricsF(font).horizontalAdvance(QStringLiteral("Wi·")), 30.0);
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    QPainter painter(&image);
    painter.setFont(font);
    painter.drawText(QPointF(5, 30), QStringLiteral("Task 3 · 1–40 ×µ"));
    painter.end();
    QCOMPARE(image, before);
}

void TestGoldenPictures::panels_data()
{
    QTest::addColumn<GoldenSample>("sample");
    for (const GoldenSample& sample : goldenSamples())
        QTest::newRow(sample.name.c_str()) << sample;
}

void TestGoldenPictures::panels()
{
    QFETCH(GoldenSample, sample);
    const auto same = compareWithGolden(sample.picture(), QString::fromStdString(sample.name));
    QVERIFY2(same, same ? "" : same.error().message.c_str());
}

void TestGoldenPictures::wholeComparison()
{
    const auto same = compareWithGolden(comparisonPicture(fourTasks(), lightTheme()),
                                        QStringLiteral("comparison"));
    QVERIFY2(same, same ? "" : same.error().message.c_str());
}

void TestGoldenPictures::allAreCompared()
{
    QStringList names{QStringLiteral("comparison")};
    for (const GoldenSample& sample : goldenSamples())
        names << QString::fromStdString(sample.name);
    names.sort();
    QCOMPARE(goldenNames(), names);  // one that no test draws would be looked after in vain
}

void TestGoldenPictures::harmIsSeen_data()
{
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<Nanoseconds>("slice");
    QTest::newRow("a slice of 3 pixels is missing") << Harm::Drop << Nanoseconds(50ms);
    QTest::newRow("another of 3 pixels is missing") << Harm::Drop << Nanoseconds(140ms);
    QTest::newRow("a slice of 3 pixels 2 further") << Harm::Shift << Nanoseconds(50ms);
    QTest::newRow("a long slice 2 further") << Harm::Shift << Nanoseconds(0);
    QTest::newRow("a slice of 3 pixels in another colour") << Harm::Recolour << Nanoseconds(50ms);
}

void TestGoldenPictures::harmIsSeen()
{
    QFETCH(Harm, harm);
    QFETCH(Nanoseconds, slice);
    for (const Theme& theme : {lightTheme(), darkTheme(), highContrastTheme()}) {
        for (const ColourBy colourBy : {ColourBy::Task, ColourBy::State}) {
            // By worker, so that a slice of another task stays in its row. By state it looks as
            // before, then.
            if (harm == Harm::Recolour && colourBy == ColourBy::State)
                continue;
            const GoldenView view{.rows = RowsBy::Workers, .colourBy = colourBy, .theme = theme};
            const QImage whole = panelPicture(comparisonOf(shortSlices()), 0, view);
            const Nanoseconds pixel = 200'000'000ns / whole.width();
            const Comparison other = comparisonOf(harmed(shortSlices(), slice, harm, pixel));
            const PictureDiff diff = diffOf(panelPicture(other, 0, view), whole);
            QVERIFY2(!diff.isSame(), qPrintable(diff.text()));
        }
    }
}

void TestGoldenPictures::failureIsKept()
{
    const QImage stored = panelPicture(comparisonOf(shortSlices()), 0, {});
    QImage other = stored;
    QPainter(&other).fillRect(100, 30, 3, 10, Qt::black);
    QVERIFY(comparePictures(stored, stored, QStringLiteral("failure-is-kept")));
    const auto same = comparePictures(other, stored, QStringLiteral("failure-is-kept"));
    QVERIFY(!same);
    const QString stem =
        QCoreApplication::applicationDirPath() + QStringLiteral("/golden-failed/failure-is-kept");
    const QString message = QString::fromStdString(same.error().message);
    QVERIFY2(message.contains(stem + QStringLiteral(".png and ")), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("30 pixels differ")), qPrintable(message));
    QCOMPARE(QImage(stem + QStringLiteral(".png")).size(), stored.size());
    QCOMPARE(QImage(stem + QStringLiteral("-diff.png")).pixelColor(101, 35), QColor(220, 0, 0));
    QVERIFY(QFile::remove(stem + QStringLiteral(".png")));
    QVERIFY(QFile::remove(stem + QStringLiteral("-diff.png")));
}

QTEST_MAIN(TestGoldenPictures)
#include "tst_goldenpictures.moc"
