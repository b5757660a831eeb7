#include "app/timeline/coordinates.h"
#include "app/timeline/viewport.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// What is visible: limits, zoom at the pointer, following, undo.
class TestViewport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsContent();
    void leavesRoomForGrowth();
    void keepsTheUsersZoom();
    void followsAgainAfterFit();
    void zoomKeepsThePointer_data();
    void zoomKeepsThePointer();
    void limits();
    void tinyContent();
    void panning();
    void ends();
    void reveals();
    void undo();
    void aGestureIsOneStep();
    void undoWhileGrowing();
    void cursorAndSelection();
    void playheadStays();
    void followTurnsPages();
    void reset();
};

void TestViewport::followsContent()
{
    Viewport viewport;
    QSignalSpy changes(&viewport, &Viewport::visibleChanged);
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 100ms}));
    viewport.setContentEnd(241ms);
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 260ms}));
    QCOMPARE(changes.size(), 1);
    viewport.setContentEnd(250ms);  // still fits: nothing moves
    QCOMPARE(changes.size(), 1);
}

void TestViewport::leavesRoomForGrowth()
{
    Viewport viewport;
    QSignalSpy changes(&viewport, &Viewport::visibleChanged);
    viewport.setContentEnd(60ms, Growth::GoesOn);
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 100ms}));
    for (auto end = 1ms; end <= 2s; end += 1ms) {
        viewport.setContentEnd(end, Growth::GoesOn);
        QVERIFY(viewport.visible().end >= end);
    }
    QVERIFY2(changes.size() < 40, qPrintable(QString::number(changes.size())));
    viewport.setContentEnd(1990ms, Growth::Ended);
    QCOMPARE(viewport.visible(), fittingRange(1990ms));
    QCOMPARE(viewport.whole(), viewport.visible());
}

void TestViewport::keepsTheUsersZoom()
{
    Viewport viewport;
    viewport.setContentEnd(240ms);
    viewport.zoomTo({20ms, 40ms});
    QVERIFY(!viewport.isFollowing());
    viewport.setContentEnd(800ms);
    QCOMPARE(viewport.visible(), (TimeRange{20ms, 40ms}));
}

void TestViewport::followsAgainAfterFit()
{
    Viewport viewport;
    viewport.setContentEnd(240ms);
    viewport.zoomTo({20ms, 40ms});
    viewport.fit();
    QVERIFY(viewport.isFollowing());
    viewport.setContentEnd(800ms);
    QCOMPARE(viewport.visible(), fittingRange(800ms));
}

void TestViewport::zoomKeepsThePointer_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("factor");
    QTest::newRow("in at the left") << 0.0 << 1.25;
    QTest::newRow("in at a third") << 1.0 / 3 << 3.0;
    QTest::newRow("in at the right") << 1.0 << 2.0;
    QTest::newRow("out in the middle") << 0.5 << 0.8;
    QTest::newRow("far in") << 0.7 << 1000.0;
}

void TestViewport::zoomKeepsThePointer()
{
    QFETCH(double, share);
    QFETCH(double, factor);
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({300ms, 700ms});
    const TimeRange before = viewport.visible();
    const double width = 800;
    const Nanoseconds t = pixelToTime(share * width, before, width);
    viewport.zoomAt(t, factor);
    const TimeRange after = viewport.visible();
    QVERIFY(std::abs(timeToPixel(t, after, width) - share * width) < 0.01);
    const auto expected = static_cast<double>(before.length().count()) / factor;
    QVERIFY(std::abs(static_cast<double>(after.length().count()) - expected) <= 1);
}

void TestViewport::limits()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomAt(500ms, 0.1);  // no further out than the content
    QCOMPARE(viewport.visible(), fittingRange(1s));
    for (int i = 0; i < 100; ++i)
        viewport.zoomAt(500ms, 10);
    QCOMPARE(viewport.visible().length(), Nanoseconds(100));
    QVERIFY(viewport.visible().contains(500ms));
    viewport.zoomTo({10ms, 10ms});
    QCOMPARE(viewport.visible().length(), Nanoseconds(100));
    viewport.zoomTo({-500ms, 100ms});
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 600ms}));
}

void TestViewport::tinyContent()
{
    Viewport viewport;
    viewport.setContentEnd(1ns);
    QCOMPARE(viewport.visible(), (TimeRange{0ns, 1ns}));
    viewport.zoomAt(0ns, 2);
    viewport.zoomAt(0ns, 0.5);
    viewport.panBy(1s);
    QCOMPARE(viewport.visible(), (TimeRange{0ns, 1ns}));
}

void TestViewport::panning()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({400ms, 600ms});
    viewport.panBy(50ms);
    QCOMPARE(viewport.visible(), (TimeRange{450ms, 650ms}));
    viewport.panBy(-10s);
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 200ms}));
    viewport.panBy(10s);
    QCOMPARE(viewport.visible(), (TimeRange{800ms, 1000ms}));
}

void TestViewport::ends()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({400ms, 600ms});
    viewport.goToEnd();
    QCOMPARE(viewport.visible(), (TimeRange{800ms, 1s}));
    viewport.goToStart();
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 200ms}));
}

void TestViewport::reveals()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({400ms, 600ms});
    viewport.reveal(500ms);
    QCOMPARE(viewport.visible(), (TimeRange{400ms, 600ms}));
    viewport.reveal(700ms);
    QCOMPARE(viewport.visible(), (TimeRange{510ms, 710ms}));
    viewport.reveal(300ms);
    QCOMPARE(viewport.visible(), (TimeRange{290ms, 490ms}));
}

void TestViewport::undo()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({400ms, 600ms});
    viewport.zoomTo({450ms, 500ms});
    QVERIFY(viewport.canUndo());
    viewport.undoZoom();
    QCOMPARE(viewport.visible(), (TimeRange{400ms, 600ms}));
    viewport.undoZoom();
    QCOMPARE(viewport.visible(), fittingRange(1s));
    QVERIFY(!viewport.canUndo());
    viewport.undoZoom();
    QCOMPARE(viewport.visible(), fittingRange(1s));
}

void TestViewport::aGestureIsOneStep()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    for (int i = 0; i < 5; ++i)
        viewport.zoomAt(500ms, 1.25);
    const TimeRange zoomed = viewport.visible();
    viewport.panBy(10ms);
    viewport.panBy(10ms);
    viewport.undoZoom();
    QCOMPARE(viewport.visible(), zoomed);
    viewport.undoZoom();
    QCOMPARE(viewport.visible(), fittingRange(1s));
}

void TestViewport::undoWhileGrowing()
{
    Viewport viewport;
    viewport.setContentEnd(100ms);
    viewport.zoomTo({40ms, 60ms});
    viewport.setContentEnd(800ms);
    viewport.undoZoom();  // back to following, of what there is now
    QCOMPARE(viewport.visible(), fittingRange(800ms));
    QVERIFY(viewport.isFollowing());
}

void TestViewport::cursorAndSelection()
{
    Viewport viewport;
    QSignalSpy cursors(&viewport, &Viewport::cursorChanged);
    QSignalSpy selections(&viewport, &Viewport::selectionChanged);
    viewport.showCursor(5ms);
    viewport.showCursor(5ms);
    QCOMPARE(cursors.size(), 1);
    viewport.select(TimeRange{1ms, 2ms});
    viewport.select({});
    QCOMPARE(selections.size(), 2);
    QVERIFY(!viewport.selection());
}

void TestViewport::playheadStays()
{
    Viewport viewport;
    viewport.setContentEnd(100ms);
    QSignalSpy cursors(&viewport, &Viewport::cursorChanged);
    viewport.setPlayhead(5ms);
    viewport.setPlayhead(5ms);
    QCOMPARE(cursors.size(), 1);
    viewport.showCursor(7ms);
    QCOMPARE(viewport.cursor(), Nanoseconds(7ms));
    QCOMPARE(viewport.playhead(), Nanoseconds(5ms));
    viewport.showCursor({});
    QCOMPARE(viewport.cursor(), Nanoseconds(5ms));
    viewport.showCursor(7ms);
    viewport.setPlayhead(5ms);  // back to it
    QCOMPARE(viewport.cursor(), Nanoseconds(5ms));
    viewport.reset();
    QVERIFY(!viewport.cursor() && !viewport.playhead());
}

void TestViewport::followTurnsPages()
{
    Viewport viewport;
    viewport.setContentEnd(100ms);
    viewport.follow(50ms);  // all is visible
    QVERIFY(viewport.isFollowing());
    viewport.zoomTo({10ms, 30ms});
    viewport.follow(10ms);
    viewport.follow(30ms);
    QCOMPARE(viewport.visible(), (TimeRange{10ms, 30ms}));
    viewport.follow(31ms);
    QCOMPARE(viewport.visible(), (TimeRange{30ms, 50ms}));
    viewport.follow(0ms);
    QCOMPARE(viewport.visible(), (TimeRange{0ms, 20ms}));
    viewport.undoZoom();
    QVERIFY(viewport.isFollowing() && !viewport.canUndo());
}

void TestViewport::reset()
{
    Viewport viewport;
    viewport.setContentEnd(1s);
    viewport.zoomTo({1ms, 2ms});
    viewport.showCursor(1ms);
    viewport.select(TimeRange{1ms, 2ms});
    viewport.reset();
    QCOMPARE(viewport.visible(), fittingRange(0ns));
    QVERIFY(!viewport.canUndo() && !viewport.cursor() && !viewport.selection());
    QVERIFY(viewport.isFollowing());
}

QTEST_GUILESS_MAIN(TestViewport)
#include "tst_viewport.moc"
