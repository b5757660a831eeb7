#include "app/timeline/lanespans.h"
#include "app/timeline/panelmodel.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;

namespace {

/// One letter for each column: what waits in it.
QString statesText(const LaneSpans& spans, int columns)
{
    constexpr QLatin1String letters("n?Rriuqsjwx");
    QString text(columns, u'.');
    for (const StateSpan& span : spans.states) {
        for (int c = span.first; c < span.last; ++c)
            text[c] = letters[static_cast<int>(span.state)];
    }
    return text;
}

/// A digit for each column: tenths of it that run; `#` for all of it.
QString runsText(const LaneSpans& spans, int columns)
{
    QString text(columns, u'.');
    for (const RunSpan& run : spans.runs) {
        for (int c = run.first; c < run.last; ++c)
            text[c] = run.share >= 1 ? QLatin1Char('#')
                                     : QLatin1Char(static_cast<char>('0' + run.share * 10));
    }
    return text;
}

/// The first worker of a recording from 0 to `end` ms.
struct Sample {
    explicit Sample(Recording from) : recording(std::move(from)) { model.update(recording); }

    [[nodiscard]] Lane lane() const
    {
        const Worker& worker = recording.workers.front();
        return {
            &worker, &model.sumsOf(0), {worker.start, worker.stop.value_or(recording.knownUntil)}};
    }

    Recording recording;
    PanelModel model;
};

Columns columnsOver(Nanoseconds start, Nanoseconds end, int count)
{
    return {{testOrigin + start, testOrigin + end}, count};
}

/// How long the worker runs in `range`, by plain addition.
Nanoseconds runningWithin(const Worker& worker, TimeRange range)
{
    Nanoseconds sum{};
    for (const Slice& slice : worker.slices)
        sum += std::max(Nanoseconds{},
                        std::min(slice.end, range.end) - std::max(slice.start, range.start));
    return sum;
}

}  // namespace

/// What is drawn of a lane, column by column.
class TestLaneSpans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void bruteForce_data();
    void bruteForce();
    void clipsToItsStretch();
    void narrowSlicesStay();
    void tasksOfWorkers();
    void finerThanNanoseconds();
    void drawsNoMoreThanColumns();
    void nothingVisible();
};

void TestLaneSpans::spans_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("runs");
    QTest::newRow("runs") << std::string("W1: T1 run 0-10") << ".........."
                          << "##########";
    QTest::newRow("turns") << std::string("W1: T1 run 0-4 ready 4-8 run 8-10") << "....rrrr.."
                           << "####....##";
    QTest::newRow("every reason")
        << std::string("W1: T1 run 0-1 ready 1-2 io 2-3 lock 3-4 queue 4-5 sleep 5-6 join 6-7 "
                       "unknown 7-8 run 8-10")
        << ".riuqsjw.."
        << "#.......##";
    QTest::newRow("edges within columns")
        << std::string("W1: T1 run 0-2.5 ready 2.5-6.2 run 6.2-10") << "..rrrrr..."
        << "##5...8###";
    QTest::newRow("the longest wait wins")
        << std::string("W1: T1 ready 0-0.3 io 0.3-0.9 run 0.9-1 ready 1-10") << "irrrrrrrrr"
        << "1.........";
    QTest::newRow("records were lost")
        << std::string("W1: run 0-2 unseen 2-5 ready 5-10") << "..xxxrrrrr"
        << "##........";
    QTest::newRow("records were lost within columns")
        << std::string("W1: run 0-2.3 unseen 2.3-4.2 io 4.2-4.5 unseen 4.5-6.6 run 6.6-10")
        << "..xxxxx..."
        << "##3...4###";
    QTest::newRow("not known") << std::string("W1: T1 run 0-2 ready 5-6 run 8-10") << "..???r??.."
                               << "##......##";
}

void TestLaneSpans::spans()
{
    QFETCH(std::string, text);
    QFETCH(QString, states);
    QFETCH(QString, runs);
    const Sample sample(recordingFrom(text));
    const LaneSpans found = spansOf(sample.lane(), columnsOver(0ms, 10ms, 10));
    QCOMPARE(statesText(found, 10), states);
    QCOMPARE(runsText(found, 10), runs);
}

void TestLaneSpans::bruteForce_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("zoom");
    QTest::newRow("all of it, coarse") << 37 << 1.0;
    QTest::newRow("all of it, fine") << 1900 << 1.0;
    QTest::newRow("zoomed") << 640 << 13.0;
    QTest::newRow("zoomed far") << 640 << 997.0;
}

void TestLaneSpans::bruteForce()
{
    QFETCH(int, columns);
    QFETCH(double, zoom);
    const Sample sample(recordingOfSlices(1, 5000));
    const Lane lane = sample.lane();
    QRandomGenerator random(3);
    for (int round = 0; round < 8; ++round) {
        const auto length =
            Nanoseconds(std::llround(static_cast<double>(lane.clip.length().count()) / zoom));
        const auto start =
            lane.clip.start + (lane.clip.length() - length) / 100 * random.bounded(100);
        const Columns view({start, start + length}, columns);
        std::vector<double> shares(static_cast<std::size_t>(columns));
        const LaneSpans spans = spansOf(lane, view);
        for (const RunSpan& run : spans.runs) {
            for (int c = run.first; c < run.last; ++c)
                shares[static_cast<std::size_t>(c)] += run.share;
        }
        for (int c = 0; c < columns; ++c) {
            const TimeRange range = view.rangeOf(c);
            const double exact = static_cast<double>(runningWithin(*lane.worker, range).count()) /
                                 static_cast<double>(range.length().count());
            // An interval may end less than a nanosecond beside the column's edge.
            QVERIFY2(std::abs(shares[static_cast<std::size_t>(c)] - exact) < 0.02,
                     qPrintable(QString::number(c)));
        }
    }
}

void TestLaneSpans::clipsToItsStretch()
{
    const Sample sample(recordingFrom("W1: T1 run 0-10"));
    Lane lane = sample.lane();
    lane.clip = {testOrigin + 2ms, testOrigin + 5500us};
    const LaneSpans spans = spansOf(lane, columnsOver(0ms, 10ms, 10));
    QCOMPARE(runsText(spans, 10), QStringLiteral("..###5...."));
    QCOMPARE(statesText(spans, 10), QStringLiteral(".........."));
}

void TestLaneSpans::narrowSlicesStay()
{
    const Sample sample(recordingFrom("W1: T1 ready 0-500 run 500-500.001 ready 500.001-1000"));
    const LaneSpans spans = spansOf(sample.lane(), columnsOver(0ms, 1000ms, 100));
    QCOMPARE(spans.runs.size(), std::size_t{1});
    QCOMPARE(spans.runs.front().first, 50);
    QVERIFY(spans.runs.front().share > 0);
    QVERIFY(!spans.runs.front().isLongest);
    QCOMPARE(statesText(spans, 100), QString(100, u'r'));
}

void TestLaneSpans::tasksOfWorkers()
{
    const Sample sample(recordingFrom("W1: T1 run 0-4 - run 4-5 queue 5-6 T2 run 6-10"));
    const LaneSpans spans = spansOf(sample.lane(), columnsOver(0ms, 10ms, 10));
    QCOMPARE(spans.runs.size(), std::size_t{3});
    QCOMPARE(number(spans.runs[0].task), 1U);
    QCOMPARE(spans.runs[1].task, TaskId::None);
    QCOMPARE(number(spans.runs[2].task), 2U);
    QCOMPARE(spans.states.size(), std::size_t{1});
    QCOMPARE(spans.states[0].task, TaskId::None);
}

void TestLaneSpans::finerThanNanoseconds()
{
    const Sample sample(recordingFrom("W1: T1 run 0-0.00005 ready 0.00005-0.0001"));
    const LaneSpans spans = spansOf(sample.lane(), columnsOver(0ns, 100ns, 1000));
    QVERIFY(std::abs(runsText(spans, 1000).count(u'#') - 500) <= 5);  // half a nanosecond
    QVERIFY(std::abs(statesText(spans, 1000).count(u'r') - 500) <= 5);
}

void TestLaneSpans::drawsNoMoreThanColumns()
{
    const Sample sample(recordingOfSlices(1, 20'000));
    const Lane lane = sample.lane();
    const LaneSpans spans = spansOf(lane, {lane.clip, 300});
    QVERIFY(spans.runs.size() <= 300);
    QVERIFY(spans.states.size() <= 300);
}

void TestLaneSpans::nothingVisible()
{
    const Sample sample(recordingFrom("W1: T1 run 10-20"));
    QVERIFY(spansOf(sample.lane(), columnsOver(0ms, 10ms, 10)).runs.empty());
    QVERIFY(spansOf(sample.lane(), columnsOver(20ms, 30ms, 10)).runs.empty());
}

QTEST_GUILESS_MAIN(TestLaneSpans)
#include "tst_lanespans.moc"
