#include "app/timeline/axiswidget.h"
#include "app/timeline/emptystate.h"
#include "app/timeline/hoverbox.h"
#include "app/timeline/timelinesettings.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

Comparison fourWays()
{
    Experiment experiment;
    experiment.taskLength = 60ms;
    return simulatedComparison(experiment);
}

constexpr auto task1 = static_cast<TaskId>(1);

}  // namespace

/// The window part as its users see it: pixels, words and real events.
class TestComparisonView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void emptyAndFilled();
    void runningIsSolid();
    void readyIsHatched();
    void inProgressIsLightWhileLive();
    void statesHaveTheirColours();
    void stripsShowTheCounts();
    void rowsByWorkers();
    void themes();
    void axisLiesUnderThePlots();
    void panelsShareTheHeight();
    void scrollsWhenThereIsNoRoom();
    void legendNamesWhatIsSeen();
    void legendIsThereAfterTheyWereHidden();
    void givenNames();
    void names();
    void hoverSaysWhatItIs();
    void longReasonsAreWrapped();
    void hoverEndsOutside();
    void headerHasAHint();
};

void TestComparisonView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestComparisonView::emptyAndFilled()
{
    ViewUnderTest test;
    test.view.setInvitation(QStringLiteral("Press Space."));
    auto* const empty = test.view.findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    QVERIFY(empty->accessibleDescription().contains(QStringLiteral("Space")));
    const Comparison comparison = fourWays();
    test.show(comparison);
    QVERIFY(!empty->isVisible());
    QCOMPARE(test.panels().size(), std::size_t{5});
    test.view.setComparison(nullptr);
    QVERIFY(empty->isVisible());
    QVERIFY(test.panels().empty());
    test.view.refresh();
}

void TestComparisonView::runningIsSolid()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    const Theme theme = lightTheme();
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 30ms)), theme.hueOf(task1));
    QCOMPARE(test.colourAt(0, test.pointOf(0, 1, 90ms)), theme.hueOf(static_cast<TaskId>(2)));
    QCOMPARE(test.colourAt(1, test.pointOf(1, 0, 2ms)), theme.hueOf(task1));
    QCOMPARE(test.colourAt(1, test.pointOf(1, 0, 18ms)), theme.hueOf(task1));
    // After its stop there is the card.
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 75ms)), theme.card);
}

void TestComparisonView::readyIsHatched()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    const QImage image = test.imageOf(1);
    const QRect bar = test.panel(1).geometryOfParts().barRect(0).toRect();
    const int left = test.pointOf(1, 0, 5ms).x();
    const int right = test.pointOf(1, 0, 15ms).x();
    int light = 0;
    int hatched = 0;
    for (int y = bar.top() + 2; y < bar.bottom() - 1; ++y) {
        for (int x = left; x < right; ++x) {
            const QColor colour = image.pixelColor(x, y);
            (colour == lightTheme().tintOf(task1) ? light : hatched) += 1;
        }
    }
    QVERIFY(light > hatched);
    QVERIFY(hatched * 10 > light);
}

void TestComparisonView::inProgressIsLightWhileLive()
{
    ViewUnderTest test;
    Comparison comparison;
    comparison.runs.push_back(
        simulatedRun({.mode = Mode::Sequential, .experiment = {}, .until = 90ms}));
    comparison.runs[0].workers[0].slices.back().end -= 30ms;  // nothing newer is known of it
    test.view.setFeed(Feed::Live);
    test.show(comparison);
    const Theme theme = lightTheme();
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 55ms)), theme.hueOf(task1));
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 75ms)), theme.tintOf(task1));
    QVERIFY(test.legend().contains(QStringLiteral("in progress, nothing more known")));
    QCOMPARE(test.panel(0).text().verdict, QStringLiteral("running…"));
}

void TestComparisonView::statesHaveTheirColours()
{
    ViewUnderTest test;
    test.view.setColourBy(ColourBy::State);
    const Comparison comparison = fourWays();
    test.show(comparison);
    const Theme theme = lightTheme();
    for (std::size_t task = 0; task < 4; ++task) {
        const QPoint point = test.pointOf(0, task, 30ms + 60ms * static_cast<int>(task));
        QCOMPARE(test.colourAt(0, point), theme.lookOf(WorkState::Running).fill);
    }
    const QImage image = test.imageOf(1);
    int yellow = 0;
    const QPoint from = test.pointOf(1, 0, 5ms);
    for (int x = from.x(); x < test.pointOf(1, 0, 15ms).x(); ++x)
        yellow += image.pixelColor(x, from.y()) == theme.lookOf(WorkState::Ready).fill ? 1 : 0;
    QVERIFY(yellow > 15);
}

void TestComparisonView::stripsShowTheCounts()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    // How many pixels of a strip's column are filled, at 90 ms.
    const auto filled = [&](std::size_t run, const QRectF& strip) {
        const QImage image = test.imageOf(run);
        const int x = test.pointOf(run, 0, 90ms).x();
        int count = 0;
        for (int y = strip.toRect().top(); y <= strip.toRect().bottom(); ++y)
            count += image.pixelColor(x, y) != lightTheme().card ? 1 : 0;
        return count / strip.height();
    };
    const auto counts = [&](std::size_t run) {
        const PanelLayout layout = test.panel(run).geometryOfParts();
        return std::pair(filled(run, layout.inProgress), filled(run, layout.running));
    };
    const auto near = [](double value, double wanted) { return std::abs(value - wanted) < 0.08; };
    const auto [oneTask, oneRuns] = counts(0);
    QVERIFY(near(oneTask, 1) && near(oneRuns, 1));
    const auto [fourTasks, oneOfFour] = counts(1);
    QVERIFY2(near(fourTasks, 1) && near(oneOfFour, 0.25), qPrintable(QString::number(oneOfFour)));
    const auto [oneOfTwo, bothRun] = counts(2);
    QVERIFY2(near(oneOfTwo, 0.5) && near(bothRun, 1), qPrintable(QString::number(oneOfTwo)));
}

void TestComparisonView::rowsByWorkers()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    test.view.setRowsBy(RowsBy::Workers);
    ViewUnderTest::settle();
    QCOMPARE(test.view.rowsBy(), RowsBy::Workers);
    QCOMPARE(test.panel(0).rows(), std::size_t{1});
    QCOMPARE(test.panel(4).rows(), std::size_t{8});
    const Theme theme = lightTheme();
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 40ms)), theme.hueOf(task1));
    QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 110ms)), theme.hueOf(static_cast<TaskId>(2)));
}

void TestComparisonView::themes()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    for (const Theme& theme : {darkTheme(), highContrastTheme(), lightTheme()}) {
        test.view.setTheme(theme);
        ViewUnderTest::settle();
        QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 30ms)), theme.hueOf(task1));
        QCOMPARE(test.colourAt(0, test.pointOf(0, 0, 75ms)), theme.card);
        QCOMPARE(test.view.grab().toImage().pixelColor(2, 2), theme.ground);
    }
}

void TestComparisonView::axisLiesUnderThePlots()
{
    ViewUnderTest test({1000, 1100});
    const Comparison comparison = fourWays();
    test.show(comparison);
    const auto* const axis = test.view.findChild<AxisWidget*>();
    const auto& last = test.panel(4);
    const int bottom = last.mapTo(&test.view, last.rect().bottomLeft()).y();
    QVERIFY(axis->y() > bottom && axis->y() < bottom + 30);
    for (std::size_t run = 1; run < 5; ++run)
        QCOMPARE(test.panel(run).geometryOfParts().plot.left(),
                 test.panel(0).geometryOfParts().plot.left());
}

void TestComparisonView::panelsShareTheHeight()
{
    ViewUnderTest test({1000, 900});
    const Comparison comparison = fourWays();
    test.show(comparison);
    const double pitch = test.panel(0).geometryOfParts().rowPitch;
    QVERIFY(pitch > 16);
    for (std::size_t run = 1; run < 5; ++run)
        QCOMPARE(test.panel(run).geometryOfParts().rowPitch, pitch);
    test.view.resize(1000, 3000);
    ViewUnderTest::settle();
    QCOMPARE(test.panel(0).geometryOfParts().rowPitch, 40.0);
    const auto* const scroll = test.view.findChild<QScrollArea*>();
    QVERIFY(!scroll->verticalScrollBar()->isVisible());
}

void TestComparisonView::scrollsWhenThereIsNoRoom()
{
    ViewUnderTest test({700, 420});
    const Comparison comparison = fourWays();
    test.show(comparison);
    auto* const scroll = test.view.findChild<QScrollArea*>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QVERIFY(scroll->geometry().bottom() < test.view.findChild<AxisWidget*>()->y() + 1);
    QVERIFY(test.view.findChild<LegendWidget*>()->geometry().bottom() < test.view.height());
    const QPoint place = test.panel(0).geometryOfParts().plot.center().toPoint();
    const TimeRange before = test.view.viewport().visible();
    QVERIFY(!test.wheel(test.panel(0), place, -120, Qt::ControlModifier));  // left to scroll
    QCOMPARE(test.view.viewport().visible(), before);
    QVERIFY(!test.wheel(test.panel(0), QPoint(5, 5), -120));
}

void TestComparisonView::legendNamesWhatIsSeen()
{
    ViewUnderTest test({1000, 1000});
    Comparison comparison = fourWays();
    comparison.runs.resize(1);
    test.show(comparison);
    const QString ready = QStringLiteral("ready, waiting for a core");
    QVERIFY(!test.legend().contains(ready));
    QVERIFY(test.legend().contains(QStringLiteral("not started")));
    const Comparison all = fourWays();
    test.show(all);
    QVERIFY(test.legend().contains(ready));
    test.view.viewport().zoomTo({230ms, 239ms});  // only the ends of two runs are left
    test.view.setColourBy(ColourBy::State);
    ViewUnderTest::settle();
    QVERIFY(!test.legend().contains(QStringLiteral("task 1")));
}

/// What is drawn while the timelines are hidden, in new colours perhaps, is not seen.
void TestComparisonView::legendIsThereAfterTheyWereHidden()
{
    ViewUnderTest test({1000, 1000});
    const Comparison comparison = fourWays();
    test.show(comparison);
    const QStringList before = test.legend();
    QVERIFY(before.contains(QStringLiteral("ready, waiting for a core")));
    test.view.hide();
    test.view.setTheme(darkTheme());
    ViewUnderTest::settle();
    test.view.show();
    ViewUnderTest::settle();
    QCOMPARE(test.legend(), before);
}

void TestComparisonView::givenNames()
{
    ViewUnderTest test;
    Comparison comparison = fourWays();
    comparison.names = {"one waiter", ""};
    test.show(comparison);
    QCOMPARE(test.panel(0).accessibleName(), QStringLiteral("one waiter"));
    QCOMPARE(test.panel(1).accessibleName(), QStringLiteral("Concurrent"));
    QCOMPARE(test.panel(3).accessibleName(), QStringLiteral("Concurrent + parallel"));
}

void TestComparisonView::names()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    QCOMPARE(test.panel(0).accessibleName(), QStringLiteral("Sequential"));
    QVERIFY(test.panel(0).accessibleDescription().contains(QStringLiteral("240 ms")));
    QVERIFY(test.panel(3).accessibleDescription().contains(QStringLiteral("speedup 2.00×")));
    QVERIFY(!test.view.findChild<AxisWidget*>()->accessibleName().isEmpty());
    QVERIFY(!test.view.findChild<LegendWidget*>()->accessibleDescription().isEmpty());
}

void TestComparisonView::hoverSaysWhatItIs()
{
    ViewUnderTest test({1000, 1000});
    const Comparison comparison = fourWays();
    test.show(comparison);
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    const QPoint point = test.pointOf(1, 2, 10ms);
    test.moveTo(test.panel(1), point);
    auto* const box = test.view.findChild<HoverBox*>();
    QVERIFY(box->isVisible());
    QVERIFY(test.view.rect().contains(box->geometry()));
    const QString text = hovered.last().first().toString();
    for (const auto* part :
         {"Task 3 · running", "worker 3", "core 0", "8.0 ms – 12.0 ms", "4.00 ms"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    // The cursor is drawn in every panel at the same time, over what is there.
    for (const std::size_t run : {0U, 1U, 4U}) {
        const QPoint at = test.pointOf(run, 0, *test.view.viewport().cursor());
        const QRectF plot = test.panel(run).geometryOfParts().plot;
        const QImage image = test.imageOf(run);
        bool found = false;
        for (int x = at.x() - 1; x <= at.x() + 1; ++x)
            found = found ||
                    image.pixelColor(x, static_cast<int>(plot.top()) + 1) == lightTheme().accent;
        QVERIFY(found);
    }
}

void TestComparisonView::longReasonsAreWrapped()
{
    TimelineSettings settings;
    settings.style = timelineStyle(QGuiApplication::font(), 1);
    QWidget window;
    window.resize(500, 600);
    HoverBox box(settings, &window);
    HoverText text{QStringLiteral("Task 5"), {QStringLiteral("failed")}};
    box.showText(text, {});
    const int low = box.height();
    for (int i = 0; i < 20; ++i)
        text.lines.front() += QStringLiteral(", which waits for lock %1").arg(i);
    box.showText(text, {});
    QVERIFY(window.rect().contains(box.geometry()));
    QVERIFY(box.height() > 2 * low);
}

void TestComparisonView::hoverEndsOutside()
{
    ViewUnderTest test({1000, 1000});
    const Comparison comparison = fourWays();
    test.show(comparison);
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    test.moveTo(test.panel(1), test.pointOf(1, 2, 10ms));
    QVERIFY(test.view.viewport().cursor());
    test.moveTo(test.panel(1), QPoint(5, 5));
    QVERIFY(!test.view.viewport().cursor());
    QVERIFY(!test.view.findChild<HoverBox*>()->isVisible());
    QVERIFY(hovered.last().first().toString().isEmpty());
    const QRectF strip = test.panel(1).geometryOfParts().running;
    test.moveTo(test.panel(1), strip.center().toPoint());
    QVERIFY(
        hovered.last().first().toString().contains(QStringLiteral("4 in progress · 1 running")));
}

void TestComparisonView::headerHasAHint()
{
    ViewUnderTest test;
    const Comparison comparison = fourWays();
    test.show(comparison);
    QVERIFY(test.panel(3).text().hint.contains(QStringLiteral("efficiency 100 %")));
}

QTEST_MAIN(TestComparisonView)
#include "tst_comparisonview.moc"
