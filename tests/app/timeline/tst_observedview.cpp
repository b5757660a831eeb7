#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/switchedrun.h"
#include "tests/app/timeline/viewundertest.h"
#include "tests/support/recordingtext.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

Comparison observed(std::string_view text)
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.isComplete = true;
    comparison.runs.push_back(recordingFrom("observed; evidence exact\n" + std::string(text)));
    return comparison;
}

constexpr auto process1 = static_cast<TaskId>(1);

}  // namespace

/// Observed programs in the window part: pixels, words and real events.
class TestObservedView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void growsLikeNew_data();
    void growsLikeNew();
    void threadsTakeThePlaceOfTasks();
    void colouredByState();
    void lostTimeIsHatched();
    void briefLostTimeIsSeen();
    void coresAreSolidWhereUsed();
    void pointingAtACore();
    void labelsFollowNames();
    void besideOwnRuns();
};

void TestObservedView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestObservedView::growsLikeNew_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("threads") << static_cast<int>(RowsBy::Tasks);
    QTest::newRow("cores") << static_cast<int>(RowsBy::Cores);
}

void TestObservedView::growsLikeNew()
{
    QFETCH(int, rows);
    ViewUnderTest test;
    test.view.setRowsBy(static_cast<RowsBy>(rows));
    int compared = 0;
    const Comparison* shown = nullptr;
    feed(framesOf({.seed = 21, .switches = 400}), [&](const Comparison& comparison) {
        if (!std::exchange(shown, &comparison))
            test.show(comparison);
        test.view.refresh();
        if (++compared % 10 != 0 && !comparison.runs.front().hasEnded())
            return;
        ViewUnderTest fresh;
        fresh.view.setRowsBy(static_cast<RowsBy>(rows));
        fresh.show(comparison);
        ViewUnderTest::settle();
        QVERIFY(areAlike(test.imageOf(0), fresh.imageOf(0)));
        QCOMPARE(test.legend(), fresh.legend());
        test.view.viewport().select(TimeRange{1ms, 20ms});
        test.view.viewport().select({});
    });
    QVERIFY(compared > 20);
    test.view.setComparison(nullptr);
}

void TestObservedView::threadsTakeThePlaceOfTasks()
{
    const Comparison comparison = observed("W1: run 0-50@0; W2: run 10-60@1; W3: io 0-60");
    ViewUnderTest test;
    test.show(comparison);
    QVERIFY(test.view.isObserved());
    QCOMPARE(test.view.rowsBy(), RowsBy::Tasks);
    QCOMPARE(test.panel(0).rows(), std::size_t{3});
    QCOMPARE(test.panel(0).accessibleName(), QStringLiteral("program"));
    test.view.setRowsBy(RowsBy::Workers);
    QCOMPARE(test.panel(0).rows(), std::size_t{3});
    test.view.setRowsBy(RowsBy::Cores);
    QCOMPARE(test.panel(0).rows(), std::size_t{2});
}

void TestObservedView::colouredByState()
{
    const Comparison comparison = observed("W1: run 0-50@0; W2: run 0-50@1");
    ViewUnderTest test;
    test.show(comparison);
    const Theme theme = lightTheme();
    QCOMPARE(test.view.colourBy(), ColourBy::State);
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 25ms)), theme.lookOf(WorkState::Running).fill);
    QVERIFY(!test.legend().contains(QStringLiteral("running between tasks")));
    test.view.setTheme(darkTheme());  // where the first hue is not that of running
    test.view.setColourBy(ColourBy::Task);
    QCOMPARE(test.view.colourBy(), ColourBy::Task);
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 25ms)), darkTheme().hueOf(process1));
    const Comparison own = simulatedComparison({});
    test.show(own);
    QVERIFY(!test.view.isObserved());
    QCOMPARE(test.view.colourBy(), ColourBy::Task);
}

void TestObservedView::lostTimeIsHatched()
{
    const Comparison comparison = observed("W1: run 0-10 unseen 10-40 run 40-50");
    const Theme theme = lightTheme();
    for (const ColourBy colourBy : {ColourBy::State, ColourBy::Task}) {
        ViewUnderTest test;
        test.show(comparison);
        test.view.setColourBy(colourBy);
        const QImage image = test.imageOf(0);
        const QPoint from = test.pointOf(0, 0, 12ms);
        int ground = 0;
        int other = 0;
        for (int x = from.x(); x < test.pointOf(0, 0, 38ms).x(); ++x) {
            const QColor colour = image.pixelColor(x, from.y());
            QVERIFY(colour != theme.lookOf(WorkState::Running).fill);
            const bool isGround = colour == theme.track || colour == theme.tintOf(process1);
            (isGround ? ground : other) += 1;
        }
        QVERIFY(ground > 10 && other > 10);
        QVERIFY(test.legend().contains(QStringLiteral("not known, records were lost")));
        test.view.viewport().zoomTo({0ns, 5ms});
        (void)test.view.grab();
        ViewUnderTest::settle();
        QVERIFY(!test.legend().contains(QStringLiteral("not known, records were lost")));
    }
}

void TestObservedView::briefLostTimeIsSeen()
{
    const Comparison comparison = observed("W1: sleep 0-500 unseen 500-502 sleep 502-1000");
    ViewUnderTest test;
    test.show(comparison);
    const QColor colour = test.colourAt(0, test.pointOf(0, 0, 501ms));
    QVERIFY(colour != lightTheme().track);
    QVERIFY(colour != lightTheme().lookOf(WorkState::Sleep).fill);
}

void TestObservedView::coresAreSolidWhereUsed()
{
    const Comparison comparison = observed("W1: run 0-20@0 ready 20-30 run 30-50@1");
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Cores);
    test.show(comparison);
    const Theme theme = lightTheme();
    const QColor solid = theme.lookOf(WorkState::Running).fill;
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 10ms)), solid);
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 40ms)), solid);
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 40ms)), theme.track);  // idle
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 10ms)), theme.track);
    QVERIFY(test.legend().contains(QStringLiteral("core without a worker of the run")));
}

void TestObservedView::pointingAtACore()
{
    const Comparison comparison = observed("W1: run 0-20@0 ready 20-30 run 30-50@1");
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Cores);
    test.show(comparison);
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    test.moveTo(test.panel(0), test.pointOf(0, 1, 40ms));
    QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Core 1 · running")));
    test.moveTo(test.panel(0), test.pointOf(0, 1, 10ms));
    QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Core 1 · idle")));
    const QRectF strip = test.panel(0).geometryOfParts().running;
    test.moveTo(test.panel(0), QPoint(test.pointOf(0, 0, 10ms).x(), strip.center().toPoint().y()));
    QVERIFY(
        hovered.last().first().toString().contains(QStringLiteral("1 in progress · 1 running")));
}

void TestObservedView::labelsFollowNames()
{
    Comparison comparison = observed("W1: run 0-20@0");
    comparison.runs.front().workers.front().name = "sh";
    ViewUnderTest test;
    test.show(comparison);
    const double narrow = test.panel(0).geometryOfParts().labels.width();
    comparison.runs.front().workers.front().name = "a-name-of-24-characters";
    test.view.refresh();
    QVERIFY(test.panel(0).geometryOfParts().labels.width() > narrow + 20);
    comparison.runs.front().workers.front().name = std::string(1'000, 'x');
    test.view.refresh();
    QVERIFY(test.panel(0).geometryOfParts().labels.width() < 250);
}

void TestObservedView::besideOwnRuns()
{
    Comparison comparison = simulatedComparison({});
    comparison.runs.resize(2);
    comparison.runs.push_back(observed("W1: run 0-500@0; W2: join 0-500").runs.front());
    ViewUnderTest test;
    test.show(comparison);
    QVERIFY(!test.view.isObserved());
    QCOMPARE(test.panel(0).rows(), std::size_t{4});
    QCOMPARE(test.panel(2).rows(), std::size_t{2});
    QVERIFY(test.legend().contains(QStringLiteral("cores of the plan")));
    QVERIFY(test.legend().contains(QStringLiteral("cores of the machine")));
    QVERIFY(test.panel(2).text().factor.isEmpty());
}

QTEST_MAIN(TestObservedView)
#include "tst_observedview.moc"
