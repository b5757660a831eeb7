#include "tests/app/golden/blankfont.h"
#include "tests/app/golden/goldenpanel.h"
#include "tests/app/golden/goldenpicture.h"
#include "tests/app/golden/goldenruns.h"
#include "tests/app/golden/picturediff.h"
#include "tests/app/timeline/simulatedrun.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// A picture that is stored: one run of a comparison, and how it is drawn.
struct Sample {
    Comparison comparison;
    GoldenView view{};
    Mode run = Mode::Sequential;  ///< of those in the comparison; the first where it has but one

    [[nodiscard]] QImage picture() const
    {
        const std::size_t index = comparison.runs.size() > 1 ? static_cast<std::size_t>(run) : 0;
        return panelPicture(comparison, index, view);
    }
};

/// What was run before, for a ghost: in turns on one core, until it was stopped.
Recording runBefore()
{
    Recording run = fourTasksUntil(Mode::Concurrent, 200ms);
    run.summary.end = RunEnd::Interrupted;
    return run;
}

Comparison slices(int workers, int slicesOfEach)
{
    return comparisonOf(recordingOfSlices(workers, slicesOfEach));
}

constexpr TimeRange aTenth{100ms, 124ms};

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

private:
    void add(const char* name, Comparison comparison, const GoldenView& view,
             Mode run = Mode::Sequential);
    void addRows();
    void addStates();
    void addThemes();
    void addMany();
    void addHandled();

    QStringList m_names;
};

Q_DECLARE_METATYPE(Sample)

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

void TestGoldenPictures::add(const char* name, Comparison comparison, const GoldenView& view,
                             Mode run)
{
    m_names << QLatin1String(name);
    QTest::newRow(name) << Sample{std::move(comparison), view, run};
}

void TestGoldenPictures::addRows()
{
    add("tasks-in-turns", fourTasks(), {}, Mode::Concurrent);
    add("tasks-by-worker", fourTasks(), {.rows = RowsBy::Workers}, Mode::Both);
    add("tasks-by-core", fourTasks(), {.rows = RowsBy::Cores}, Mode::Both);
    add("tasks-by-core-with-idle", fourTasks(), {.rows = RowsBy::Cores}, Mode::Concurrent);
    add("one-after-another", fourTasks(), {}, Mode::Sequential);
    add("subtasks", fourTasks(), {}, Mode::BothSplit);
    add("subtasks-by-worker", fourTasks(), {.rows = RowsBy::Workers}, Mode::BothSplit);
    add("processes", comparisonOf(observedProcesses()),
        {.rows = RowsBy::Workers, .colourBy = ColourBy::State});
    add("processes-by-colour", comparisonOf(observedProcesses()), {.rows = RowsBy::Workers});
    add("processes-by-core", comparisonOf(observedProcesses()), {.rows = RowsBy::Cores});
}

void TestGoldenPictures::addStates()
{
    const GoldenView byState{.colourBy = ColourBy::State};
    add("states-by-task", comparisonOf(everyState()), {});
    add("states-by-state", comparisonOf(everyState()), byState);
    add("states-by-worker", comparisonOf(everyState()),
        {.rows = RowsBy::Workers, .colourBy = ColourBy::State});
    add("turns-by-state", fourTasks(), byState, Mode::Concurrent);
    add("deadlock", comparisonOf(deadlock()), {});
    add("event-loop", comparisonOf(eventLoop()), {});
    add("philosophers", storedComparison("philosophers"), {});
    add("philosophers-closely", storedComparison("philosophers"),
        {.colourBy = ColourBy::State, .visible = TimeRange{450ms, 556ms}});
    add("interpreter-lock", storedComparison("interpreterlock"),
        {.rows = RowsBy::Workers, .colourBy = ColourBy::State, .visible = TimeRange{100ms, 300ms}});
    add("interpreter-lock-by-core", storedComparison("interpreterlock"), {.rows = RowsBy::Cores});
}

void TestGoldenPictures::addThemes()
{
    const std::pair<const char*, Theme> themes[] = {{"dark", darkTheme()},
                                                    {"high-contrast", highContrastTheme()}};
    for (const auto& [name, theme] : themes) {
        const std::string stem = name;
        add((stem + "-by-task").c_str(), comparisonOf(everyState()), {.theme = theme});
        add((stem + "-by-state").c_str(), comparisonOf(everyState()),
            {.colourBy = ColourBy::State, .theme = theme});
    }
    add("projected", comparisonOf(everyState()), {.isProjected = true});
    add("projected-dark", comparisonOf(everyState()),
        {.colourBy = ColourBy::State, .theme = darkTheme(), .isProjected = true});
    add("projected-groups", slices(30, 40), {.isProjected = true});
}

void TestGoldenPictures::addMany()
{
    add("groups", slices(120, 60), {.rows = RowsBy::Workers});
    add("below-a-pixel", slices(5, 6000), {});
    add("below-a-pixel-by-core", slices(5, 6000), {.rows = RowsBy::Cores});
    add("a-tenth", fourTasks(), {.visible = aTenth}, Mode::Concurrent);
}

void TestGoldenPictures::addHandled()
{
    const GoldenView behind{.visible = TimeRange{{}, 200ms}, .ghost = runBefore()};
    GoldenView behindCores = behind;
    behindCores.rows = RowsBy::Cores;
    add("ghost", fourTasks(), behind, Mode::Both);
    add("ghost-by-core", fourTasks(), behindCores, Mode::Both);
    add("selection", fourTasks(), {.selection = TimeRange{60ms, 114ms}}, Mode::Concurrent);
    add("release", comparisonOf(shortSlices()), {.pointedAt = std::pair(std::size_t{2}, 150ms)});
}

void TestGoldenPictures::panels_data()
{
    QTest::addColumn<Sample>("sample");
    m_names.clear();
    addRows();
    addStates();
    addThemes();
    addMany();
    addHandled();
}

void TestGoldenPictures::panels()
{
    QFETCH(Sample, sample);
    const auto same =
        compareWithGolden(sample.picture(), QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(same, same ? "" : same.error().message.c_str());
}

void TestGoldenPictures::wholeComparison()
{
    m_names << QStringLiteral("comparison");
    const auto same = compareWithGolden(comparisonPicture(fourTasks(), lightTheme()),
                                        QStringLiteral("comparison"));
    QVERIFY2(same, same ? "" : same.error().message.c_str());
}

void TestGoldenPictures::allAreCompared()
{
    // One that no test draws any more would be looked after in vain.
    if (m_names.size() < 2)
        QSKIP("only asked for alone");
    m_names.sort();
    QCOMPARE(goldenNames(), m_names);
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
    if (remakesGolden())
        QSKIP("the pictures are made anew");
    const QImage stored = goldenPicture(QStringLiteral("comparison"));
    QImage other = stored;
    QPainter(&other).fillRect(100, 20, 3, 12, Qt::red);
    const auto same = compareWithGolden(other, QStringLiteral("comparison"));
    QVERIFY(!same);
    const QString stem =
        QCoreApplication::applicationDirPath() + QStringLiteral("/golden-failed/comparison");
    const QString message = QString::fromStdString(same.error().message);
    QVERIFY2(message.contains(stem + QStringLiteral(".png and ")), qPrintable(message));
    QVERIFY(message.contains(QStringLiteral("36 pixels differ")));
    QCOMPARE(QImage(stem + QStringLiteral(".png")).size(), stored.size());
    QCOMPARE(QImage(stem + QStringLiteral("-diff.png")).pixelColor(101, 25), QColor(220, 0, 0));
}

QTEST_MAIN(TestGoldenPictures)
#include "tst_goldenpictures.moc"
