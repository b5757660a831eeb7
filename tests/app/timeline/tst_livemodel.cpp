#include "app/timeline/rangetotals.h"
#include "tests/app/timeline/switchedrun.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;

namespace {

/// What two models of one recording must agree on.
void compareModels(const PanelModel& grown, const PanelModel& fresh, const Recording& recording,
                   QRandomGenerator& random)
{
    QCOMPARE(grown.workers(), fresh.workers());
    QCOMPARE(grown.order(), fresh.order());
    QCOMPARE(grown.inProgress(), fresh.inProgress());
    QCOMPARE(grown.cores().cores(), fresh.cores().cores());
    for (std::size_t core = 0; core < grown.cores().cores(); ++core)
        QCOMPARE(grown.cores().slicesOf(core), fresh.cores().slicesOf(core));
    const TimeRange span = recording.span();
    for (int i = 0; i < 5; ++i) {
        const auto start = span.start + span.length() / 100 * random.bounded(100);
        const TimeRange range{start, start + span.length() / 100 * random.bounded(100)};
        QCOMPARE(totalsOf(recording, grown, range), totalsOf(recording, fresh, range));
    }
}

/// How long any worker runs on a core within `range`, by plain addition.
Nanoseconds usedWithin(const Recording& recording, std::size_t core, TimeRange range)
{
    Nanoseconds sum{};
    for (const Worker& worker : recording.workers) {
        for (const Slice& slice : worker.slices) {
            if (slice.core == static_cast<int>(core))
                sum += std::max(Nanoseconds{}, std::min(slice.end, range.end) -
                                                   std::max(slice.start, range.start));
        }
    }
    return sum;
}

Recording finished(const SwitchedRun& run)
{
    Recording last;
    feed(framesOf(run), [&](const Comparison& now) { last = now.runs.front(); });
    return last;
}

}  // namespace

/// What a panel keeps of an observed program while the last interval of each thread may still be
/// cut or go.
class TestLiveModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsLikeNew_data();
    void growsLikeNew();
    void countsLikeTheVerdict();
    void longRunsKeepFewPeriods();
    void coresAreUsedOnce();
    void lateSlicesFindTheirPlace();
    void takesInReasonsAndNames();
    void coresAreIndexedOnDemand();
};

void TestLiveModel::growsLikeNew_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("longestStep");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("%d", seed) << seed << 4'000;
    for (int seed = 13; seed <= 24; ++seed)  // over a second: periods become longer
        QTest::addRow("long %d", seed) << seed << 40'000;
}

void TestLiveModel::growsLikeNew()
{
    QFETCH(int, seed);
    QFETCH(int, longestStep);
    const SwitchedRun run{.seed = static_cast<std::uint32_t>(seed), .longestStep = longestStep};
    QRandomGenerator random(static_cast<std::uint32_t>(seed));
    PanelModel grown;
    feed(framesOf(run), [&](const Comparison& comparison) {
        const Recording& recording = comparison.runs.front();
        if (random.bounded(3) == 0 && !recording.hasEnded())
            return;  // several batches at once
        grown.update(recording, RowsBy::Cores);
        PanelModel fresh;
        fresh.update(recording, RowsBy::Cores);
        compareModels(grown, fresh, recording, random);
    });
    QVERIFY(grown.judgement());
}

void TestLiveModel::countsLikeTheVerdict()
{
    int compared = 0;
    PanelModel grown;
    feed(framesOf({.seed = 7, .switches = 120}), [&](const Comparison& comparison) {
        const Recording& recording = comparison.runs.front();
        grown.update(recording);
        if (recording.wall() > 1s)  // then the periods differ while it runs
            return;
        QCOMPARE(grown.inProgress(), inProgressProfile(recording));
        ++compared;
    });
    QVERIFY(compared > 5);
}

void TestLiveModel::longRunsKeepFewPeriods()
{
    PanelModel grown;
    feed(framesOf({.seed = 3, .switches = 2'000, .longestStep = 60'000}),
         [&](const Comparison& comparison) {
             const Recording& recording = comparison.runs.front();
             grown.update(recording);
             QVERIFY(grown.inProgress().size() <= 52);
             QVERIFY(maximum(grown.inProgress()) <= static_cast<int>(recording.workers.size()));
             QVERIFY(recording.hasEnded() || grown.inProgress().empty() ||
                     grown.inProgress().back().time == recording.span().end ||
                     grown.inProgress().back().count == 0);
         });
}

void TestLiveModel::coresAreUsedOnce()
{
    const Recording recording = finished({.seed = 5, .cores = 3, .switches = 3'000});
    PanelModel model;
    model.update(recording, RowsBy::Cores);
    QCOMPARE(model.cores().cores(), std::size_t{3});
    QRandomGenerator random(5);
    const TimeRange span = recording.span();
    for (std::size_t core = 0; core < 3; ++core) {
        const auto& slices = model.cores().slicesOf(core);
        for (std::size_t i = 1; i < slices.size(); ++i)
            QVERIFY(slices[i - 1].end <= slices[i].start && slices[i].start < slices[i].end);
        for (int i = 0; i < 50; ++i) {
            const auto start = span.start + span.length() / 1000 * random.bounded(1000);
            const TimeRange range{start, start + span.length() / 1000 * random.bounded(300)};
            QCOMPARE(model.cores().sumsOf(core).within(slices, range)[0],
                     usedWithin(recording, core, range));
        }
    }
    QVERIFY(model.cores().slicesOf(99).empty());
}

void TestLiveModel::lateSlicesFindTheirPlace()
{
    Recording recording;
    recording.start.command = {"program"};
    recording.workers.resize(2);
    const auto add = [&](std::size_t worker, int start, int end) {
        recording.workers[worker].slices.push_back(
            {Nanoseconds(start), Nanoseconds(end), TaskId::None, {}, 0});
    };
    CoreIndex index;
    for (int i = 0; i < 40; ++i)
        add(0, 100 * i, 100 * i + 50);
    index.update(recording, {});
    for (int i = 0; i < 40; i += 2)
        add(1, 100 * i + 30, 100 * i + 80);  // 20 of it while the first one ran
    recording.workers[0].stop = recording.workers[1].stop = Nanoseconds(5'000);
    index.update(recording, {});
    const auto& slices = index.slicesOf(0);
    QCOMPARE(slices.size(), std::size_t{60});
    QCOMPARE(slices[1].start, Nanoseconds(50));
    QCOMPARE(slices[1].end, Nanoseconds(80));
    QCOMPARE(slices[1].worker, 1U);
    for (int end = 100; end <= 4'000; end += 200)
        QCOMPARE(index.sumsOf(0).within(slices, {Nanoseconds(end - 100), Nanoseconds(end)})[0],
                 Nanoseconds(80));
    QCOMPARE(index.sumsOf(0).within(slices, {Nanoseconds(0), Nanoseconds(4'000)})[0],
             Nanoseconds(40 * 50 + 20 * 30));
}

void TestLiveModel::takesInReasonsAndNames()
{
    Recording recording = finished({.seed = 9});
    recording.summary.end = RunEnd::NotYet;
    PanelModel model;
    QVERIFY(model.update(recording));
    recording.workers[1].name = "another";
    QVERIFY(model.update(recording));
    recording.workers[1].waits.back().reason = WaitReason::Io;
    QVERIFY(model.update(recording));
    recording.workers[2].unseen.push_back({recording.knownUntil, recording.knownUntil + 1ms});
    QVERIFY(model.update(recording));
    QVERIFY(!model.update(recording));
}

void TestLiveModel::coresAreIndexedOnDemand()
{
    const Recording recording = finished({.seed = 11});
    PanelModel model;
    model.update(recording);
    QCOMPARE(model.cores().cores(), std::size_t{0});
    QVERIFY(model.update(recording, RowsBy::Cores));
    QCOMPARE(model.cores().cores(), std::size_t{2});
    QVERIFY(!model.update(recording, RowsBy::Tasks));
}

QTEST_GUILESS_MAIN(TestLiveModel)
#include "tst_livemodel.moc"
