#include "app/shell/statustext.h"
#include "tests/support/recordingtext.h"

#include <QLocale>
#include <QTest>

namespace {

using std::chrono::milliseconds;

Recording run(Mode mode, RunEnd end)
{
    Recording recording = recordingFrom("T1[0-100] T2[50-];W1: T1 run 0-100;W2: T2 run 50-200");
    recording.start.mode = mode;
    recording.summary.end = end;
    return recording;
}

}  // namespace

class TestStatusText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void namesTheEvidence();
    void namesWhatObservingCost();
    void tellsHowFarARunIs();
    void tellsHowFarAProgramIs();
    void findsTheCommandInANote_data();
    void findsTheCommandInANote();
};

void TestStatusText::namesTheEvidence()
{
    Comparison comparison;
    QCOMPARE(evidenceText(comparison), QString());
    comparison.runs = {run(Mode::Sequential, RunEnd::NotYet)};
    QCOMPARE(evidenceText(comparison),
             QStringLiteral("inferred: each worker noticed its own gaps"));
    comparison.runs[0].start.evidence = Evidence::Exact;
    QCOMPARE(evidenceText(comparison), QStringLiteral("exact: the kernel's scheduling record"));
}

void TestStatusText::namesWhatObservingCost()
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs = {run(Mode::Sequential, RunEnd::NotYet)};
    comparison.runs[0].summary.observerTime = milliseconds(4);
    QCOMPARE(observerText(comparison), QString());  // not known before the end
    comparison.runs[0].summary.end = RunEnd::Done;  // 4 ms of 200 ms on two cores
    QCOMPARE(observerText(comparison), QStringLiteral("observer 1.0 % of CPU"));
}

void TestStatusText::tellsHowFarARunIs()
{
    Comparison comparison;
    QCOMPARE(progressOf(comparison, 5).share.value(), 0.0);
    QCOMPARE(progressOf(comparison, 5).text, QStringLiteral("Starting…"));
    comparison.runs = {run(Mode::Sequential, RunEnd::Done), run(Mode::Concurrent, RunEnd::NotYet)};
    const RunProgress progress = progressOf(comparison, 5);
    QCOMPARE(progress.share.value(), 0.3);  // one of five, and half of the second
    QCOMPARE(progress.text, QStringLiteral("Run 2 of 5: Concurrent, 1 of 2 tasks done"));
    comparison.runs[0].start.mode.reset();  // a study's runs differ by their workers
    comparison.runs[1].start.mode.reset();
    comparison.runs[0].start.plan.inProgress = 1;
    comparison.runs[1].start.plan.inProgress = 4;
    QCOMPARE(progressOf(comparison, 5).text,
             QStringLiteral("Run 2 of 5: Run with 4 workers, 1 of 2 tasks done"));
    QCOMPARE(progressOf(comparison, 1).share.value(), 0.75);  // more runs than were expected
}

void TestStatusText::tellsHowFarAProgramIs()
{
    Comparison comparison;
    comparison.runs = {recordingFrom("observed;W1: - run 0-100;W2: - run 50-200")};
    comparison.runs[0].start.command = {"/usr/bin/xz", "-T2"};
    const RunProgress progress = progressOf(comparison, 1);
    QVERIFY(!progress.share);  // nobody knows
    QVERIFY2(progress.text.contains(QStringLiteral("Observing xz: 2 threads")),
             qPrintable(progress.text));
}

void TestStatusText::findsTheCommandInANote_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("command");
    const auto row = [](const char* name, const char* note, const char* command) {
        QTest::newRow(name) << QString::fromUtf8(note) << QString::fromUtf8(command);
    };
    row("none", "the kernel keeps its record to itself", "");
    row("at the end", "it is closed; to open it: sudo sysctl a.b=2", "sudo sysctl a.b=2");
    row("with a full stop", "To open it: sudo sysctl a.b=2.", "sudo sysctl a.b=2");
    row("between quotes", "“sudo sysctl -w a.b=2” opens it", "sudo sysctl -w a.b=2");
    row("without sudo", "it takes sysctl a.b=2", "sysctl a.b=2");
}

void TestStatusText::findsTheCommandInANote()
{
    QFETCH(const QString, note);
    QFETCH(const QString, command);
    QCOMPARE(commandIn(note), command);
}

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_statustext.moc"
