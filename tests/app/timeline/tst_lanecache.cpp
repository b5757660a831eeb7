#include "app/timeline/lanecache.h"
#include "app/timeline/rowpicture.h"
#include "app/timeline/runningcolumns.h"
#include "tests/app/timeline/switchedrun.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;

namespace {

/// All rows of `source`, which are those of workers; how many run goes to `running`.
std::vector<LaneSpans> lanesOf(const RowSource& source, const Columns& columns,
                               RunningColumns& running)
{
    running.begin(columns.count());
    std::vector<LaneSpans> lanes;
    for (const RowGroup group : groupRows(source.count()))
        lanes.push_back(*pictureOfRow(source, group, columns, 20, running).bands.front().spans);
    return lanes;
}

std::vector<LaneSpans> lanesOf(const RowSource& source, const Columns& columns)
{
    RunningColumns running;
    return lanesOf(source, columns, running);
}

}  // namespace

/// Lanes that are drawn on are like lanes that are drawn anew.
class TestLaneCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsOnLikeNew_data();
    void drawsOnLikeNew();
    void otherColumns();
    void anotherRecording();
    void moreThanAreKept();
};

void TestLaneCache::drawsOnLikeNew_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("columns");
    for (int seed = 1; seed <= 6; ++seed) {
        QTest::addRow("coarse %d", seed) << seed << 41;
        QTest::addRow("fine %d", seed) << seed << 1500;
    }
}

void TestLaneCache::drawsOnLikeNew()
{
    QFETCH(int, seed);
    QFETCH(int, columns);
    PanelModel model;
    LaneCache cache;
    // Less than all of the run, so that lanes also begin and end beside what is visible.
    const Columns view({testOrigin + 20ms, testOrigin + 400ms}, columns);
    int frames = 0;
    RunningColumns countedOn;
    feed(framesOf({.seed = static_cast<std::uint32_t>(seed)}), [&](const Comparison& comparison) {
        const Recording& recording = comparison.runs.front();
        model.update(recording);
        const RowSource fresh{recording, model, RowsBy::Workers, 2};
        RowSource cached = fresh;
        cached.lanes = &cache;
        RunningColumns counted;
        const auto wanted = lanesOf(fresh, view, counted);
        const auto found = lanesOf(cached, view, countedOn);
        QCOMPARE(countedOn.counts(), counted.counts());
        QCOMPARE(found.size(), wanted.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(found[i].states == wanted[i].states);
            QVERIFY(found[i].runs == wanted[i].runs);
        }
        ++frames;
    });
    QVERIFY(frames > 10);
}

void TestLaneCache::otherColumns()
{
    PanelModel model;
    LaneCache cache;
    QRandomGenerator random(2);
    RunningColumns countedOn;
    feed(framesOf({.seed = 2}), [&](const Comparison& comparison) {
        const Recording& recording = comparison.runs.front();
        model.update(recording);
        const auto start = testOrigin + 1ms * random.bounded(5);
        const Columns view({start, start + 100ms}, 100 + random.bounded(2));
        const RowSource fresh{recording, model, RowsBy::Workers, 2};
        RowSource cached = fresh;
        cached.lanes = &cache;
        RunningColumns counted;
        QVERIFY(lanesOf(cached, view, countedOn).front().runs ==
                lanesOf(fresh, view, counted).front().runs);
        QCOMPARE(countedOn.counts(), counted.counts());
    });
}

void TestLaneCache::anotherRecording()
{
    PanelModel model;
    LaneCache cache;
    const Columns view({testOrigin, testOrigin + 200ms}, 300);
    for (const std::uint32_t seed : {5U, 6U}) {
        Recording recording;
        feed(framesOf({.seed = seed, .switches = seed == 5 ? 300 : 100}),
             [&](const Comparison& comparison) { recording = comparison.runs.front(); });
        model.update(recording);
        const RowSource fresh{recording, model, RowsBy::Workers, 2};
        RowSource cached = fresh;
        cached.lanes = &cache;
        QVERIFY(lanesOf(cached, view).front().runs == lanesOf(fresh, view).front().runs);
    }
}

void TestLaneCache::moreThanAreKept()
{
    const int workers = static_cast<int>(LaneCache::mostLanes) + 20;
    PanelModel model;
    LaneCache cache;
    const Columns view({testOrigin, testOrigin + 20ms}, 30);
    feed(framesOf({.seed = 8, .workers = workers, .switches = 60}),
         [&](const Comparison& comparison) {
             const Recording& recording = comparison.runs.front();
             model.update(recording);
             const RowSource fresh{recording, model, RowsBy::Workers, 2};
             RowSource cached = fresh;
             cached.lanes = &cache;
             QVERIFY(lanesOf(cached, view).back().runs == lanesOf(fresh, view).back().runs);
         });
}

QTEST_GUILESS_MAIN(TestLaneCache)
#include "tst_lanecache.moc"
