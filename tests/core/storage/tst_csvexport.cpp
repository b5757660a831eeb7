#include "core/storage/csvexport.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray csvOf(const Comparison& comparison)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCsv(comparison, buffer);
    return written ? bytes : QByteArray::fromStdString(written.error().message);
}

/// A device that has no room.
class FullDevice : public QIODevice {
protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override
    {
        setErrorString(u"no room"_s);
        return -1;
    }
};

constexpr char head[] = "kind,worker,pid,tid,core,task,start_ns,stop_ns,reason\n";

}  // namespace

/// The table of intervals is as cli.md has it: other programs rely on it.
class TestCsvExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines();
    void observed();
    void suspensions();
    void sameBytesEachTime();
    void tellsWhatTheDeviceSays();
};

void TestCsvExport::lines()
{
    Comparison comparison;
    comparison.runs.push_back(recordingFrom("T1[0-9] T2[8-]; W1: T1 run 0-4@1 ready 4-6 run 6-9 - "
                                            "queue 9-10; W2: T2.1 run 8-10@0"));
    comparison.runs[0].workers[0].pid = 7;
    comparison.runs[0].workers[0].tid = 8;
    QCOMPARE(csvOf(comparison), head + "task,,,,,1,1000000000,1009000000,\n"
                                       "task,,,,,2,1008000000,,\n"
                                       "slice,1,7,8,1,1,1000000000,1004000000,\n"
                                       "wait,1,7,8,,1,1004000000,1006000000,ready\n"
                                       "slice,1,7,8,,1,1006000000,1009000000,\n"
                                       "wait,1,7,8,,,1009000000,1010000000,queue\n"
                                       "slice,2,0,0,0,2,1008000000,1010000000,\n"_ba);
    QCOMPARE(csvOf({}), QByteArray(head));
}

void TestCsvExport::observed()
{
    Comparison comparison;
    comparison.runs.push_back(built(sampleFrames()).runs[2]);
    QCOMPARE(csvOf(comparison), head + "wait,1,300,300,,,1000000000,1001000000,ready\n"
                                       "slice,1,300,300,1,,1001000000,1004000000,\n"
                                       "wait,1,300,300,,,1004000000,1011000000,io\n"
                                       "slice,1,300,300,1,,1011000000,1013000000,\n"
                                       "wait,2,300,301,,,1006000000,1007000000,ready\n"
                                       "slice,2,300,301,0,,1007000000,1009000000,\n"
                                       "wait,2,300,301,,,1012000000,1014000000,ready\n"_ba);
}

void TestCsvExport::suspensions()
{
    Comparison comparison;
    comparison.runs.push_back(recordingFrom("with event-loop; T1[0-9] T2[0-]; W1: T1 run 0-4@1; "
                                            "S: T1 io 4-7 ready 7-9 T2 sleep 1-"));
    QCOMPARE(csvOf(comparison), head + "task,,,,,1,1000000000,1009000000,\n"
                                       "wait,,,,,1,1004000000,1007000000,io\n"
                                       "wait,,,,,1,1007000000,1009000000,ready\n"
                                       "task,,,,,2,1000000000,,\n"
                                       "wait,,,,,2,1001000000,,sleep\n"
                                       "slice,1,0,0,1,1,1000000000,1004000000,\n"_ba);
}

void TestCsvExport::sameBytesEachTime()
{
    const QByteArray first = csvOf(built(sampleFrames()));
    QVERIFY(first.count('\n') > 10);
    QCOMPARE(csvOf(built(sampleFrames())), first);
}

void TestCsvExport::tellsWhatTheDeviceSays()
{
    FullDevice device;
    device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    const auto written = writeCsv({}, device);
    QVERIFY(!written);
    QCOMPARE(QString::fromStdString(written.error().message), u"no room"_s);
}

QTEST_APPLESS_MAIN(TestCsvExport)
#include "tst_csvexport.moc"
