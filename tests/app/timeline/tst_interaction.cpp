#include "app/timeline/coordinates.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

const Comparison& fourWays()
{
    static const Comparison comparison = [] {
        Experiment experiment;
        experiment.taskLength = 60ms;
        return simulatedComparison(experiment);
    }();
    return comparison;
}

}  // namespace

/// Mouse and keys.
class TestInteraction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wheelZoomsAtThePointer();
    void shiftAndWheelPan();
    void dragPans();
    void shiftAndDragSelect();
    void selectionSnaps();
    void aClickSelectsNothing();
    void doubleClickFits();
    void keys_data();
    void keys();
    void escapeDropsOneAfterTheOther();
    void otherKeysAreLeft();
    void slots_();
    void arrowsWalkTheRows();
    void arrowsStepFromEdgeToEdge();
    void tabShowsTheFocus();
    void largeRecordingsMoveInWideColumns();
    void smallRecordingsDoNot();
};

namespace {

/// How often the colour changes in a row elsewhere than every four pixels.
int changesBesideWideColumns(PanelWidget& panel, std::size_t row)
{
    const PanelLayout layout = panel.geometryOfParts();
    const QImage image = panel.grab().toImage();
    const int y = static_cast<int>(layout.barRect(row).center().y());
    const int left = static_cast<int>(layout.plot.left());
    const int width = static_cast<int>(layout.plot.width()) - 4;  // an outline is at the end
    int changes = 0;
    for (int x = 4; x < width; ++x)
        changes += x % 4 != 0 && image.pixel(left + x, y) != image.pixel(left + x - 1, y) ? 1 : 0;
    return changes;
}

}  // namespace

void TestInteraction::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestInteraction::wheelZoomsAtThePointer()
{
    ViewUnderTest test;
    test.show(fourWays());
    const QPoint point = test.pointOf(0, 0, 90ms);
    const Nanoseconds t = test.panel(0).timeAt(point.x());
    test.wheel(test.panel(0), point, 120);
    const TimeRange zoomed = test.view.viewport().visible();
    QCOMPARE(zoomed.length(), Nanoseconds(std::llround(240e6 / 1.25)));
    QVERIFY(std::chrono::abs(test.panel(0).timeAt(point.x()) - t) < 10us);
    test.wheel(test.panel(0), point, -1200);
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
}

void TestInteraction::shiftAndWheelPan()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().zoomTo({100ms, 140ms});
    const QPoint point = test.pointOf(0, 0, 120ms);
    test.wheel(test.panel(0), point, -120, Qt::ShiftModifier);
    const TimeRange panned = test.view.viewport().visible();
    QCOMPARE(panned.length(), Nanoseconds(40ms));
    QVERIFY(panned.start > 100ms);
}

void TestInteraction::dragPans()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().zoomTo({100ms, 140ms});
    const QPoint from = test.pointOf(0, 0, 120ms);
    test.press(test.panel(0), from);
    QCOMPARE(test.panel(0).cursor().shape(), Qt::ClosedHandCursor);
    test.moveTo(test.panel(0), from + QPoint(60, 0));
    test.moveTo(test.panel(0), from + QPoint(120, 5));
    test.release(test.panel(0), from + QPoint(120, 5));
    QVERIFY(test.panel(0).cursor().shape() != Qt::ClosedHandCursor);
    const TimeRange panned = test.view.viewport().visible();
    QCOMPARE(panned.length(), Nanoseconds(40ms));
    // What was under the pointer still is.
    QVERIFY(std::chrono::abs(test.panel(0).timeAt(from.x() + 120) - 120ms) < 100us);
}

void TestInteraction::shiftAndDragSelect()
{
    ViewUnderTest test;
    test.show(fourWays());
    const QPoint from = test.pointOf(1, 0, 100ms);
    const QPoint to = test.pointOf(1, 0, 50ms);
    const QImage before = test.imageOf(3);
    test.press(test.panel(1), from, Qt::ShiftModifier);
    test.moveTo(test.panel(1), to);
    test.release(test.panel(1), to, Qt::ShiftModifier);
    const auto selection = test.view.viewport().selection();
    QVERIFY(selection.has_value());
    QVERIFY(std::chrono::abs(selection->start - 50ms) < 4ms);
    QVERIFY(std::chrono::abs(selection->end - 100ms) < 4ms);
    test.view.viewport().showCursor({});
    QVERIFY(test.imageOf(3) != before);  // its totals are shown in every panel
    QTest::keyClick(&test.view, Qt::Key_Escape);
    QVERIFY(!test.view.viewport().selection());
    QCOMPARE(test.imageOf(3), before);
}

void TestInteraction::selectionSnaps()
{
    ViewUnderTest test;
    test.show(fourWays());
    // Slices of the concurrent run begin and end at multiples of 4 ms.
    const QPoint from = test.pointOf(1, 0, 16ms) + QPoint(3, 0);
    const QPoint to = test.pointOf(1, 0, 36ms) - QPoint(3, 0);
    test.press(test.panel(1), from, Qt::ShiftModifier);
    test.moveTo(test.panel(1), to);
    test.release(test.panel(1), to, Qt::ShiftModifier);
    QCOMPARE(*test.view.viewport().selection(), (TimeRange{16ms, 36ms}));
}

void TestInteraction::aClickSelectsNothing()
{
    ViewUnderTest test;
    test.show(fourWays());
    const QPoint point = test.pointOf(1, 0, 50ms);
    test.press(test.panel(1), point, Qt::ShiftModifier);
    test.release(test.panel(1), point, Qt::ShiftModifier);
    QVERIFY(!test.view.viewport().selection());
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
}

void TestInteraction::doubleClickFits()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().zoomTo({100ms, 140ms});
    test.doubleClick(test.panel(0), test.pointOf(0, 1, 120ms));
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
}

void TestInteraction::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::newRow("A") << static_cast<int>(Qt::Key_A) << 90 << 170;
    QTest::newRow("left") << static_cast<int>(Qt::Key_Left) << 90 << 170;
    QTest::newRow("D") << static_cast<int>(Qt::Key_D) << 110 << 190;
    QTest::newRow("right") << static_cast<int>(Qt::Key_Right) << 110 << 190;
    QTest::newRow("S") << static_cast<int>(Qt::Key_S) << 80 << 200;
    QTest::newRow("minus") << static_cast<int>(Qt::Key_Minus) << 80 << 200;
    QTest::newRow("F") << static_cast<int>(Qt::Key_F) << 0 << 240;
    QTest::newRow("Home") << static_cast<int>(Qt::Key_Home) << 0 << 80;
    QTest::newRow("End") << static_cast<int>(Qt::Key_End) << 160 << 240;
}

void TestInteraction::keys()
{
    QFETCH(int, key);
    QFETCH(int, start);
    QFETCH(int, end);
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().zoomTo({100ms, 180ms});
    QTest::keyClick(&test.view, static_cast<Qt::Key>(key));
    QCOMPARE(test.view.viewport().visible(),
             (TimeRange{std::chrono::milliseconds(start), std::chrono::milliseconds(end)}));
}

void TestInteraction::escapeDropsOneAfterTheOther()
{
    ViewUnderTest test;
    test.show(fourWays());
    Viewport& viewport = test.view.viewport();
    viewport.select(TimeRange{10ms, 20ms});
    viewport.showCursor(15ms);
    QTest::keyClick(&test.view, Qt::Key_Escape);
    QVERIFY(!viewport.selection() && viewport.cursor());
    QTest::keyClick(&test.view, Qt::Key_Escape);
    QVERIFY(!viewport.cursor());
}

void TestInteraction::otherKeysAreLeft()
{
    ViewUnderTest test;
    test.show(fourWays());
    for (const auto key : {Qt::Key_Space, Qt::Key_Escape, Qt::Key_R}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&test.panel(0), &event);
        QVERIFY(!event.isAccepted());
    }
    test.view.viewport().zoomTo({100ms, 180ms});
    QKeyEvent save(QEvent::KeyPress, Qt::Key_S, Qt::ControlModifier);
    QCoreApplication::sendEvent(&test.panel(0), &save);
    QCOMPARE(test.view.viewport().visible(), (TimeRange{100ms, 180ms}));
}

void TestInteraction::slots_()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.zoomIn();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{40ms, 200ms}));
    test.view.fit();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
    test.view.undoZoom();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{40ms, 200ms}));
    test.view.zoomOut();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
}

void TestInteraction::arrowsWalkTheRows()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    test.panel(0).setFocus();
    for (int row = 1; row <= 4; ++row) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Task %1").arg(row)));
        QVERIFY(test.panel(0).hasFocus());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);  // on to the next panel
    QVERIFY(test.panel(1).hasFocus());
    QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Task 1")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(test.panel(0).hasFocus());
    QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Task 4")));
}

void TestInteraction::arrowsStepFromEdgeToEdge()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    test.panel(1).setFocus();
    QTest::keyClick(&test.panel(1), Qt::Key_Down);
    QCOMPARE(*test.view.viewport().cursor(), Nanoseconds(0));
    for (const int edge : {4, 16, 20, 32}) {
        QTest::keyClick(&test.panel(1), Qt::Key_Right);
        QCOMPARE(*test.view.viewport().cursor(), Nanoseconds(std::chrono::milliseconds(edge)));
    }
    QTest::keyClick(&test.panel(1), Qt::Key_Left);
    QCOMPARE(*test.view.viewport().cursor(), Nanoseconds(20ms));
    test.view.viewport().zoomTo({18ms, 22ms});
    QTest::keyClick(&test.panel(1), Qt::Key_Right);  // it is moved into sight
    QVERIFY(test.view.viewport().visible().contains(32ms));
}

void TestInteraction::tabShowsTheFocus()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    test.view.setFocus();
    QVERIFY(test.panel(0).hasFocus());
    test.panel(1).setFocus();
    const QPoint edge(test.panel(1).width() / 2, 1);
    QCOMPARE(test.colourAt(1, edge), lightTheme().accent);
    QVERIFY(test.colourAt(2, edge) != lightTheme().accent);
    QTest::keyClick(&test.panel(1), Qt::Key_Tab);
    QVERIFY(test.panel(2).hasFocus());
    QCOMPARE(test.colourAt(2, edge), lightTheme().accent);
}

void TestInteraction::largeRecordingsMoveInWideColumns()
{
    Comparison comparison;
    comparison.runs.push_back(recordingOfSlices(2, 12'000));
    ViewUnderTest test;
    test.show(comparison);
    test.view.setRowsBy(RowsBy::Cores);  // no patterns
    test.view.viewport().zoomTo({0ms, 9ms});
    QCOMPARE(changesBesideWideColumns(test.panel(0), 0), 0);
    QTRY_VERIFY(changesBesideWideColumns(test.panel(0), 0) > 5);  // once it rests
}

void TestInteraction::smallRecordingsDoNot()
{
    Comparison comparison;
    comparison.runs.push_back(recordingOfSlices(2, 2'000));
    ViewUnderTest test;
    test.show(comparison);
    test.view.setRowsBy(RowsBy::Cores);
    test.view.viewport().zoomTo({0ms, 9ms});
    QVERIFY(changesBesideWideColumns(test.panel(0), 0) > 5);
}

QTEST_MAIN(TestInteraction)
#include "tst_interaction.moc"
