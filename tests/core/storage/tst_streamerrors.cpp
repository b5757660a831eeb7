#include "core/model/comparisonbuilder.h"
#include "core/storage/streamreader.h"
#include "tests/support/invariants.h"
#include "tests/support/samplestream.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

QByteArray itemOf(const QByteArray& payload)
{
    QByteArray item = QByteArray::fromHex("d8185a00000000");
    qToBigEndian(static_cast<quint32>(payload.size()), item.data() + 3);
    return item + payload;
}

QByteArray itemOf(const QCborMap& map)
{
    return itemOf(map.toCborValue().toCbor());
}

/// The map of the sample's frame of this type.
QCborMap mapOf(const QString& type)
{
    for (const Frame& frame : sampleFrames()) {
        const QByteArray item = streamBytes({frame});
        const QCborMap map = QCborValue::fromCbor(item.sliced(7)).toMap();
        if (map["type"_L1].toString() == type)
            return map;
    }
    qFatal("no such frame");
}

/// The map with the value at "a" or "a.b" replaced; undefined removes it.
QCborMap changed(QCborMap map, const QString& path, const QCborValue& value)
{
    const QString key = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    if (!rest.isEmpty())
        map.insert(key, changed(map.value(key).toMap(), rest, value));
    else if (value.isUndefined())
        map.remove(key);
    else
        map.insert(key, value);
    return map;
}

/// The error that these bytes end in; empty where more could follow.
QString errorOf(const QByteArray& bytes)
{
    StreamReader reader;
    reader.feed(bytes);
    for (;;) {
        const auto frame = reader.next();
        if (!frame)
            return QString::fromStdString(frame.error().message);
        if (!*frame)
            return {};
    }
}

QByteArray header()
{
    return streamBytes({StreamStarted{}});
}

QString afterHeader(const char* text)
{
    return u"at byte %1: "_s.arg(header().size()) + QString::fromUtf8(text);
}

QCborMap bookmark(qint64 time, qsizetype noteLength)
{
    return {{"run"_L1, 0}, {"time_ns"_L1, time}, {"note"_L1, QString(noteLength, u'x')}};
}

}  // namespace

/// What is wrong in a stream is named: where, what was found and what was expected.
class TestStreamErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noRecording_data();
    void noRecording();
    void noFrame_data();
    void noFrame();
    void fields_data();
    void fields();
    void staysFailed();
    void everyKeyIsRequired();
    void everyBitFlipped();
};

void TestStreamErrors::noRecording_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QByteArray& bytes, const char* error) {
        QTest::newRow(name) << bytes << QString::fromUtf8(error);
    };
    row("text", "Hello world, this is a text.\n",
        "at byte 0: found text \"Hello world, thi\"; expected a recording of Coreogram, which "
        "begins with bytes d8 18 5a");
    row("JSON", "{\n  \"format\": 1}",
        "at byte 0: found text \"{.  \"format\": 1}\"; expected a recording of Coreogram, which "
        "begins with bytes d8 18 5a");
    row("a picture", "\x89PNG\r\n\x1a\n"_ba,
        "at byte 0: found bytes 89 50 4e 47 0d 0a 1a 0a; expected a recording of Coreogram, which "
        "begins with bytes d8 18 5a");
    row("one byte", "\xd9"_ba,
        "at byte 0: found bytes d9; expected a recording of Coreogram, which begins with bytes d8 "
        "18 5a");
    row("other CBOR", QByteArray::fromHex("d81858"),
        "at byte 0: found bytes d8 18 58; expected a recording of Coreogram, which begins with "
        "bytes d8 18 5a");
    row("another frame first", streamBytes({StreamEnded{}}),
        "at byte 0: found another frame; expected a recording to begin with a frame "
        "\"stream-started\"");
    row("an unknown frame first", itemOf({{"type"_L1, "new"_L1}}),
        "at byte 0: found another frame; expected a recording to begin with a frame "
        "\"stream-started\"");
    row("another format",
        itemOf(changed(mapOf(u"stream-started"_s), u"format"_s, "coreogram-stream/4"_L1)),
        "at byte 0: found text \"coreogram-stream/4\" as \"format\" of a frame \"stream-started\"; "
        "expected \"coreogram-stream/3\" or an earlier one");
    row("no format", itemOf(changed(mapOf(u"stream-started"_s), u"format"_s, {})),
        "at byte 0: found nothing as \"format\" of a frame \"stream-started\"; expected text of at "
        "most 10000 characters");
}

void TestStreamErrors::noRecording()
{
    QFETCH(QByteArray, bytes);
    QTEST(errorOf(bytes), "error");
}

void TestStreamErrors::noFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QByteArray& bytes, const char* error) {
        QTest::newRow(name) << bytes << (error ? afterHeader(error) : QString());
    };
    const char* const noCbor = "found a frame that is no CBOR (";  // then Qt's reason
    row("not there yet", "\xd8\x18"_ba, nullptr);
    row("not whole yet", QByteArray::fromHex("d8185a0010000001"), nullptr);
    row("garbage", "garbage",
        "found text \"garbage\"; expected a frame, which begins with bytes d8 "
        "18 5a");
    row("too long", QByteArray::fromHex("d8185a00100001"),
        "found a frame of 1048577 bytes; expected at most 1048576");
    row("far too long", QByteArray::fromHex("d8185affffffff"),
        "found a frame of 4294967295 bytes; expected at most 1048576");
    row("no content", itemOf(QByteArray()), noCbor);
    row("content cut off", itemOf(QByteArray::fromHex("a164")), noCbor);
    row("a length that reaches beyond", itemOf(QByteArray::fromHex("bb7fffffffffffffff")), noCbor);
    row("text that is no UTF-8", itemOf(QByteArray::fromHex("a164747970656241ff")), noCbor);
    row("nested too deep", itemOf(QByteArray(5000, '\x81')), noCbor);
    row("no map", itemOf(QCborArray{1, 2}.toCborValue().toCbor()),
        "found a list in a frame; expected a map");
    row("a number", itemOf(QCborValue(5).toCbor()),
        "found the number 5 in a frame; expected a map");
    row("more than a map", itemOf(mapOf(u"stream-ended"_s).toCborValue().toCbor() + "xyz"),
        "found 3 bytes behind the map of a frame");
    row("no type", itemOf(QCborMap{{"run"_L1, 1}}),
        "found nothing as \"type\" of a frame; expected text of at most 10000 characters");
    row("a type that is no text", itemOf(QCborMap{{"type"_L1, 1}}),
        "found the number 1 as \"type\" of a frame; expected text of at most 10000 characters");
}

void TestStreamErrors::noFrame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    QString found = errorOf(header() + bytes);
    if (error.endsWith(u'('))
        found.truncate(error.size());
    QCOMPARE(found, error);
}

void TestStreamErrors::fields_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QCborValue>("value");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* type, const char* path, const QCborValue& value,
                        const char* error) {
        QTest::addRow("%s %s %s", type, path, qPrintable(value.toDiagnosticNotation().left(30)))
            << QString::fromUtf8(type) << QString::fromUtf8(path) << value << afterHeader(error);
    };
    const char* const start = "run-started";
    row(start, "run", -1,
        "found the number -1 as \"run\" of a frame \"run-started\"; expected a whole number from 0 "
        "to 4294967295");
    row(start, "run", qint64{4294967296},
        "found the number 4294967296 as \"run\" of a frame \"run-started\"; expected a whole "
        "number "
        "from 0 to 4294967295");
    row(start, "run", 1.5,
        "found a value of another type as \"run\" of a frame \"run-started\"; expected a whole "
        "number from 0 to 4294967295");
    row(start, "mode", "fast"_L1,
        "found text \"fast\" as \"mode\" of a frame \"run-started\"; expected null, sequential, "
        "concurrent, parallel, both or both-split");
    row(start, "mode", QCborValue(),
        "found nothing as \"mode\" of a frame \"run-started\"; expected null, sequential, "
        "concurrent, parallel, both or both-split");
    row(start, "plan", QCborArray{},
        "found a list as \"plan\" of a frame \"run-started\"; expected a map");
    row(start, "plan.cores", 0,
        "found the number 0 as \"cores\" of the \"plan\" of a frame \"run-started\"; expected a "
        "whole number from 1 to 2147483647");
    row(start, "plan.split", QCborMap{},
        "found a map as \"split\" of the \"plan\" of a frame \"run-started\"; expected a whole "
        "number from 1 to 2147483647");
    row(start, "plan.in_progress", qint64{2147483648},
        "found the number 2147483648 as \"in_progress\" of the \"plan\" of a frame "
        "\"run-started\"; expected a whole number from 1 to 2147483647");
    row(start, "plan.with", "fibers"_L1,
        "found text \"fibers\" as \"with\" of the \"plan\" of a frame \"run-started\"; expected "
        "threads, processes, global-lock or event-loop");
    row(start, "experiment.settings", 3,
        "found the number 3 as \"settings\" of the \"experiment\" of a frame \"run-started\"; "
        "expected a map");
    row(start, "experiment.settings.items", 0,
        "found the number 0 as \"items\" of the \"settings\" of the \"experiment\" of a frame "
        "\"run-started\"; expected a whole number from 1 to 20000000");
    row(start, "experiment.settings.sharing", "fair"_L1,
        "found text \"fair\" as \"sharing\" of the \"settings\" of the \"experiment\" of a frame "
        "\"run-started\"; expected static, shared or stealing");
    row("bookmarks", "bookmarks", "all"_L1,
        "found text \"all\" as \"bookmarks\" of a frame \"bookmarks\"; expected a list of at most "
        "256 maps");
    row("bookmarks", "bookmarks", QCborArray{bookmark(-1, 3)},
        "found the number -1 as \"time_ns\" of one of the \"bookmarks\" of a frame \"bookmarks\"; "
        "expected a whole number from 0 to 316224000000000000");
    row("bookmarks", "bookmarks", QCborArray{bookmark(0, 1'001)},
        "found text \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" as \"note\" of one of the \"bookmarks\" "
        "of "
        "a frame \"bookmarks\"; expected at most 1000 characters");
    row("picture-landed", "thumbnail", QByteArray(16'385, 'x'),
        "found 16385 bytes as \"thumbnail\" of a frame \"picture-landed\"; expected at most 16384 "
        "bytes");
    row("picture-landed", "width", -1,
        "found the number -1 as \"width\" of a frame \"picture-landed\"; expected a whole number "
        "from 0 to 2147483647");
    row("run-ended", "findings", QCborArray{1},
        "found a list as \"findings\" of a frame \"run-ended\"; expected a list of at most 64 "
        "maps");
    row("run-ended", "findings", QCborArray{QCborMap{{"name"_L1, "count"_L1}}},
        "found nothing as \"value\" of one of the \"findings\" of a frame \"run-ended\"; "
        "expected a whole number from -9223372036854775808 to 9223372036854775807");
    row(start, "experiment.task_ns", -1,
        "found the number -1 as \"task_ns\" of the \"experiment\" of a frame \"run-started\"; "
        "expected a whole number from 0 to 1152921504606846975");
    row(start, "experiment.workload", false,
        "found false as \"workload\" of the \"experiment\" of a frame \"run-started\"; expected "
        "text of at most 10000 characters");
    row(start, "evidence", 1,
        "found the number 1 as \"evidence\" of a frame \"run-started\"; expected exact, inferred "
        "or sampled");
    row(start, "origin_ns", -5,
        "found the number -5 as \"origin_ns\" of a frame \"run-started\"; expected a whole number "
        "from 0 to 9223372036854775807");
    row("worker-named", "name", QString(10'001, u'x'),
        "found text \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" as \"name\" of a frame "
        "\"worker-named\"; expected text of at most 10000 characters");
    row("worker-named", "name", QByteArray("abc"),
        "found 3 bytes as \"name\" of a frame \"worker-named\"; expected text of at most 10000 "
        "characters");
    row("worker-named", "pid", -1,
        "found the number -1 as \"pid\" of a frame \"worker-named\"; expected a whole number from "
        "0 to 9223372036854775807");
    row("events", "events", QByteArray(33, 'x'),
        "found 33 bytes as \"events\" of a frame \"events\"; expected a multiple of 32 bytes");
    row("events", "events", "text"_L1,
        "found text \"text\" as \"events\" of a frame \"events\"; expected a multiple of 32 "
        "bytes");
    row("task-failed", "error", QCborValue(nullptr),
        "found null as \"error\" of a frame \"task-failed\"; expected text of at most 10000 "
        "characters");
    row("run-started", "command", QCborArray(),
        "found a list as \"command\" of a frame \"run-started\"; expected a list of 1 to 4096 "
        "texts");
    row("run-started", "command", QCborArray{"xz"_L1, 2},
        "found a list as \"command\" of a frame \"run-started\"; expected a list of 1 to 4096 "
        "texts");
    row("run-started", "command", "xz"_L1,
        "found text \"xz\" as \"command\" of a frame \"run-started\"; expected a list of 1 to "
        "4096 texts");
    row("run-started", "evidence_note", 7,
        "found the number 7 as \"evidence_note\" of a frame \"run-started\"; expected text of at "
        "most 10000 characters");
    row("run-ended", "exit_status", 256,
        "found the number 256 as \"exit_status\" of a frame \"run-ended\"; expected a whole "
        "number from 0 to 255");
    row("run-ended", "end", "\x1b[31m red\n"_L1,
        "found text \".[31m red.\" as \"end\" of a frame \"run-ended\"; expected done, failed or "
        "interrupted");
    row("run-ended", "user_ns", qint64{INT64_MAX},
        "found the number 9223372036854775807 as \"user_ns\" of a frame \"run-ended\"; expected a "
        "whole number from 0 to 1152921504606846975");
    row("run-ended", "lost_records", true,
        "found true as \"lost_records\" of a frame \"run-ended\"; expected a whole number from 0 "
        "to 9223372036854775807");
}

void TestStreamErrors::fields()
{
    QFETCH(QString, type);
    QFETCH(QString, path);
    QFETCH(QCborValue, value);
    QTEST(errorOf(header() + itemOf(changed(mapOf(type), path, value))), "error");
}

void TestStreamErrors::staysFailed()
{
    StreamReader reader;
    reader.feed(header() + "garbage");
    QVERIFY(reader.next());
    const auto error = reader.next();
    QVERIFY(!error);
    QCOMPARE(reader.offset(), header().size());
    reader.feed(header());
    const auto again = reader.next();
    QVERIFY(!again);
    QCOMPARE(again.error(), error.error());
}

void TestStreamErrors::everyKeyIsRequired()
{
    const QStringList notInFirstFormat{u"evidence_note"_s, u"stolen_ns"_s, u"busy_ns"_s,
                                       u"exit_status"_s,   u"settings"_s,  u"urls"_s,
                                       u"pictures"_s,      u"findings"_s};
    const auto check = [&](const QString& type, const QString& path) {
        const QByteArray item = itemOf(changed(mapOf(type), path, QCborValue()));
        const QString error = errorOf(header() + item);
        const QString key = path.section(u'.', -1);
        if (notInFirstFormat.contains(key)) {
            QVERIFY2(error.isEmpty(), qPrintable(error));
            return;
        }
        QVERIFY2(error.contains(u"found nothing as \"%1\" of "_s.arg(key)),
                 qPrintable(type + u' ' + path + u": "_s + error));
    };
    for (const char* name : {"bookmarks", "run-started", "worker-named", "events", "task-failed",
                             "picture-landed", "run-ended"}) {
        const QString type = QString::fromUtf8(name);
        for (const auto& [key, value] : mapOf(type)) {
            check(type, key.toString());
            for (const auto& inner : value.toMap())
                check(type, key.toString() + u'.' + inner.first.toString());
        }
    }
    const QCborMap first = mapOf(u"stream-started"_s);
    for (const char* path : {"producer", "machine", "machine.cores", "machine.physical_cores",
                             "machine.model", "machine.can_bind"}) {
        const QString error = errorOf(itemOf(changed(first, QString::fromUtf8(path), {})));
        QVERIFY2(error.startsWith(u"at byte 0: found nothing as"_s), qPrintable(error));
    }
}

/// A disk that errs in one bit: an error or another recording, but never a wrong one.
void TestStreamErrors::everyBitFlipped()
{
    const QByteArray bytes = streamBytes(sampleFrames());
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        StreamReader reader;
        reader.feed(flipped);
        ComparisonBuilder builder;
        for (auto frame = reader.next(); frame && *frame; frame = reader.next()) {
            if (!builder.add(**frame))
                break;
        }
        const std::string broken = brokenInvariant(builder.comparison());
        QVERIFY2(broken.empty(), broken.c_str());
    }
}

QTEST_APPLESS_MAIN(TestStreamErrors)
#include "tst_streamerrors.moc"
