#include "core/model/recording.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

/// What a recording says of itself; and that the text it is built from in tests is the same as the
/// text it is shown as.
class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void span_data();
    void span();
    void ends();
    void evidenceNames();
    void text_data();
    void text();
};

void TestRecording::span_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("wall");
    QTest::newRow("nothing") << std::string("known 7") << "0";
    QTest::newRow("one task") << std::string("T1[2-9]") << "9";
    QTest::newRow("the last stop") << std::string("T1[0-9] T2[1-8]") << "9";
    QTest::newRow("waste after the last stop") << std::string("T1[0-9]; known 20") << "9";
    QTest::newRow("still in progress") << std::string("T1[0-9] T2[3-]; known 20") << "20";
    QTest::newRow("never started") << std::string("T1[0-9] T2[]; known 20") << "9";
}

void TestRecording::span()
{
    QFETCH(std::string, recording);
    const Recording run = recordingFrom(recording);
    QCOMPARE(run.span().start, testOrigin);
    QTEST(QString::fromStdString(lengthText(run.wall())), "wall");
    QCOMPARE(run.span().length(), run.wall());
}

void TestRecording::ends()
{
    Recording run;
    QVERIFY(!run.hasEnded());
    for (const RunEnd end : {RunEnd::Done, RunEnd::Failed, RunEnd::Interrupted}) {
        run.summary.end = end;
        QVERIFY(run.hasEnded());
    }
}

void TestRecording::evidenceNames()
{
    for (const char* name : {"exact", "inferred", "sampled"}) {
        const auto evidence = evidenceNamed(name);
        QVERIFY(evidence);
        QVERIFY(nameOf(*evidence) == name);
    }
    QVERIFY(!evidenceNamed("guessed"));
}

void TestRecording::text_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::newRow("tasks") << std::string("T1[0-10] T2[5-20]failed T3[8-] T4[]");
    QTest::newRow("states") << std::string(
        "T1[0-40]\nW1: run 0-1@0 T1 run 1-10@0 ready 10-20.5 run 20.5-30@1 io 30-40 - queue "
        "40-41");
    QTest::newRow("parts") << std::string(
        "T1[0-10] T2[10-20]\nW1: T1 run 0-10 T2 run 10-20\nW2: T1.1 run 0-9 - join 9-10 T2.1 run "
        "10-19.000001");
}

void TestRecording::text()
{
    QFETCH(std::string, recording);
    QCOMPARE(QString::fromStdString(textOf(recordingFrom(recording))),
             QString::fromStdString(recording));
}

QTEST_APPLESS_MAIN(TestRecording)
#include "tst_recording.moc"
