#include "app/timeline/coordinates.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;

/// A comparison that grows while it is shown, and very large ones.
class TestLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picturesGrow();
    void paintsInPartsWhatLooksLikeNew_data();
    void paintsInPartsWhatLooksLikeNew();
    void wordsComeALittleLater();
    void keepsTheZoom();
    void runsAreAdded();
    void cutOff();
    void becomesSmaller();
    void paintsBetweenRefreshes();
    void tenThousandTasks_data();
    void tenThousandTasks();
    void manyWorkers();
    void millionSlices();
    void oddRecordings_data();
    void oddRecordings();
    void cursorDoesNotPaintAnew();
};

void TestLive::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

namespace {

Comparison cutAt(Nanoseconds until)
{
    Comparison comparison;
    comparison.runs.push_back(
        simulatedRun({.mode = Mode::Concurrent, .experiment = {}, .until = until}));
    return comparison;
}

}  // namespace

void TestLive::picturesGrow()
{
    ViewUnderTest test;
    Comparison comparison = cutAt(1ms);
    test.view.setFeed(Feed::Live);
    test.show(comparison);
    Nanoseconds shown = test.view.viewport().visible().end;
    for (auto until = 20ms; until < 800ms; until += 20ms) {
        comparison = cutAt(until);
        test.view.refresh();
        const TimeRange visible = test.view.viewport().visible();
        QCOMPARE(visible.start, Nanoseconds(0));
        QVERIFY(visible.end >= until && visible.end >= shown);
        shown = visible.end;
        QCOMPARE(test.panel(0).text().verdict, QStringLiteral("running…"));
    }
    comparison = cutAt(Nanoseconds::max());
    test.view.refresh();
    QCOMPARE(test.panel(0).text().verdict, QStringLiteral("Concurrent, not parallel"));
    QCOMPARE(test.panel(0).text().wall, QStringLiteral("800 ms"));
}

void TestLive::paintsInPartsWhatLooksLikeNew_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("rows");
    for (const Mode mode : {Mode::Sequential, Mode::Concurrent, Mode::Parallel, Mode::Both}) {
        for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers, RowsBy::Cores})
            QTest::addRow("mode %d rows %d", static_cast<int>(mode), static_cast<int>(rows))
                << static_cast<int>(mode) << static_cast<int>(rows);
    }
}

void TestLive::paintsInPartsWhatLooksLikeNew()
{
    QFETCH(int, mode);
    QFETCH(int, rows);
    const auto cut = [mode](Nanoseconds until) {
        Experiment experiment;
        experiment.tasks = 5;
        Comparison comparison;
        comparison.runs.push_back(simulatedRun(
            {.mode = static_cast<Mode>(mode), .experiment = experiment, .until = until}));
        return comparison;
    };
    const auto show = [rows](ViewUnderTest& test, const Comparison& comparison) {
        test.view.setFeed(Feed::Live);
        test.view.setRowsBy(static_cast<RowsBy>(rows));
        test.show(comparison);
        test.view.viewport().zoomTo({0ms, 1s});
    };
    const auto plotOf = [](ViewUnderTest& test) {
        const int top = test.panel(0).geometryOfParts().header.toAlignedRect().bottom() + 1;
        const QImage all = test.imageOf(0);
        return all.copy(0, top, all.width(), all.height() - top);
    };
    ViewUnderTest test;
    Comparison comparison = cut(3ms);
    show(test, comparison);
    for (auto until = 7ms; until < 1200ms; until += 41ms) {
        comparison = cut(until < 1100ms ? until : Nanoseconds::max());
        test.view.refresh();
        ViewUnderTest fresh;
        show(fresh, comparison);
        ViewUnderTest::settle();
        QVERIFY2(areAlike(plotOf(test), plotOf(fresh)), qPrintable(QString::number(until / 1ms)));
    }
    QVERIFY(comparison.runs.front().hasEnded());
    ViewUnderTest fresh;
    show(fresh, comparison);
    QVERIFY(areAlike(test.imageOf(0), fresh.imageOf(0)));
}

/// Numbers that change with every picture cannot be read.
void TestLive::wordsComeALittleLater()
{
    Comparison comparison = cutAt(20ms);
    ViewUnderTest test;
    test.view.setFeed(Feed::Live);
    test.show(comparison);
    const auto textAt = [&](Nanoseconds until) {
        comparison = cutAt(until);
        test.view.refresh();
        return test.panel(0).text();
    };
    const PanelText before = textAt(40ms);
    QVERIFY(before.isRunning);
    QCOMPARE(textAt(90ms), before);
    QTRY_VERIFY(test.panel(0).text() != before);
    const PanelText running = textAt(91ms);
    const PanelText ended = textAt(Nanoseconds::max());  // that is told at once
    QVERIFY(running.isRunning && !ended.isRunning);
}

void TestLive::keepsTheZoom()
{
    ViewUnderTest test;
    Comparison comparison = cutAt(50ms);
    test.show(comparison);
    test.view.viewport().zoomTo({10ms, 20ms});
    const QImage before = test.imageOf(0);
    comparison = cutAt(500ms);
    test.view.refresh();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{10ms, 20ms}));
    const QRect rows = test.panel(0).geometryOfParts().rows.toRect();
    QCOMPARE(test.imageOf(0).copy(rows), before.copy(rows));
}

void TestLive::runsAreAdded()
{
    ViewUnderTest test({1000, 900});
    Experiment experiment;
    const Comparison whole = simulatedComparison(experiment);
    Comparison comparison;
    comparison.machine = whole.machine;
    test.view.setComparison(&comparison);
    QVERIFY(test.panels().empty());
    for (std::size_t run = 0; run < whole.runs.size(); ++run) {
        comparison.runs.push_back(whole.runs[run]);  // moves all runs in memory
        test.view.refresh();
        ViewUnderTest::settle();
        QCOMPARE(test.panels().size(), run + 1);
        QVERIFY(test.panel(run).isVisible());
    }
    QCOMPARE(test.panel(1).text().factor, QStringLiteral("1.00×"));
}

void TestLive::cutOff()
{
    ViewUnderTest test;
    const Comparison comparison = cutAt(100ms);
    test.view.setFeed(Feed::Ended);
    test.show(comparison);
    QCOMPARE(test.panel(0).text().problem, QStringLiteral("cut off"));
    test.view.setFeed(Feed::Live);
    QVERIFY(test.panel(0).text().problem.isEmpty());
}

void TestLive::becomesSmaller()
{
    ViewUnderTest test;
    Comparison comparison = simulatedComparison({});
    test.show(comparison);
    comparison.runs.resize(2);
    comparison.runs[0] = cutAt(10ms).runs[0];
    test.view.refresh();
    ViewUnderTest::settle();
    QCOMPARE(test.panels().size(), std::size_t{2});
    QCOMPARE(test.panel(0).rows(), std::size_t{4});
    (void)test.view.grab();
}

void TestLive::paintsBetweenRefreshes()
{
    ViewUnderTest test;
    Comparison comparison = cutAt(50ms);
    test.show(comparison);
    comparison = cutAt(120ms);
    test.view.viewport().zoomTo({1ms, 45ms});
    (void)test.view.grab();  // with an index that has not seen the newest intervals
    test.view.refresh();
    const Comparison fresh = cutAt(120ms);
    ViewUnderTest other;
    other.show(fresh);
    other.view.viewport().zoomTo({1ms, 45ms});
    const QRect plot = test.panel(0).geometryOfParts().plot.toRect();
    QCOMPARE(test.imageOf(0).copy(plot), other.imageOf(0).copy(plot));
}

void TestLive::tenThousandTasks_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("sequential") << static_cast<int>(Mode::Sequential);
    QTest::newRow("concurrent") << static_cast<int>(Mode::Concurrent);
    QTest::newRow("both-split") << static_cast<int>(Mode::BothSplit);
}

void TestLive::tenThousandTasks()
{
    QFETCH(int, mode);
    Simulation simulation{.mode = static_cast<Mode>(mode), .experiment = {}, .slice = 300us};
    simulation.experiment.tasks = 10'000;
    simulation.experiment.taskLength = 1ms;
    Comparison comparison;
    comparison.runs.push_back(simulatedRun(simulation));
    ViewUnderTest test;
    test.show(comparison);
    QCOMPARE(test.panel(0).rows(), std::size_t{20});
    const QColor colour = test.colourAt(0, test.pointOf(0, 0, 200ms));
    QVERIFY(colour != lightTheme().card);
    QVERIFY(test.legend().contains(QStringLiteral("several: share of the cores")));
    test.view.setRowsBy(RowsBy::Workers);
    test.view.viewport().zoomTo({100ms, 101ms});
    (void)test.view.grab();
}

void TestLive::manyWorkers()
{
    Simulation simulation{.mode = Mode::BothSplit, .experiment = {}, .slice = 500us};
    simulation.experiment.tasks = 256;
    simulation.experiment.taskLength = 4ms;
    Comparison comparison;
    comparison.runs.push_back(simulatedRun(simulation));
    QCOMPARE(comparison.runs[0].workers.size(), std::size_t{512});
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Workers);
    test.show(comparison);
    QCOMPARE(test.panel(0).rows(), std::size_t{21});
    test.moveTo(test.panel(0), test.pointOf(0, 3, 100ms));
    QVERIFY(test.view.viewport().cursor());
}

void TestLive::millionSlices()
{
    Comparison comparison;
    comparison.isComplete = true;
    comparison.runs.push_back(recordingOfSlices(32, 31'250));
    ViewUnderTest test({1920, 1080});
    test.show(comparison);
    const Nanoseconds wall = comparison.runs[0].wall();
    QElapsedTimer timer;
    timer.start();
    constexpr int frames = 20;
    for (int i = 0; i < frames; ++i) {
        test.view.viewport().zoomTo({wall / 100 * i, wall / 100 * i + wall / (1 + i * i)});
        (void)test.view.grab();
    }
    QVERIFY(timer.elapsed() < 200 * frames);  // 15 ms each on an idle machine
}

void TestLive::oddRecordings_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("no workers yet") << 0;
    QTest::newRow("nothing lasts") << 1;
    QTest::newRow("a nanosecond") << 2;
    QTest::newRow("a week") << 3;
    QTest::newRow("no tasks") << 4;
    QTest::newRow("workers without work") << 5;
}

void TestLive::oddRecordings()
{
    QFETCH(int, which);
    Comparison comparison = cutAt(which == 1 ? 0ms : 50ms);
    Recording& run = comparison.runs.front();
    if (which == 0) {
        run.workers.clear();
        run.tasks.assign(4, Task());
    } else if (which == 2) {
        run = cutAt(1ns).runs.front();
    } else if (which == 3) {
        run.knownUntil += 168h;
    } else if (which == 4) {
        run.tasks.clear();
    } else if (which == 5) {
        for (Worker& worker : run.workers) {
            worker.slices.clear();
            worker.waits.clear();
            worker.parts.clear();
        }
    }
    ViewUnderTest test;
    for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers, RowsBy::Cores}) {
        test.view.setRowsBy(rows);
        test.show(comparison);
        for (int y = 0; y < test.view.height(); y += 40)
            test.moveTo(test.panel(0), QPoint(500, y));
        test.view.zoomIn();
        test.view.viewport().select(TimeRange{0ns, 1ms});
        (void)test.view.grab();
        test.view.refresh();
    }
}

void TestLive::cursorDoesNotPaintAnew()
{
    Comparison comparison;
    comparison.runs.push_back(recordingOfSlices(32, 10'000));
    ViewUnderTest test({1920, 1080});
    test.show(comparison);
    const auto timed = [&](auto action) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            action(i);
            test.view.repaint();
            ViewUnderTest::settle();
        }
        return timer.nsecsElapsed();
    };
    const auto hovering = timed([&](int i) { test.view.viewport().showCursor(1ms * i); });
    const auto panning = timed([&](int i) { test.view.viewport().zoomTo({1ms * i, 500ms}); });
    QVERIFY2(hovering * 2 < panning,
             qPrintable(QStringLiteral("%1 %2").arg(hovering).arg(panning)));
}

QTEST_MAIN(TestLive)
#include "tst_live.moc"
