#include "app/timeline/minimap.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

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

/// A view with its strip, and a mouse that presses, moves and releases on it.
struct Stage {
    Stage()
    {
        test.show(fourWays());
        map = test.view.findChild<Minimap*>();
    }

    /// Where time `t` lies, measured by a box from there to the end.
    QPoint pointOf(Nanoseconds t)
    {
        const TimeRange visible = test.view.viewport().visible();
        test.view.viewport().zoomTo({t, 240ms});
        const QPointF at(map->box().left(), map->box().center().y());
        test.view.viewport().zoomTo(visible);
        return at.toPoint();
    }

    void drag(QPoint from, QPoint to) const
    {
        QTest::mousePress(map, Qt::LeftButton, {}, from);
        QTest::mouseMove(map, from + (to - from) / 2);
        QTest::mouseMove(map, to);
        QTest::mouseRelease(map, Qt::LeftButton, {}, to);
    }

    [[nodiscard]] TimeRange visible() { return test.view.viewport().visible(); }

    ViewUnderTest test;
    Minimap* map = nullptr;
};

bool isNear(Nanoseconds a, Nanoseconds b)
{
    return std::chrono::abs(a - b) < 2ms;
}

}  // namespace

/// The strip that shows the whole time, and its box.
class TestMinimap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void activity();
    void activityOfManyStepsIsSampled();
    void theBoxMoves();
    void theEdgesZoom();
    void aClickGoesThere();
    void aDragZoomsWhereAllIsShown();
    void doubleClickFits();
    void itsPlaceStays();
    void keysWork();
    void showsTheRuns();
};

void TestMinimap::activity()
{
    const Profile profile{{110ns, 2}, {120ns, 4}, {130ns, 0}};
    const MinimapLane lane = activityIn(profile, 100ns, Columns({0ns, 40ns}, 4));
    QCOMPARE(lane, (MinimapLane{0, 0.5F, 1, 0}));
    const MinimapLane halves = activityIn(profile, 105ns, Columns({0ns, 40ns}, 4));
    QCOMPARE(halves, (MinimapLane{0.333333343F, 1, 0.6666667F, 0}));
    QCOMPARE(activityIn({}, 100ns, Columns({0ns, 40ns}, 2)), (MinimapLane{0, 0}));
}

void TestMinimap::activityOfManyStepsIsSampled()
{
    Profile profile;
    for (int i = 0; i < 100'000; ++i)
        profile.push_back({Nanoseconds(i), i % 2});
    profile.push_back({Nanoseconds(100'000), 0});
    for (const float share : activityIn(profile, 0ns, Columns({0ns, 200'000ns}, 4)))
        QVERIFY(share >= 0 && share <= 1);
    const MinimapLane lane = activityIn(profile, 0ns, Columns({0ns, 200'000ns}, 4));
    QVERIFY(lane[0] > 0.2F && lane[1] > 0.2F);
    QCOMPARE(lane[3], 0.0F);
}

void TestMinimap::theBoxMoves()
{
    Stage stage;
    stage.test.view.viewport().zoomTo({40ms, 80ms});
    stage.drag(stage.pointOf(60ms), stage.pointOf(160ms));
    QCOMPARE(stage.visible().length(), Nanoseconds(40ms));
    QVERIFY(isNear(stage.visible().start, 140ms));
}

void TestMinimap::theEdgesZoom()
{
    Stage stage;
    stage.test.view.viewport().zoomTo({40ms, 160ms});
    stage.drag(stage.pointOf(40ms), stage.pointOf(100ms));
    QVERIFY(isNear(stage.visible().start, 100ms));
    QCOMPARE(stage.visible().end, Nanoseconds(160ms));
    stage.drag(stage.pointOf(160ms), stage.pointOf(200ms));
    QVERIFY(isNear(stage.visible().end, 200ms));
    QVERIFY(isNear(stage.visible().start, 100ms));
    stage.drag(stage.pointOf(200ms), stage.pointOf(20ms));  // past the other edge
    QVERIFY(stage.visible().length() > 0ns);
}

void TestMinimap::aClickGoesThere()
{
    Stage stage;
    stage.test.view.viewport().zoomTo({0ms, 40ms});
    const QPoint there = stage.pointOf(150ms);
    stage.drag(there, there);
    QVERIFY(isNear(stage.visible().start, 130ms));
    QVERIFY(isNear(stage.visible().end, 170ms));
    stage.test.view.undoZoom();
    QCOMPARE(stage.visible(), (TimeRange{0ms, 40ms}));
}

void TestMinimap::aDragZoomsWhereAllIsShown()
{
    Stage stage;
    const QPoint from = stage.pointOf(180ms);
    const QPoint to = stage.pointOf(60ms);
    stage.test.view.fit();
    stage.drag(from, from);
    QCOMPARE(stage.visible(), (TimeRange{0ms, 240ms}));
    stage.drag(from, to);
    QVERIFY(isNear(stage.visible().start, 60ms));
    QVERIFY(isNear(stage.visible().end, 180ms));
}

void TestMinimap::doubleClickFits()
{
    Stage stage;
    stage.test.view.viewport().zoomTo({0ms, 40ms});
    QTest::mouseDClick(stage.map, Qt::LeftButton, {}, stage.pointOf(20ms));
    QCOMPARE(stage.visible(), (TimeRange{0ms, 240ms}));
}

void TestMinimap::itsPlaceStays()
{
    Stage stage;
    const QRect place = stage.map->geometry();
    QVERIFY(stage.map->isVisible() && place.height() > 15);
    stage.test.view.viewport().zoomTo({0ms, 40ms});
    ViewUnderTest::settle();
    QCOMPARE(stage.map->geometry(), place);
}

void TestMinimap::keysWork()
{
    Stage stage;
    stage.map->setFocus();
    QTest::keyClick(stage.map, Qt::Key_W);
    QVERIFY(stage.visible().length() < 240ms);
    const TimeRange before = stage.visible();
    QTest::keyClick(stage.map, Qt::Key_Right);
    QVERIFY(stage.visible().start > before.start);
    QVERIFY(stage.map->accessibleDescription().contains(QStringLiteral("240 ms")));
}

void TestMinimap::showsTheRuns()
{
    Stage stage;
    const QImage image = stage.map->grab().toImage();
    const QPoint busy = stage.pointOf(20ms);
    const QPoint later = stage.pointOf(200ms);  // only the run on one core goes on
    int busyRows = 0;
    int laterRows = 0;
    for (int y = 0; y < image.height(); ++y) {
        busyRows += image.pixelColor(busy.x(), y).lightness() < 180 ? 1 : 0;
        laterRows += image.pixelColor(later.x(), y).lightness() < 180 ? 1 : 0;
    }
    QVERIFY(busyRows > laterRows);
    QVERIFY(laterRows > 0);
}

QTEST_MAIN(TestMinimap)
#include "tst_minimap.moc"
