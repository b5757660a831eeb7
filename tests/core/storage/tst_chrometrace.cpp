#include "core/storage/exportfile.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QByteArray traceOf(const Comparison& comparison)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto written = exportTo(buffer, comparison, ExportFormat::ChromeJson);
    return written ? bytes : QByteArray::fromStdString(written.error().message);
}

Comparison comparisonFrom(std::initializer_list<std::string_view> runs)
{
    Comparison comparison;
    comparison.machine.cores = 2;
    for (const std::string_view run : runs)
        comparison.runs.push_back(recordingFrom(run));
    return comparison;
}

/// Milliseconds after the origin, which is at one second in recordings from text.
QString timeText(double micros)
{
    return QString::number(std::round((micros - 1e6) / 1e3 * 1000) / 1000);
}

QString rowText(const QJsonObject& event)
{
    return u"%1/%2"_s.arg(event["pid"_L1].toInt()).arg(event["tid"_L1].toInt());
}

QString argumentText(const QJsonObject& event)
{
    const QJsonObject arguments = event["args"_L1].toObject();
    QString text;
    for (const QString& key : arguments.keys())
        text += u" %1=%2"_s.arg(key, arguments[key].toVariant().toString());
    return text;
}

/// An event a line, read by a JSON reader that is not ours.
QStringList eventsIn(const QByteArray& trace)
{
    QStringList lines;
    const QJsonArray events = QJsonDocument::fromJson(trace)["traceEvents"_L1].toArray();
    for (const QJsonValue& value : events) {
        const QJsonObject event = value.toObject();
        const QString phase = event["ph"_L1].toString();
        QString line = phase + u' ' + rowText(event) + u' ' + event["name"_L1].toString();
        if (phase == u"M"_s && event["name"_L1] == u"process_sort_index"_s)
            continue;
        const double start = event["ts"_L1].toDouble();
        if (phase != u"M"_s)
            line += u" ["_s + timeText(start);
        if (phase == u"X"_s)
            line += u'-' + timeText(start + event["dur"_L1].toDouble());
        lines << line + (phase == u"M"_s ? u""_s : u"]"_s) + argumentText(event);
    }
    return lines;
}

QStringList coreRowsIn(const QStringList& events)
{
    return events.filter(u"X 1/1000"_s);
}

}  // namespace

/// A recording as a trace in JSON: what other programs read of it.
class TestChromeTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void events();
    void runsAreApart();
    void whatGoesOnEndsWithTheRecording();
    void lostCoresAreLeftOut();
    void aCoreHasOneWorkerAtATime();
    void namesThatNeedEscaping();
    void timesAreExact();
    void nothingAtAll();
};

void TestChromeTrace::events()
{
    const QStringList expected{u"M 1/0 process_name name=Cores"_s,
                               u"M 1/10001 thread_name name=Core 0"_s,
                               u"M 1/10002 thread_name name=Core 1"_s,
                               u"M 2/0 process_name name=1 in progress"_s,
                               u"b 2/2 Task 1 [0]"_s,
                               u"e 2/2 Task 1 [9]"_s,
                               u"M 2/50001 thread_name name=worker 1"_s,
                               u"X 2/50001 Task 1 [0-9]"_s,
                               u"X 2/50001 lock [4-6] holder=2 lock=3"_s,
                               u"X 2/50001 running [0-4] core=1"_s,
                               u"X 2/50001 running [6-9] core=0"_s,
                               u"X 1/10002 Task 1 [0-4] worker_row=50001"_s,
                               u"X 1/10001 Task 1 [6-9] worker_row=50001"_s};
    QStringList found = eventsIn(traceOf(
        comparisonFrom({"evidence exact; T1[0-9]; W1: T1 run 0-4@1 lock 4-6#3T2 run 6-9@0"})));
    QVERIFY(found.size() > 3);
    QVERIFY2(found[3].startsWith(u"M 2/0 process_name name=1 "_s), qPrintable(found[3]));
    found[3] = expected[3];
    QCOMPARE(found, expected);
}

void TestChromeTrace::runsAreApart()
{
    const QStringList found = eventsIn(
        traceOf(comparisonFrom({"W1: T1 run 0-4@1", "W1: T1 run 0-4@0; W2: T2 run 1-2@1"})));
    QCOMPARE(found.filter(u"thread_name"_s).filter(u"worker"_s),
             (QStringList{u"M 2/50001 thread_name name=worker 1"_s,
                          u"M 3/50002 thread_name name=worker 1"_s,
                          u"M 3/50003 thread_name name=worker 2"_s}));
    QCOMPARE(found.filter(u"process_name"_s).size(), 3);
}

void TestChromeTrace::whatGoesOnEndsWithTheRecording()
{
    const QStringList found = eventsIn(traceOf(
        comparisonFrom({"with event-loop; T1[0-]; W1: T1 run 0-4@1; S: T1 io 4-; known 20"})));
    QCOMPARE(found.filter(u"e 2/2"_s),
             (QStringList{u"e 2/2 Task 1 [20]"_s, u"e 2/2 Task 1, io [20]"_s}));
}

void TestChromeTrace::lostCoresAreLeftOut()
{
    const QStringList found = eventsIn(traceOf(comparisonFrom({"W1: T1 run 0-4 run 5-6@0"})));
    QCOMPARE(found.filter(u"running"_s),
             (QStringList{u"X 2/50001 running [0-4]"_s, u"X 2/50001 running [5-6] core=0"_s}));
    QCOMPARE(coreRowsIn(found), (QStringList{u"X 1/10001 Task 1 [5-6] worker_row=50001"_s}));
}

void TestChromeTrace::aCoreHasOneWorkerAtATime()
{
    // Inferred slices may overlap: the later worker is the one that was seen there last.
    const QStringList found = eventsIn(traceOf(
        comparisonFrom({"W1: T1 run 0-4@0 run 6-8@0; W2: T2 run 3-6@0; W3: T3 run 6-7@1"})));
    QCOMPARE(coreRowsIn(found), (QStringList{u"X 1/10001 Task 1 [0-3] worker_row=50001"_s,
                                             u"X 1/10001 Task 2 [3-6] worker_row=50002"_s,
                                             u"X 1/10002 Task 3 [6-7] worker_row=50003"_s,
                                             u"X 1/10001 Task 1 [6-8] worker_row=50001"_s}));
}

void TestChromeTrace::namesThatNeedEscaping()
{
    Comparison comparison = comparisonFrom({"W1: T1 run 0-4@0"});
    comparison.runs[0].workers[0].name = "a\"b\\c\n\x01\xff ünï 🎻";
    comparison.runs[0].workers[0].pid = 7;
    comparison.runs[0].workers[0].tid = 8;
    const QStringList names = eventsIn(traceOf(comparison)).filter(u"tid 8"_s);
    QCOMPARE(names, QStringList(u"M 2/50001 thread_name name=a\"b\\c\n\u0001\ufffd ünï 🎻 "
                                "(pid 7, tid 8)"_s));
}

void TestChromeTrace::timesAreExact()
{
    Comparison comparison = comparisonFrom({"W1: T1 run 0-4@0"});
    Slice& slice = comparison.runs[0].workers[0].slices[0];
    slice.start = Nanoseconds(86'400'000'000'000'007);
    slice.end = slice.start + Nanoseconds(1);
    const QByteArray late = traceOf(comparison);
    QCOMPARE(late.count("\"ts\":86400000000000.007,\"dur\":0.001,"), 2);  // on its thread and core
    slice.start = Nanoseconds(-1'500);
    slice.end = Nanoseconds(-20);
    QVERIFY(traceOf(comparison).contains("\"ts\":-1.500,\"dur\":1.480,"));
}

void TestChromeTrace::nothingAtAll()
{
    const QJsonDocument trace = QJsonDocument::fromJson(traceOf({}));
    QVERIFY(trace.isObject());
    QCOMPARE(trace["displayTimeUnit"_L1].toString(), u"ns"_s);
    QCOMPARE(coreRowsIn(eventsIn(traceOf({}))), QStringList());
}

QTEST_APPLESS_MAIN(TestChromeTrace)
#include "tst_chrometrace.moc"
