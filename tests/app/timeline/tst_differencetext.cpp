#include "app/timeline/differencetext.h"
#include "app/timeline/paneltext.h"
#include "tests/support/recordingtext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

Recording runFrom(const std::string& text, RunEnd end = RunEnd::Done)
{
    Recording run = recordingFrom(text);
    run.summary.end = end;
    return run;
}

}  // namespace

/// What is said of the difference between two runs.
class TestDifferenceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentences_data();
    void sentences();
    void caveats();
    void panelText();
};

void TestDifferenceText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDifferenceText::sentences_data()
{
    QTest::addColumn<Recording>("before");
    QTest::addColumn<Recording>("now");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const Recording& before, const Recording& now,
                        const char* headline, const char* sentence) {
        QTest::newRow(name) << before << now << QString::fromUtf8(headline)
                            << QString::fromUtf8(sentence);
    };
    const Recording slow = runFrom("W1: T1 run 0-420 ready 420-800 run 800-840");
    const Recording fast = runFrom("W1: T1 run 0-428");
    row("faster", slow, fast, "412 ms faster (0.51×)", "412 ms faster (0.51×): 380 ms less ready");
    row("slower", fast, slow, "412 ms slower (1.96×)", "412 ms slower (1.96×): 380 ms more ready");
    row("the same", fast, fast, "the same within 1 %", "the same within 1 %");
    row("a little is no difference", runFrom("W1: T1 run 0-400"), runFrom("W1: T1 run 0-403"),
        "the same within 1 %", "the same within 1 %");
    row("a hundredth is one", runFrom("W1: T1 run 0-400"), runFrom("W1: T1 run 0-405"),
        "5.00 ms slower (1.01×)", "5.00 ms slower (1.01×): 5.00 ms more running");
    row("nothing was done", runFrom("T1[0-0]"), runFrom("T1[0-0]"), "the same within 1 %",
        "the same within 1 %");
    row("more blocked", runFrom("W1: T1 run 0-10"), runFrom("W1: T1 run 0-10 io 10-20"),
        "10.0 ms slower (2.00×)", "10.0 ms slower (2.00×): 10.0 ms more blocked");
    row("it goes on", slow, runFrom("W1: T1 run 0-100", RunEnd::NotYet), "",
        "The difference is known once the run has ended.");
    row("it was stopped", slow, runFrom("W1: T1 run 0-100", RunEnd::Interrupted), "",
        "This run has not done all of its work: the times are not of the same.");
    row("the other failed", runFrom("W1: T1 run 0-100", RunEnd::Failed), fast, "",
        "The other run has not done all of its work: the times are not of the same.");
}

void TestDifferenceText::sentences()
{
    QFETCH(const Recording, before);
    QFETCH(const Recording, now);
    QTEST(headlineOfDifference(before, now), "headline");
    QTEST(sentenceOfDifference(before, now), "sentence");
}

void TestDifferenceText::caveats()
{
    const QString noise =
        QStringLiteral("Each was measured once: how much such runs vary is not known.");
    const Recording run = runFrom("W1: T1 run 0-10");
    QCOMPARE(caveatsOf(run, run), QStringList{noise});
    Recording other = runFrom("W1: T1 run 0-10 unseen 10-12\nevidence exact");
    other.start.experiment.tasks = 3;
    other.start.experiment.taskLength = 20ms;
    QCOMPARE(caveatsOf(other, run),
             (QStringList{
                 QStringLiteral("The other run's work was not the same: 3 tasks of 20.0 ms · "
                                "compute."),
                 QStringLiteral("The evidence is not of one kind: inferred, and exact of the other "
                                "run."),
                 QStringLiteral("What workers did for 2.00 ms is not known: records were lost."),
                 noise}));
}

void TestDifferenceText::panelText()
{
    PanelText text;
    text.headline = QStringLiteral("265,789 additions lost");
    text.hint = QStringLiteral("hint");
    const PanelText before = text;
    addDifference(text, {});
    QVERIFY(text == before);
    addDifference(text, {QStringLiteral("5 ms faster"), QStringLiteral("5 ms faster: why")});
    QCOMPARE(text.headline, QStringLiteral("265,789 additions lost · 5 ms faster"));
    QVERIFY(text.hint.endsWith(QStringLiteral("5 ms faster: why.")));
}

QTEST_APPLESS_MAIN(TestDifferenceText)
#include "tst_differencetext.moc"
