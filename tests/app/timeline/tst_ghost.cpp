#include "app/timeline/coordinates.h"
#include "app/timeline/panelstack.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"
#include "tests/support/recordingtext.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

namespace {

const QString morning = QStringLiteral("before: morning.coreogram");

/// A run of two tasks with this plan, recorded some time after others.
Recording runFrom(const char* text, Nanoseconds later = {})
{
    Recording run = recordingFrom(text);
    run.start.mode = Mode::Concurrent;
    run.start.plan = {.inProgress = 2, .split = 1, .cores = 1};
    run.summary.end = RunEnd::Done;
    const auto shift = [later](auto& intervals) {
        for (auto& interval : intervals) {
            interval.start += later;
            interval.end += later;
        }
    };
    run.start.origin += later;
    run.knownUntil += later;
    for (Task& task : run.tasks) {
        task.start = *task.start + later;
        task.stop = *task.stop + later;
    }
    for (Worker& worker : run.workers) {
        worker.start += later;
        worker.stop = *worker.stop + later;
        shift(worker.slices);
        shift(worker.waits);
        shift(worker.parts);
    }
    return run;
}

Comparison comparisonOf(std::vector<Recording> runs)
{
    Comparison comparison;
    comparison.machine.cores = 1;
    comparison.runs = std::move(runs);
    return comparison;
}

const char* const now = "W1: T1 run 0-40\nW2: T2 ready 0-40 run 40-80";
const char* const before = "W1: T1 run 0-40 ready 40-80 run 80-100\nW2: T2 ready 20-40 run 40-80";

/// What is drawn along the middle of row `row` at height `y` of its panel, every 10 ms: `#` for
/// what is solid, `.` for the ground, `?` for anything else.
QString textAlong(ViewUnderTest& test, std::size_t run, double y)
{
    const QImage image = test.imageOf(run);
    QString text;
    for (Nanoseconds t = 5ms; t < test.view.viewport().visible().end; t += 10ms) {
        const double x = test.pointOf(run, 0, t).x();
        const QColor colour = image.pixelColor(QPointF(x, y).toPoint());
        text += colour == lightTheme().neutral ? u'#' : colour == lightTheme().card ? u'.' : u'?';
    }
    return text;
}

QString ghostText(ViewUnderTest& test, std::size_t row)
{
    const QRectF rect = test.panel(0).geometryOfParts().ghostRect(row);
    return textAlong(test, 0, std::floor(rect.center().y()));
}

/// How many pixels of a picture are of each of two colours, as text that tells a missing bar.
QString countText(const QImage& image, const QRectF& rect)
{
    std::map<QRgb, int> counts;
    for (int y = qRound(rect.top()); y < qRound(rect.bottom()); ++y) {
        for (int x = qRound(rect.left()); x < qRound(rect.right()); ++x)
            ++counts[image.pixel(x, y)];
    }
    const int solid = counts[lightTheme().neutral.rgb()];
    return QStringLiteral("%1 % solid").arg(qRound(100.0 * solid / (rect.width() * rect.height())));
}

}  // namespace

/// Runs that are drawn below others.
class TestGhost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isDrawnWhereItRan();
    void ownBarsKeepTheirColour();
    void lastsAsLongAsTheAxis();
    void isInTheLegend();
    void headerSaysTheDifference();
    void isNamedWhereItIsPointedAt();
    void anotherPlanHasNone();
    void aRunBelowAnother();
    void nothingBelow();
    void fewerRowsThanItsPanel();
    void byCore();
    void comesWithTheRun();
    void goesWithItsRecording();
};

void TestGhost::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestGhost::isDrawnWhereItRan()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    const Comparison old = comparisonOf({runFrom(before, -7s)});  // on another day's clock
    ViewUnderTest test;
    test.show(shown);
    QCOMPARE(test.panel(0).geometryOfParts().ghostHeight, 0.0);
    test.view.stack().setBefore(&old, morning);
    test.view.viewport().zoomTo({0ms, 100ms});
    test.settle();
    QCOMPARE(ghostText(test, 0), QStringLiteral("####....##"));
    QCOMPARE(ghostText(test, 1), QStringLiteral("....####.."));
    const QImage image = test.imageOf(0);
    // 60 of 100 ms, and the outline around the rest.
    const QString count = countText(image, test.panel(0).geometryOfParts().ghostRect(0));
    QVERIFY2(count >= QStringLiteral("60") && count < QStringLiteral("85"), qPrintable(count));
}

void TestGhost::ownBarsKeepTheirColour()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    ViewUnderTest test;
    test.show(shown);
    const double whole = test.panel(0).geometryOfParts().barHeight;
    test.view.stack().setBefore(&shown, morning);
    test.settle();
    const PanelLayout layout = test.panel(0).geometryOfParts();
    QVERIFY(layout.barHeight < whole && layout.ghostHeight >= 3);
    QVERIFY(layout.ghostRect(1).bottom() <= layout.rowRect(1).bottom());
    QVERIFY(layout.ghostRect(0).top() > layout.barRect(0).bottom());
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 20ms)), lightTheme().hueOf(TaskId{1}));
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 60ms)), lightTheme().hueOf(TaskId{2}));
}

void TestGhost::lastsAsLongAsTheAxis()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    const Comparison old = comparisonOf({runFrom(before)});
    ViewUnderTest test;
    test.show(shown);
    QCOMPARE(test.view.viewport().contentEnd(), Nanoseconds(80ms));
    test.view.stack().setBefore(&old, morning);
    QCOMPARE(test.view.viewport().contentEnd(), Nanoseconds(100ms));
}

void TestGhost::isInTheLegend()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    ViewUnderTest test;
    test.show(shown);
    QVERIFY(!test.legend().contains(morning));
    test.view.stack().setBefore(&shown, morning);
    (void)test.imageOf(0);
    test.settle();
    QVERIFY(test.legend().contains(morning));
}

void TestGhost::headerSaysTheDifference()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    const Comparison old = comparisonOf({runFrom(before)});
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().setBefore(&old, morning);
    QCOMPARE(test.panel(0).text().headline, QStringLiteral("20.0 ms faster (0.80×)"));
    QVERIFY(test.panel(0).accessibleDescription().endsWith(
        QStringLiteral("20.0 ms faster (0.80×): 20.0 ms less running")));
    test.view.stack().setBefore(nullptr, {});
    QVERIFY(test.panel(0).text().headline.isEmpty());
}

void TestGhost::isNamedWhereItIsPointedAt()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    const Comparison old = comparisonOf({runFrom(before)});
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().setBefore(&old, morning);
    test.settle();
    const QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    const QRectF rect = test.panel(0).geometryOfParts().ghostRect(0);
    test.moveTo(test.panel(0), {test.pointOf(0, 0, 90ms).x(), qRound(rect.center().y())});
    QVERIFY(!hovered.isEmpty());
    const QString text = hovered.back().front().toString();
    QVERIFY2(text.startsWith(morning) && text.contains(QStringLiteral("running")),
             qPrintable(text));  // its own had ended by then
}

void TestGhost::anotherPlanHasNone()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    Comparison old = comparisonOf({runFrom(before)});
    old.runs[0].start.plan.cores = 2;
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().setBefore(&old, morning);
    QVERIFY(!test.panel(0).ghost());
    QVERIFY(!test.view.stack().matchOf(0));
}

void TestGhost::aRunBelowAnother()
{
    Comparison shown = comparisonOf({runFrom(now), runFrom(before, 3s)});
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().pickGhost(0, 1);
    test.view.viewport().zoomTo({0ms, 100ms});
    test.settle();
    QCOMPARE(ghostText(test, 0), QStringLiteral("####....##"));
    QVERIFY(!test.panel(1).ghost());
    QCOMPARE(test.panel(0).ghost()->name, QStringLiteral("below: Concurrent, repeat 2"));
    shown.runs.reserve(shown.runs.capacity() + 100);  // they lie elsewhere now
    test.view.refresh();
    QCOMPARE(&test.panel(0).ghost()->recording(), &shown.runs[1]);
}

void TestGhost::nothingBelow()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().setBefore(&shown, morning);
    test.view.stack().pickGhost(0, {});
    QVERIFY(!test.panel(0).ghost());
    test.view.stack().unpickGhost(0);
    QVERIFY(test.panel(0).ghost());
}

void TestGhost::fewerRowsThanItsPanel()
{
    const Comparison shown = comparisonOf({runFrom(now), runFrom("W1: T1 run 0-40 T2 run 40-80")});
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Workers);
    test.show(shown);
    test.view.stack().pickGhost(0, 1);
    test.view.viewport().zoomTo({0ms, 80ms});
    test.settle();
    QCOMPARE(ghostText(test, 0), QStringLiteral("########"));
    QCOMPARE(ghostText(test, 1), QStringLiteral("........"));
}

void TestGhost::byCore()
{
    const Comparison shown = comparisonOf({runFrom("W1: T1 run 0-40@0 run 40-80@0")});
    const Comparison old = comparisonOf({runFrom("W1: T1 run 0-40@0 ready 40-60 run 60-80@0", 9s)});
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Cores);
    test.show(shown);
    test.view.stack().setBefore(&old, morning);
    test.view.viewport().zoomTo({0ms, 80ms});
    test.settle();
    QCOMPARE(ghostText(test, 0), QStringLiteral("####..##"));
}

void TestGhost::comesWithTheRun()
{
    Comparison shown;
    shown.machine.cores = 1;
    const Comparison old = comparisonOf({runFrom(before)});
    ViewUnderTest test;
    test.show(shown);
    test.view.stack().setBefore(&old, morning);
    shown.runs.push_back(runFrom(now));
    shown.runs.back().summary.end = RunEnd::NotYet;
    test.view.refresh();
    QVERIFY(test.panel(0).ghost());
    QVERIFY(test.panel(0).text().headline.isEmpty());  // it goes on
    shown.runs.back().summary.end = RunEnd::Done;
    test.view.refresh();
    QCOMPARE(test.panel(0).text().headline, QStringLiteral("20.0 ms faster (0.80×)"));
}

void TestGhost::goesWithItsRecording()
{
    const Comparison shown = comparisonOf({runFrom(now)});
    ViewUnderTest test;
    test.show(shown);
    {
        const Comparison old = comparisonOf({runFrom(before)});
        test.view.stack().setBefore(&old, morning);
        test.view.stack().setBefore(nullptr, {});
    }
    test.view.refresh();
    QCOMPARE(test.panel(0).geometryOfParts().ghostHeight, 0.0);
    QCOMPARE(test.view.viewport().contentEnd(), Nanoseconds(80ms));
}

QTEST_MAIN(TestGhost)
#include "tst_ghost.moc"
