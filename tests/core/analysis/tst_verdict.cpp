#include "core/analysis/verdict.h"
#include "tests/support/recordingtext.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// "50.0 % mean 1.500 max 2"
QString text(const Share& share)
{
    return QStringLiteral("%1 % mean %2 max %3")
        .arg(share.share * 100, 0, 'f', 1)
        .arg(share.mean, 0, 'f', 3)
        .arg(share.max);
}

const char* const sequential = "W1: T1 run 0-10 T2 run 10-20";
const char* const concurrent = "T1[0-20] T2[0-20]\n"
                               "W1: T1 run 0-10 ready 10-20; W2: T2 ready 0-10 run 10-20";
const char* const parallel = "W1: T1.0 run 0-10; W2: T1.1 run 0-10";
const char* const both = "W1: T1 run 0-10; W2: T2 run 0-10";

}  // namespace

/// Judging a run by its recording.
class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thresholds_data();
    void thresholds();
    void shares_data();
    void shares();
    void verdicts_data();
    void verdicts();
    void observedPrograms_data();
    void observedPrograms();
    void momentsDoNotCountAsTheMaximum();
    void judgesTheRecordingNotThePlan();
    void names();
};

void TestVerdict::thresholds_data()
{
    QTest::addColumn<double>("concurrency");
    QTest::addColumn<double>("parallelism");
    QTest::addColumn<QString>("verdict");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto row = [](const char* name, double concurrency, double parallelism,
                        const char* verdict) {
        QTest::newRow(name) << concurrency << parallelism << QString::fromUtf8(verdict);
    };
    row("none", 0, 0, "neither");
    row("all", 1, 1, "both");
    row("concurrent", 1, 0, "concurrent");
    row("parallel", 0, 1, "parallel");
    row("just below the doubt", 0.0199, 0.0199, "neither");
    row("just above the doubt", 0.1001, 0.1001, "both");
    row("the doubt begins, concurrency", 0.02, 0, "inconclusive");
    row("the doubt begins, parallelism", 0, 0.02, "inconclusive");
    row("around the threshold", 0.05, 0.05, "inconclusive");
    row("the doubt ends, concurrency", 0.10, 1, "inconclusive");
    row("the doubt ends, parallelism", 1, 0.10, "inconclusive");
    row("no number", nan, 0, "inconclusive");
    row("no number either", 0, nan, "inconclusive");
}

void TestVerdict::thresholds()
{
    QFETCH(double, concurrency);
    QFETCH(double, parallelism);
    QTEST(text(nameOf(verdictFor(concurrency, parallelism))), "verdict");
}

void TestVerdict::shares_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("concurrency");
    QTest::addColumn<QString>("parallelism");
    const auto row = [](const char* name, const char* recording, const char* concurrency,
                        const char* parallelism) {
        QTest::newRow(name) << std::string(recording) << QString::fromUtf8(concurrency)
                            << QString::fromUtf8(parallelism);
    };
    row("sequential", sequential, "0.0 % mean 1.000 max 1", "0.0 % mean 1.000 max 1");
    row("concurrent", concurrent, "100.0 % mean 2.000 max 2", "0.0 % mean 1.000 max 1");
    row("parallel", parallel, "0.0 % mean 1.000 max 1", "100.0 % mean 2.000 max 2");
    row("both", both, "100.0 % mean 2.000 max 2", "100.0 % mean 2.000 max 2");
    row("half of it", "W1: T1 run 0-10; W2: T2 run 5-10", "50.0 % mean 1.500 max 2",
        "50.0 % mean 1.500 max 2");
    row("wall time begins at the origin", "W1: T1 run 10-20; W2: T2 run 10-20",
        "50.0 % mean 1.000 max 2", "100.0 % mean 2.000 max 2");
    row("parallelism is of the time in which any runs",
        "W1: T1 run 0-4 sleep 4-16 run 16-20; W2: T2 run 2-4 sleep 4-20", "90.0 % mean 1.900 max 2",
        "25.0 % mean 1.250 max 2");
    row("nothing", "", "0.0 % mean 0.000 max 0", "0.0 % mean 0.000 max 0");
    row("no time", "T1[0-0]; known 5", "0.0 % mean 0.000 max 0", "0.0 % mean 0.000 max 0");
}

void TestVerdict::shares()
{
    QFETCH(std::string, recording);
    const Judgement judged = judge(recordingFrom(recording));
    QTEST(text(judged.concurrency), "concurrency");
    QTEST(text(judged.parallelism), "parallelism");
}

void TestVerdict::verdicts_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& recording, const char* verdict,
                        const char* reason = "") {
        QTest::newRow(name) << recording << QString::fromUtf8(verdict) << QString::fromUtf8(reason);
    };
    row("sequential", sequential, "neither");
    row("concurrent", concurrent, "concurrent");
    row("parallel", parallel, "parallel");
    row("both", both, "both");
    row("still going on", "T1[0-] T2[0-]; W1: T1 run 0-9; W2: T2 run 0-9; known 10", "both");

    const char* const noTask = "No task was seen running on a core.";
    row("nothing", "", "inconclusive", noTask);
    row("no wall time", "T1[0-0]; known 5", "inconclusive", noTask);
    row("never on a core", "T1[0-9] T2[0-9]; W1: T1 sleep 0-9; W2: T2 sleep 0-9", "inconclusive",
        noTask);
    row("on a core, but for no task", "W1: run 0-9", "inconclusive", noTask);

    row("one is lost", std::string(both) + "; lost 1", "inconclusive", "1 record was lost.");
    row("two are lost", std::string(both) + "; lost 2", "inconclusive", "2 records were lost.");

    row("hardly concurrent", "T1[0-100] T2[0-3]; W1: T1 run 0-100", "inconclusive",
        "The concurrency share is 3.0 %; from 2 % to 10 % it does not decide.");
    row("hardly parallel", "W1: T1.0 run 0-100; W2: T1.1 run 0-9.96", "inconclusive",
        "The parallelism share is 10.0 %; from 2 % to 10 % it does not decide.");
    row("a little of neither", "W1: T1 run 0-100; W2: T2 run 0-1.9", "neither");

    // Below 100 µs a gap is not seen: overlaps up to twice as long may be two workers' turns.
    const char* const shortOverlaps =
        "Workers ran at the same time only for moments shorter than 200 µs, in which inferred "
        "evidence cannot tell this from taking turns.";
    row("a short run", "W1: T1.0 run 0-0.15; W2: T1.1 run 0-0.15", "inconclusive", shortOverlaps);
    row("a longer one", "W1: T1.0 run 0-0.2; W2: T1.1 run 0-0.2", "parallel");
    row("a short run of one worker", "W1: T1 run 0-0.01", "neither");
    row("many short overlaps",
        "W1: T1.0 run 0-1; W2: T1.1 run 0-0.15 io 0.15-0.3 run 0.3-0.45 io 0.45-1", "inconclusive",
        shortOverlaps);
    row("too little is sure",
        "W1: T1.0 run 0-4; W2: T1.1 run 0-0.1 io 0.1-0.5 run 0.5-0.8 io 0.8-1 run 1-1.1",
        "inconclusive", shortOverlaps);
    row("exact evidence sees them", "evidence exact; W1: T1.0 run 0-0.15; W2: T1.1 run 0-0.15",
        "parallel");
    row("sampled evidence sees less", "evidence sampled; W1: T1.0 run 0-7.9; W2: T1.1 run 0-7.9",
        "inconclusive",
        "Workers ran at the same time only for moments shorter than 8000 µs, in which sampled "
        "evidence cannot tell this from taking turns.");
    row("sampled evidence suffices", "evidence sampled; W1: T1.0 run 0-8; W2: T1.1 run 0-8",
        "parallel");
}

void TestVerdict::verdicts()
{
    QFETCH(std::string, recording);
    const Judgement judged = judge(recordingFrom(recording));
    QTEST(text(nameOf(judged.verdict)), "verdict");
    QTEST(text(judged.reason), "reason");
}

void TestVerdict::observedPrograms_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& recording, const char* verdict,
                        const char* reason = "") {
        QTest::newRow(name) << "observed; " + recording << QString::fromUtf8(verdict)
                            << QString::fromUtf8(reason);
    };
    const std::string exact = "evidence exact; ";
    const std::string sampled = "evidence sampled; ";
    const std::string turns = "W1: run 0-10 lock 10-20 run 20-30 lock 30-40;"
                              "W2: lock 0-10 run 10-20 lock 20-30 run 30-40";
    row("one thread", exact + "W1: run 0-100", "neither");
    row("another only waits", exact + "W1: join 0-100; W2: run 0-100", "neither");
    row("commands one after another",
        exact + "W1: run 0-0.1 join 0.1-50 run 50-50.1 join 50.1-100;"
                "W2: run 0.1-50; W3: run 50.1-100",
        "neither");
    row("too short", exact + "W1: run 0-39; W2: run 0-39", "inconclusive",
        "It ran for less than 40 ms, too short to tell what was in progress at the same time.");
    row("another hardly runs", exact + "W1: run 0-100; W2: sleep 0-50 run 50-50.04 sleep 50.04-100",
        "neither");
    row("turns", exact + turns, "concurrent");
    row("at the same time", exact + "W1: join 0-100; W2: run 0-100; W3: run 0-100", "both");
    row("one after another", exact + "W1: run 0-50; W2: run 50-100", "neither");
    row("an ended thread does not count", exact + "W1: run 0-50 sleep 50-100; W2: run 50-100",
        "inconclusive", "The concurrency share is 10.0 %; from 2 % to 10 % it does not decide.");
    row("lost", exact + turns + "; lost 3", "inconclusive", "3 records were lost.");
    const char* const nothing = "Nothing was seen running on a core long enough.";
    row("nothing", exact, "inconclusive", nothing);
    row("nothing that is known", exact + "W1: unseen 0-50", "inconclusive", nothing);
    row("nothing long enough", exact + "W1: run 0-0.04 sleep 0.04-20", "inconclusive", nothing);

    const char* const tooNear = "Workers ran within 8 ms of one another, in which sampled evidence "
                                "cannot tell taking turns from running at the same time.";
    row("sampled turns", sampled + turns, "inconclusive", tooNear);
    row("sampled turns far apart",
        sampled + "W1: run 0-6 sleep 6-40 run 40-46 sleep 46-60;"
                  "W2: sleep 0-15 run 15-20 sleep 20-55 run 55-60",
        "concurrent");
    row("sampled, one thread", sampled + "W1: run 0-100; W2: join 0-100", "neither");
    row("sampled, at the same time", sampled + "W1: run 0-100; W2: run 0-100", "both");
}

void TestVerdict::observedPrograms()
{
    verdicts();
}

void TestVerdict::momentsDoNotCountAsTheMaximum()
{
    const auto most = [](const char* text) { return judge(recordingFrom(text)).parallelism.max; };
    QCOMPARE(most("W1: T1.0 run 0-4; W2: T1.1 run 0-0.15"), 1);
    QCOMPARE(most("W1: T1.0 run 0-4; W2: T1.1 run 0-0.2"), 2);
    QCOMPARE(most("evidence exact; W1: T1.0 run 0-4; W2: T1.1 run 0-0.15"), 2);
}

void TestVerdict::judgesTheRecordingNotThePlan()
{
    Recording run = recordingFrom(sequential);
    run.start.mode = Mode::BothSplit;
    run.start.plan = {4, 4, 4, WorkerKind::Processes};
    QCOMPARE(judge(run).verdict, Verdict::Neither);
}

void TestVerdict::names()
{
    QCOMPARE(text(nameOf(Verdict::Neither)), QStringLiteral("neither"));
    QCOMPARE(text(nameOf(Verdict::Concurrent)), QStringLiteral("concurrent"));
    QCOMPARE(text(nameOf(Verdict::Parallel)), QStringLiteral("parallel"));
    QCOMPARE(text(nameOf(Verdict::Both)), QStringLiteral("both"));
    QCOMPARE(text(nameOf(Verdict::Inconclusive)), QStringLiteral("inconclusive"));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
