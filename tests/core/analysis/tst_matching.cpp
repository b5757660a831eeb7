#include "core/analysis/matching.h"

#include <QStringList>
#include <QTest>

using namespace std::chrono_literals;

namespace {

Recording planned(std::optional<Mode> mode, int inProgress, int split, int cores)
{
    Recording run;
    run.start.mode = mode;
    run.start.plan = {.inProgress = inProgress, .split = split, .cores = cores};
    return run;
}

Recording observed(std::vector<std::string> command)
{
    Recording run;
    run.start.command = std::move(command);
    return run;
}

const Recording sequential = planned(Mode::Sequential, 1, 1, 1);
const Recording concurrent = planned(Mode::Concurrent, 4, 1, 1);
const Recording both = planned(Mode::Both, 4, 1, 2);

template <typename Change>
Recording changed(Recording run, Change change)
{
    change(run.start);
    return run;
}

/// "1 - 0~": the matched runs, `~` where only the plan is the same.
QString text(const std::vector<std::optional<RunMatch>>& matches)
{
    QStringList words;
    for (const auto& match : matches)
        words << (match ? QString::number(match->run) + (match->likeness == Likeness::SamePlan
                                                             ? QStringLiteral("~")
                                                             : QString())
                        : QStringLiteral("-"));
    return words.join(u' ');
}

}  // namespace

/// Which run of one recording is the same as which of another.
class TestMatching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void whatMakesNoDifference();
    void whatMakesOne_data();
    void whatMakesOne();
    void programs();
};

void TestMatching::matches_data()
{
    QTest::addColumn<std::vector<Recording>>("runs");
    QTest::addColumn<std::vector<Recording>>("others");
    QTest::addColumn<QString>("expected");
    using Runs = std::vector<Recording>;
    const auto row = [](const char* name, const Runs& runs, const Runs& others,
                        const char* expected) {
        QTest::newRow(name) << runs << others << QString::fromUtf8(expected);
    };
    const Recording longer =
        changed(sequential, [](RunStart& start) { start.experiment.taskLength = 1s; });
    const Recording unnamed = changed(sequential, [](RunStart& start) { start.mode = {}; });
    const Recording parallelOnOneCore = planned(Mode::Parallel, 1, 1, 1);
    row("in another order", {sequential, concurrent, both}, {both, sequential, concurrent},
        "1 2 0");
    row("nothing to match", {sequential}, {}, "-");
    row("another plan", {sequential, both}, {concurrent, both}, "- 1");
    row("repeats in their order", {both, both, both}, {sequential, both, both}, "1 2 -");
    row("the same amounts come first", {sequential, longer}, {longer, sequential}, "1 0");
    row("other amounts, for want of the same", {longer}, {sequential}, "0~");
    row("a plan without a name", {unnamed}, {sequential}, "0");
    row("the same name comes first", {sequential}, {parallelOnOneCore, sequential}, "1");
    row("each only once", {longer, sequential}, {sequential}, "- 0");
}

void TestMatching::matches()
{
    QFETCH(const std::vector<Recording>, runs);
    QFETCH(const std::vector<Recording>, others);
    QTEST(text(matchRuns(runs, others)), "expected");
}

void TestMatching::whatMakesNoDifference()
{
    const Recording elsewhere = changed(both, [](RunStart& start) {
        start.experiment.urls = "addresses.txt";
        start.experiment.pictures = "kept";
        start.experiment.workers = 7;  // the plan is what they came to
        start.origin = 5s;
    });
    QCOMPARE(likenessOf(both.start, elsewhere.start), Likeness::SameWork);
}

void TestMatching::whatMakesOne_data()
{
    QTest::addColumn<Recording>("other");
    QTest::addColumn<bool>("isSamePlan");
    const auto row = [](const char* name, bool isSamePlan, auto change) {
        QTest::newRow(name) << changed(both, change) << isSamePlan;
    };
    row("in progress", false, [](RunStart& start) { start.plan.inProgress = 3; });
    row("split", false, [](RunStart& start) { start.plan.split = 2; });
    row("cores", false, [](RunStart& start) { start.plan.cores = 3; });
    row("with", false, [](RunStart& start) { start.plan.with = WorkerKind::Processes; });
    row("workload", false, [](RunStart& start) { start.experiment.workload = "sleep"; });
    row("tasks", true, [](RunStart& start) { start.experiment.tasks = 9; });
    row("settings", true, [](RunStart& start) { start.experiment.settings[Setting::Items] = 17; });
}

void TestMatching::whatMakesOne()
{
    QFETCH(const Recording, other);
    QFETCH(const bool, isSamePlan);
    QCOMPARE(likenessOf(both.start, other.start), isSamePlan ? Likeness::SamePlan : Likeness::None);
}

void TestMatching::programs()
{
    const Recording xz = observed({"/usr/bin/xz", "-T2", "file"});
    const Recording other = observed({"xz", "-T1", "file"});
    const Recording gzip = observed({"gzip", "file"});
    QCOMPARE(text(matchRuns({xz, gzip, both}, {other, xz})), QStringLiteral("1 - -"));
    QCOMPARE(likenessOf(xz.start, other.start), Likeness::SamePlan);
    QCOMPARE(likenessOf(xz.start, gzip.start), Likeness::None);
    QCOMPARE(likenessOf(xz.start, both.start), Likeness::None);
}

QTEST_APPLESS_MAIN(TestMatching)
#include "tst_matching.moc"
