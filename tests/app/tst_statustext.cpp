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
    QCOMPARE(observerText(comparison, {}), QString());  // not known before the end
    comparison.runs[0].summary.end = RunEnd::Done;      // 4 ms of 200 ms on two cores
    QCOMPARE(observerText(comparison, {}), QStringLiteral("observer 1.0 % of CPU"));
    QCOMPARE(observerText(comparison, 0.025),
             QStringLiteral("observer 1.0 % of CPU, window 2.5 %"));
}

void TestStatusText::tellsHowFarARunIs()
{
    Comparison comparison;
    QCOMPARE(progressOf(comparison, 5).share, 0.0);
    QCOMPARE(progressOf(comparison, 5).text, QStringLiteral("Starting…"));
    comparison.runs = {run(Mode::Sequential, RunEnd::Done), run(Mode::Concurrent, RunEnd::NotYet)};
    const RunProgress progress = progressOf(comparison, 5);
    QCOMPARE(progress.share, 0.3);  // one of five, and half of the second
    QCOMPARE(progress.text, QStringLiteral("Run 2 of 5: Concurrent, 1 of 2 tasks done"));
    QCOMPARE(progressOf(comparison, 1).share, 0.75);  // more runs than were expected
}

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_statustext.moc"
