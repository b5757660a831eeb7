#include "core/model/comparisonbuilder.h"
#include "core/storage/frameformat.h"
#include "core/storage/streamreader.h"
#include "tests/support/samplestream.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

constexpr std::size_t perFrame = maxEventsInFrame;

/// So many events, one each nanosecond; what happens is the same all the time.
EventBatch batchOf(std::size_t count)
{
    EventBatch batch{RunId{0}, testOrigin + Nanoseconds(count), {}};
    for (std::size_t i = 0; i < count; ++i)
        batch.events.push_back(
            {.time = testOrigin + Nanoseconds(i), .worker = WorkerId{1}, .kind = EventKind::Alive});
    return batch;
}

/// The batches that are in the stream after one was written.
std::vector<EventBatch> written(const EventBatch& batch)
{
    StreamReader reader;
    reader.feed(streamBytes({StreamStarted{}, batch}));
    std::vector<EventBatch> batches;
    for (auto frame = reader.next(); frame && *frame; frame = reader.next()) {
        if (const auto* found = std::get_if<EventBatch>(&**frame))
            batches.push_back(*found);
    }
    return batches;
}

QString sizes(const std::vector<EventBatch>& batches)
{
    QStringList sizes;
    for (const EventBatch& batch : batches)
        sizes << QString::number(batch.events.size());
    return sizes.join(u' ');
}

}  // namespace

/// A batch that does not fit in one frame is written as several.
class TestStreamSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frameSizes_data();
    void frameSizes();
    void keepsEveryEvent();
    void knowsOnlyWhatIsWritten();
    void buildsTheSame();
    void framesAreSmallEnough();
};

void TestStreamSplit::frameSizes_data()
{
    QTest::addColumn<qulonglong>("events");
    QTest::addColumn<QString>("sizes");
    QTest::newRow("none") << 0ULL << "0";
    QTest::newRow("one") << 1ULL << "1";
    QTest::newRow("just fits") << qulonglong{perFrame} << "32000";
    QTest::newRow("one too many") << qulonglong{perFrame + 1} << "32000 1";
    QTest::newRow("three frames") << qulonglong{3 * perFrame} << "32000 32000 32000";
    QTest::newRow("and some") << qulonglong{2 * perFrame + 7} << "32000 32000 7";
}

void TestStreamSplit::frameSizes()
{
    QFETCH(qulonglong, events);
    QTEST(sizes(written(batchOf(events))), "sizes");
}

void TestStreamSplit::keepsEveryEvent()
{
    const EventBatch batch = batchOf(2 * perFrame + 7);
    std::vector<Event> events;
    for (const EventBatch& piece : written(batch)) {
        QCOMPARE(piece.run, batch.run);
        events.insert(events.end(), piece.events.begin(), piece.events.end());
    }
    QVERIFY(events == batch.events);
}

/// Each piece knows all before the earliest event that is still to come.
void TestStreamSplit::knowsOnlyWhatIsWritten()
{
    EventBatch batch = batchOf(3 * perFrame);
    auto pieces = written(batch);
    QCOMPARE(pieces.size(), 3U);
    QCOMPARE(pieces[0].knownUntil, testOrigin + Nanoseconds(perFrame));
    QCOMPARE(pieces[1].knownUntil, testOrigin + Nanoseconds(2 * perFrame));
    QCOMPARE(pieces[2].knownUntil, batch.knownUntil);

    batch.events[2 * perFrame + 5].time = testOrigin + Nanoseconds(3);  // came late
    batch.knownUntil = testOrigin + Nanoseconds(2 * perFrame + 8);      // before some events
    pieces = written(batch);
    QCOMPARE(pieces[0].knownUntil, testOrigin + Nanoseconds(3));
    QCOMPARE(pieces[1].knownUntil, testOrigin + Nanoseconds(3));
    QCOMPARE(pieces[2].knownUntil, batch.knownUntil);

    batch.knownUntil = testOrigin;
    for (const EventBatch& piece : written(batch))
        QCOMPARE(piece.knownUntil, testOrigin);
}

void TestStreamSplit::buildsTheSame()
{
    EventBatch batch = batchOf(2 * perFrame);
    batch.events.front().kind = EventKind::WorkerStart;
    batch.events.back().kind = EventKind::WaitBegin;
    RunStarted run;
    run.start.origin = testOrigin;
    const std::vector<Frame> before{run, WorkerNamed{{}, WorkerId{1}, "", 0, 0}};

    std::vector<Frame> whole = before;
    whole.emplace_back(batch);
    std::vector<Frame> pieces = before;
    for (const EventBatch& piece : written(batch))
        pieces.emplace_back(piece);
    QCOMPARE(pieces.size(), 4U);
    QVERIFY(built(pieces).runs[0].workers == built(whole).runs[0].workers);
    QCOMPARE(built(pieces).runs[0].knownUntil, batch.knownUntil);
}

void TestStreamSplit::framesAreSmallEnough()
{
    EventBatch batch = batchOf(perFrame);
    batch.run = RunId{UINT32_MAX};
    batch.knownUntil = Nanoseconds::max();
    const qsizetype start = streamBytes({StreamStarted{}}).size();
    QVERIFY(streamBytes({StreamStarted{}, batch}).size() - start <= maxFramePayload);

    // The largest frame without events: every character takes three bytes.
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        text += "€";
    QVERIFY(streamBytes({StreamStarted{text, {1, 1, text, false}}}).size() <= maxFramePayload);
}

QTEST_APPLESS_MAIN(TestStreamSplit)
#include "tst_streamsplit.moc"
