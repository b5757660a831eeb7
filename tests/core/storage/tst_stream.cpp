#include "core/storage/eventbytes.h"
#include "core/storage/frameencoder.h"
#include "core/storage/streamreader.h"
#include "core/storage/streamwriter.h"
#include "tests/support/samplestream.h"

#include <QBuffer>
#include <QCborMap>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

/// All frames that are whole; fails the test on an error.
std::vector<Frame> framesIn(StreamReader& reader)
{
    std::vector<Frame> frames;
    for (;;) {
        auto frame = reader.next();
        if (!frame)
            qFatal("%s", frame.error().message.c_str());
        if (!*frame)
            return frames;
        frames.push_back(std::move(**frame));
    }
}

std::vector<Frame> framesIn(const QByteArray& bytes)
{
    StreamReader reader;
    reader.feed(bytes);
    return framesIn(reader);
}

/// A device that takes a few bytes at a time, until it is full.
class SmallDevice : public QIODevice {
public:
    explicit SmallDevice(qint64 room) : m_room(room) { open(WriteOnly | Unbuffered); }
    QByteArray taken;

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        const qint64 count = std::min({size, qint64{5}, m_room});
        taken.append(data, count);
        m_room -= count;
        if (count == 0)
            setErrorString(u"the device is full"_s);
        return count;
    }

private:
    qint64 m_room;
};

QByteArray payloadOf(const QByteArray& item)
{
    return item.sliced(7);
}

QByteArray itemOf(const QCborMap& map)
{
    const QByteArray payload = map.toCborValue().toCbor();
    QByteArray item = QByteArray::fromHex("d8185a00000000");
    item[5] = static_cast<char>(payload.size() >> 8);
    item[6] = static_cast<char>(payload.size());
    return item + payload;
}

}  // namespace

/// The stream hands out the frames that were written, whatever pieces it arrives in.
class TestStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void roundTripOfAll();
    void bytesOfAFrame();
    void bytesOfAnEvent();
    void byteByByte();
    void inPieces_data();
    void inPieces();
    void copiesWhatItIsFed();
    void skipsUnknownFrames();
    void ignoresUnknownKeys();
    void cutsLongTexts();
    void replacesWhatIsNoText();
    void writesToSlowDevices();
    void namesTheReasonOfTheDevice();
};

void TestStream::roundTrip_data()
{
    QTest::addColumn<Frame>("frame");
    for (const Frame& frame : sampleFrames())
        QTest::addRow("sample, type %zu", frame.index()) << frame;

    RunStarted run;
    run.start.id = RunId{UINT32_MAX};
    run.start.evidence = Evidence::Exact;
    run.start.origin = Nanoseconds::max();
    QTest::newRow("no mode") << Frame(run);
    run.start.mode = Mode::BothSplit;
    run.start.evidence = Evidence::Sampled;
    run.start.experiment.with = WorkerKind::Processes;
    QTest::newRow("other names") << Frame(run);
    QTest::newRow("no events") << Frame(EventBatch{RunId{7}, Nanoseconds(9), {}});
    RunEnded end{RunId{2},
                 {.end = RunEnd::Interrupted, .lostRecords = INT64_MAX, .message = "stopped"}};
    QTest::newRow("interrupted") << Frame(end);

    Event most;
    most.time = Nanoseconds::max();
    most.value = INT64_MIN;
    most.task = TaskId{UINT32_MAX};
    most.worker = WorkerId{UINT32_MAX - 1};
    most.part = PartId{UINT16_MAX};
    most.core = INT16_MIN;
    most.kind = EventKind{255};
    most.detail = 254;
    most.reserved = 0xabcd;
    QTest::newRow("extreme event") << Frame(EventBatch{{}, {}, {most, Event{}, most}});
}

void TestStream::roundTrip()
{
    QFETCH(Frame, frame);
    const std::vector<Frame> frames{StreamStarted{}, frame};
    if (std::holds_alternative<StreamStarted>(frame))
        QVERIFY(framesIn(streamBytes({frame})) == std::vector<Frame>{frame});
    QVERIFY(framesIn(streamBytes(frames)) == frames);
}

void TestStream::roundTripOfAll()
{
    StreamReader reader;
    const QByteArray bytes = streamBytes(sampleFrames());
    reader.feed(bytes);
    QVERIFY(framesIn(reader) == sampleFrames());
    QCOMPARE(reader.pending(), 0);
    QCOMPARE(reader.offset(), bytes.size());
    QCOMPARE(reader.frameOffset(), bytes.size() - encodedFrame(StreamEnded{}).size());
}

/// As FORMAT.md has it.
void TestStream::bytesOfAFrame()
{
    QCOMPARE(encodedFrame(StreamEnded{}).toHex(' '),
             "d8 18 5a 00 00 00 13 a1 64 74 79 70 65 6c 73 74 72 65 61 6d 2d 65 6e 64 65 64"_ba);
    const QCborValue first =
        QCborValue::fromCbor(payloadOf(encodedFrame(StreamStarted{"me", {4, 2, "cpu", true}})));
    QCOMPARE(first.toDiagnosticNotation(),
             u"{\"type\": \"stream-started\", \"format\": \"coreogram-stream/3\", \"producer\": "
             "\"me\", \"machine\": {\"cores\": 4, \"physical_cores\": 2, \"model\": \"cpu\", "
             "\"can_bind\": true}}"_s);
}

void TestStream::bytesOfAnEvent()
{
    const Event event{.time = Nanoseconds(0x0102030405060708),
                      .value = -2,
                      .task = TaskId{0x0a0b0c0d},
                      .worker = WorkerId{5},
                      .part = PartId{0x0102},
                      .core = -1,
                      .kind = EventKind::TaskStop,
                      .detail = 2};
    const std::vector<Event> events{event};
    const QByteArray bytes = eventBytes(events);
    QCOMPARE(bytes.toHex(), "0807060504030201"
                            "feffffffffffffff"
                            "0d0c0b0a05000000"
                            "0201ffff04020000"_ba);
    QVERIFY(eventsFromBytes(bytes) == events);
}

void TestStream::byteByByte()
{
    const QByteArray bytes = streamBytes(sampleFrames());
    StreamReader reader;
    std::vector<Frame> frames;
    for (const char byte : bytes) {
        reader.feed(QByteArray(1, byte));
        std::ranges::move(framesIn(reader), std::back_inserter(frames));
        QVERIFY(reader.pending() < 1000);
    }
    QVERIFY(frames == sampleFrames());
    QCOMPARE(reader.offset(), bytes.size());
}

void TestStream::inPieces_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("feedsBeforeNext");
    for (const qsizetype size : {3, 1000, 70'000, 10'000'000}) {
        for (const int feeds : {1, 40})
            QTest::addRow("%d pieces of %d", feeds, static_cast<int>(size)) << size << feeds;
    }
}

/// Long enough for what was read to be dropped several times.
void TestStream::inPieces()
{
    QFETCH(qsizetype, size);
    QFETCH(int, feedsBeforeNext);
    std::vector<Frame> written{StreamStarted{}};
    for (std::uint32_t i = 0; i < 300; ++i)
        written.emplace_back(EventBatch{RunId{i}, {}, std::vector<Event>(i)});
    const QByteArray bytes = streamBytes(written);

    StreamReader reader;
    std::vector<Frame> frames;
    int feeds = 0;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        reader.feed(bytes.sliced(at, std::min(size, bytes.size() - at)));
        if (++feeds % feedsBeforeNext == 0)
            std::ranges::move(framesIn(reader), std::back_inserter(frames));
    }
    std::ranges::move(framesIn(reader), std::back_inserter(frames));
    QVERIFY(frames == written);
    QCOMPARE(reader.offset(), bytes.size());
    QCOMPARE(reader.pending(), 0);
}

void TestStream::copiesWhatItIsFed()
{
    QByteArray bytes = streamBytes({StreamStarted{"me", {}}});
    StreamReader reader;
    reader.feed(QByteArray::fromRawData(bytes.constData(), bytes.size()));
    bytes.fill('x');
    QVERIFY(framesIn(reader) == (std::vector<Frame>{StreamStarted{"me", {}}}));
}

void TestStream::skipsUnknownFrames()
{
    const QByteArray unknown = itemOf({{"type"_L1, "new-in-later-versions"_L1}, {"run"_L1, 1}});
    const QByteArray start = streamBytes({StreamStarted{}});
    StreamReader reader;
    reader.feed(start + unknown + unknown + streamBytes({StreamEnded{}}) + unknown);
    QVERIFY(framesIn(reader) == (std::vector<Frame>{StreamStarted{}, StreamEnded{}}));
    QCOMPARE(reader.frameOffset(), start.size() + 2 * unknown.size());
    QCOMPARE(reader.pending(), 0);
}

void TestStream::ignoresUnknownKeys()
{
    QCborMap map = QCborValue::fromCbor(payloadOf(encodedFrame(StreamStarted{}))).toMap();
    map.insert("later"_L1, QCborMap{{1, 2}});
    map.insert(17, "numbers can be keys"_L1);
    QVERIFY(framesIn(itemOf(map)) == std::vector<Frame>{StreamStarted{}});
}

void TestStream::cutsLongTexts()
{
    const auto read = [](const std::string& error) {
        const auto frames = framesIn(streamBytes({StreamStarted{}, TaskFailed{{}, {}, error}}));
        return QString::fromStdString(std::get<TaskFailed>(frames.at(1)).error);
    };
    const std::string longest(10'000, 'a');
    QCOMPARE(read(longest), QString::fromStdString(longest));
    QCOMPARE(read(longest + "b"), QString(9'999, u'a') + u'…');
    QCOMPARE(read(std::string(9'998, 'a') + "😀😀"), QString(9'998, u'a') + u'…');
    QCOMPARE(read(std::string(9'998, 'a') + "ä😀"), QString(9'998, u'a') + u'ä' + u'…');
}

void TestStream::replacesWhatIsNoText()
{
    const auto frames = framesIn(streamBytes({StreamStarted{"\xff\xc0 text", {}}}));
    QCOMPARE(QString::fromStdString(std::get<StreamStarted>(frames.at(0)).producer),
             u"\uFFFD\uFFFD text"_s);
}

void TestStream::writesToSlowDevices()
{
    SmallDevice device(1'000'000);
    StreamWriter writer(device);
    for (const Frame& frame : sampleFrames())
        QVERIFY(writer.write(frame));
    QCOMPARE(device.taken, streamBytes(sampleFrames()));
}

void TestStream::namesTheReasonOfTheDevice()
{
    SmallDevice device(12);
    const auto written = StreamWriter(device).write(StreamEnded{});
    QVERIFY(!written);
    QCOMPARE(QString::fromStdString(written.error().message),
             u"a frame of 26 bytes could not be written: the device is full"_s);

    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QVERIFY(!StreamWriter(closed).write(StreamEnded{}));
}

QTEST_APPLESS_MAIN(TestStream)
#include "tst_stream.moc"
