#include "core/storage/exportfile.h"
#include "tests/support/fxtreader.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray traceOf(const Comparison& comparison)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto written = exportTo(buffer, comparison, ExportFormat::Fxt);
    return written ? bytes : QByteArray::fromStdString(written.error().message);
}

QStringList linesOf(const Comparison& comparison)
{
    return fxtText(traceOf(comparison));
}

Comparison comparisonFrom(std::initializer_list<std::string_view> runs)
{
    Comparison comparison;
    comparison.machine.cores = 2;
    for (const std::string_view run : runs)
        comparison.runs.push_back(recordingFrom(run));
    return comparison;
}

}  // namespace

/// A recording as a trace for Perfetto, read back word by word.
class TestFxtTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begins();
    void records();
    void coreRows();
    void howTheyLeave();
    void unknownCores();
    void longAndBrokenNames();
    void moreNamesThanTheTableHolds();
    void manySlicesComeInOrder();
};

void TestFxtTrace::begins()
{
    const QByteArray trace = traceOf({});
    QCOMPARE(trace.first(8), QByteArray::fromHex("1000044678541600"));
    QCOMPARE(fxtText(trace), (QStringList{u"magic"_s, u"provider 1 coreogram"_s, u"section 1"_s,
                                          u"ticks 1000000000"_s}));
}

void TestFxtTrace::records()
{
    Comparison comparison =
        comparisonFrom({"evidence exact; T1[0-9]; W1: T1 run 0-4@1 lock 4-6#3T2 run 6-9@0"});
    comparison.runs[0].start.mode = Mode::Parallel;
    comparison.runs[0].start.experiment.workload = "compute";
    QCOMPARE(
        linesOf(comparison).mid(4),
        (QStringList{u"process 2 1 parallel · compute"_s, u"begin 2/2 task Task 1 1000 id 1"_s,
                     u"end 2/2 task Task 1 1009 id 1"_s, u"thread 50001 worker 1 of 2"_s,
                     u"span 2/50001 part Task 1 1000-1009"_s,
                     u"span 2/50001 wait lock 1004-1006 lock=3 holder=2"_s,
                     u"core 1 at 1000: idle > 50001"_s, u"core 1 at 1004: 50001 blocked > idle"_s,
                     u"core 0 at 1006: idle > 50001"_s, u"core 0 at 1009: 50001 ended > idle"_s}));
}

void TestFxtTrace::coreRows()
{
    const QStringList lines = linesOf(comparisonFrom(
        {"W1: T1 run 0-4@0 ready 4-6 run 6-8@0; W2: T2 run 3-6@0", "W1: T1 run 20-21@300"}));
    QCOMPARE(
        lines.filter(u"core "_s),
        (QStringList{u"core 0 at 1000: idle > 50001"_s, u"core 0 at 1003: 50001 ready > 50002"_s,
                     u"core 0 at 1006: 50002 ended > idle"_s, u"core 0 at 1006: idle > 50001"_s,
                     u"core 0 at 1008: 50001 ended > idle"_s, u"core 300 at 1020: idle > 50003"_s,
                     u"core 300 at 1021: 50003 ended > idle"_s}));
}

void TestFxtTrace::howTheyLeave()
{
    const QStringList lines = linesOf(comparisonFrom(
        {"W1: T1 run 0-4@0 ready 4-6 run 6-8@0 io 8-9 run 9-10@1 - run 10-11@1 unseen 11-12"}));
    QStringList left;
    for (const QString& line : lines.filter(u"> idle"_s))
        left << line.section(u' ', 5, 5);
    QCOMPARE(left, (QStringList{u"ready"_s, u"blocked"_s, u"ready"_s, u"ended"_s}));
}

void TestFxtTrace::unknownCores()
{
    const QStringList lines = linesOf(comparisonFrom({"W1: T1 run 0-4 run 5-6@0"}));
    QCOMPARE(lines.filter(u"running"_s),
             (QStringList{u"span 2/50001 running running 1000-1004"_s}));
    QCOMPARE(lines.filter(u"core "_s).size(), 2);
}

void TestFxtTrace::longAndBrokenNames()
{
    Comparison comparison = comparisonFrom({"W1: T1 run 0-4@0"});
    comparison.runs[0].workers[0].name = "\xff" + std::string(9'997, 'x') + "ü";
    comparison.runs[0].start.command = {std::string(5'000, 'q') + "\xc3"};
    const QStringList lines = linesOf(comparison);
    QCOMPARE(lines.filter(u"thread "_s),
             QStringList(u"thread 50001 \ufffd"_s + QString(997, u'x') + u" of 2"_s));
    QCOMPARE(lines.filter(u"process "_s), QStringList(u"process 2 1 "_s + QString(998, u'q')));
}

void TestFxtTrace::moreNamesThanTheTableHolds()
{
    Comparison comparison = comparisonFrom({"T1[0-9]"});
    Recording& run = comparison.runs[0];
    constexpr std::size_t count = 33'000;  // the table of strings has 32,767
    run.tasks.assign(count, run.tasks[0]);
    for (std::size_t i = 0; i < count; ++i)
        run.tasks[i].id = static_cast<TaskId>(i + 1);
    const QStringList begun = linesOf(comparison).filter(u"begin "_s);
    QCOMPARE(begun.size(), static_cast<qsizetype>(count));
    for (std::size_t i = 0; i < count; ++i)
        QCOMPARE(begun[static_cast<qsizetype>(i)],
                 u"begin 2/2 task Task %1 1000 id %1"_s.arg(i + 1));
}

void TestFxtTrace::manySlicesComeInOrder()
{
    std::string text;
    for (int worker = 1; worker <= 5; ++worker) {
        text += "W" + std::to_string(worker) + ": T" + std::to_string(worker);
        for (int slice = 0; slice < 40; ++slice) {
            const int start = 5 * slice + worker - 1;
            text += " run " + std::to_string(start) + "-" + std::to_string(start + 1) + "@0";
        }
        text += "; ";
    }
    const QStringList changes = linesOf(comparisonFrom({text})).filter(u"core "_s);
    QCOMPARE(changes.size(), 2 * 5 * 40);
    int last = 0;
    for (const QString& change : changes) {
        const int time = change.section(u' ', 3, 3).chopped(1).toInt();
        QVERIFY2(time >= last, qPrintable(change));
        last = time;
    }
}

QTEST_APPLESS_MAIN(TestFxtTrace)
#include "tst_fxttrace.moc"
