#include "core/runner/repeats.h"
#include "core/runner/textcells.h"
#include "core/runner/texttable.h"
#include "core/runner/threadtable.h"
#include "tests/core/runner/textsamples.h"

#include <QTest>

namespace {

int widestLine(const std::string& text)
{
    int widest = 0;
    for (const QString& line : shown(text).split(u'\n'))
        widest = std::max(widest, displayWidth(line.toStdString()));
    return widest;
}

/// Three times the same plan, one after another in 40, 44 and 42 ms.
Comparison repeatedRuns()
{
    Comparison comparison;
    comparison.machine.cores = 2;
    for (const char* text :
         {"T1[0-40]; W1: T1 run 0-40", "T1[0-44]; W1: T1 run 0-44", "T1[0-42]; W1: T1 run 0-42"})
        comparison.runs.push_back(sampleRun(Mode::Sequential, text));
    return comparison;
}

}  // namespace

/// The table of a comparison.
class TestTextTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table();
    void observedProgram();
    void threads();
    void manyThreads();
    void threadsOfOurOwnAreNotListed();
    void withoutColumnsThatDoNotFit_data();
    void withoutColumnsThatDoNotFit();
    void inColourAndAscii();
    void repeatsGiveMedianAndSpread();
    void repeatsThatDisagreeAreInconclusive();
    void failedRepeatsDoNotCount();
    void groupsInOrder();
    void subjects_data();
    void subjects();
    void withoutAModeOrASequentialRun();
    void shortTimesHaveMoreDecimals();
    void problemsAreNamedOnce();
    void textFromOutsideIsShownNotObeyed();
    void noRuns();
};

// clang-format off
void TestTextTable::table()
{
    QCOMPARE(shown(textTable(threeRuns(), {.width = 120})), QStringLiteral(R"(2 tasks of compute, 20.0 ms each, on threads · 2 cores · Example 3000

run         real  user  sys  speedup  efficiency  in progress     running  verdict
              ms    ms   ms                        max (mean)  max (mean)
───────────────────────────────────────────────────────────────────────────────────────────────────
sequential  40.0  39.5  0.3    1.00×       100 %     1 (1.00)    1 (1.00)  neither
concurrent  40.0  39.5  0.3    1.00×       100 %     2 (1.75)    1 (1.00)  concurrent, not parallel
parallel    20.0  39.5  0.3    2.00×       100 %     1 (1.00)    2 (2.00)  parallel, not concurrent
)"));
}

void TestTextTable::observedProgram()
{
    QCOMPARE(shown(textTable(observedRun(), {.width = 100})), QStringLiteral(R"(/usr/bin/program -T2 'two words' · 2 cores · Example 3000

run      real  user  sys  in progress     running  verdict
           ms    ms   ms   max (mean)  max (mean)
──────────────────────────────────────────────────────────────────────────
program  40.0  57.3  1.7     3 (2.00)    2 (1.63)  concurrent and parallel
)"));
}

void TestTextTable::threads()
{
    QCOMPARE(shown(threadTable(observedRun().runs[0], {.width = 100})), QStringLiteral(R"(thread                     running     ready   blocked   unknown    slices
                                ms        ms        ms        ms
program 61                    28.0       2.0       2.0       0.0         2
program 62                    21.0       1.0      10.0       0.0         1
program 60                     8.0       0.0      32.0       0.0         2
child 70                       5.0       0.0       2.0       1.0         1
)"));
}

void TestTextTable::inColourAndAscii()
{
    Comparison comparison = threeRuns();
    comparison.runs.resize(1);
    const TextStyle style{
        .width = 90, .colours = ColourDepth::Indexed, .glyphs = Glyphs::Ascii};
    QCOMPARE(shown(textTable(comparison, style)), QStringLiteral("\033[1m2 tasks of compute, 20.0 ms each, on threads\033[0m - 2 cores - Example 3000\n"
"\n"
"\033[1mrun         real  user  sys  speedup  efficiency  in progress     running  verdict\033[0m\n"
"\033[2m              ms    ms   ms                        max (mean)  max (mean)\033[0m\n"
"\033[2m----------------------------------------------------------------------------------\033[0m\n"
"sequential  40.0  39.5  0.3    1.00x       100 %     1 (1.00)    1 (1.00)  neither\n"));
}
// clang-format on

void TestTextTable::manyThreads()
{
    Recording run = observedRun().runs[0];
    run.workers.resize(40, run.workers[0]);
    const std::string table = threadTable(run, {.width = 100});
    QCOMPARE(linesOf(table), 2 + 16 + 1);
    QVERIFY2(table.find("… and 24 more threads") != std::string::npos, table.c_str());
}

void TestTextTable::threadsOfOurOwnAreNotListed()
{
    QCOMPARE(threadTable(threeRuns().runs[0], {}), std::string());
    Recording without = observedRun().runs[0];
    without.workers.clear();
    QCOMPARE(threadTable(without, {}), std::string());
}

void TestTextTable::withoutColumnsThatDoNotFit_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("last");
    QTest::newRow("verdict in one word")
        << 90 << "run real user sys speedup efficiency in progress running verdict"
        << "parallel 20.0 39.5 0.3 2.00× 100 % 1 (1.00) 2 (2.00) parallel";
    QTest::newRow("no means") << 83
                              << "run real user sys speedup efficiency in progress running verdict"
                              << "parallel 20.0 39.5 0.3 2.00× 100 % 1 2 parallel";
    QTest::newRow("no efficiency") << 75 << "run real user sys speedup in progress running verdict"
                                   << "Left out, as there is no room for it: efficiency.";
    QTest::newRow("no sys") << 66 << "run real user speedup in progress running verdict"
                            << "Left out, as there is no room for it: efficiency, sys.";
    QTest::newRow("no user") << 60 << "run real speedup in progress running verdict"
                             << "Left out, as there is no room for it: efficiency, sys, user.";
}

void TestTextTable::withoutColumnsThatDoNotFit()
{
    QFETCH(int, width);
    const std::string text = textTable(threeRuns(), {.width = width});
    QVERIFY2(widestLine(text) <= width, text.c_str());
    const QStringList lines = shown(text).trimmed().split(u'\n');
    const auto headLine = std::ranges::find_if(
        lines, [](const QString& line) { return line.startsWith(QStringLiteral("run ")); });
    QVERIFY(headLine != lines.end());
    QTEST(headLine->simplified(), "head");
    QTEST(lines.last().simplified(), "last");
}

void TestTextTable::repeatsGiveMedianAndSpread()
{
    const QStringList lines = shown(textTable(repeatedRuns(), {.width = 120})).split(u'\n');
    QCOMPARE(lines.value(5).simplified(),
             QStringLiteral("sequential 42.0 39.5 0.3 1.00× 100 % 1 (1.00) 1 (1.00) neither"));
    QCOMPARE(lines.value(6).simplified(),
             QStringLiteral("3 repeats 40.0–44.0 39.5–39.5 0.3–0.3 0.95–1.05× 95–105 %"));
}

void TestTextTable::repeatsThatDisagreeAreInconclusive()
{
    Comparison comparison = repeatedRuns();
    comparison.runs[1] = sampleRun(Mode::Sequential, "T1[0-44]; W1: T1 run 0-44; W2: T1 run 0-44");
    comparison.runs[1].start.plan = comparison.runs[0].start.plan;
    const QString table = shown(textTable(comparison, {.width = 120}));
    QVERIFY2(table.contains(QStringLiteral("inconclusive")), qPrintable(table));
}

void TestTextTable::failedRepeatsDoNotCount()
{
    Comparison comparison = repeatedRuns();
    comparison.runs[1].summary.end = RunEnd::Failed;
    const QString table = shown(textTable(comparison, {.width = 120}));
    QVERIFY2(table.contains(QStringLiteral("2 repeats  40.0–42.0")), qPrintable(table));
}

void TestTextTable::groupsInOrder()
{
    Comparison comparison = threeRuns();
    comparison.runs.push_back(comparison.runs[1]);
    comparison.runs.push_back(comparison.runs[0]);
    const auto groups = groupRepeats(comparison);
    QCOMPARE(groups.size(), 3U);
    const auto run = [&](std::size_t i) -> const Recording* { return &comparison.runs[i]; };
    QCOMPARE(groups[0].runs, (std::vector{run(0), run(4)}));
    QCOMPARE(groups[1].runs, (std::vector{run(1), run(3)}));
    QCOMPARE(groups[2].runs, (std::vector{run(2)}));
    QCOMPARE(&groups[0].middle(), run(0));
}

void TestTextTable::subjects_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    const int threads = static_cast<int>(WorkerKind::Threads);
    QTest::newRow("compute") << "compute" << static_cast<int>(WorkerKind::Processes)
                             << "2 tasks of compute, 20.0 ms each, on processes";
    QTest::newRow("download") << "download" << static_cast<int>(WorkerKind::EventLoop)
                              << "2 tasks of download, on an event loop";
    QTest::newRow("append") << "append" << threads
                            << "2 tasks of append, 1,000,000 items each, on threads";
    QTest::newRow("global lock")
        << "tree" << static_cast<int>(WorkerKind::GlobalLock)
        << "2 tasks of tree, 20.0 ms each, on threads under one global lock (a model of CPython's)";
    QTest::newRow("of a later version") << "juggle" << threads << "2 tasks of juggle, on threads";
}

void TestTextTable::subjects()
{
    QFETCH(QString, workload);
    QFETCH(int, kind);
    QFETCH(QString, subject);
    Comparison comparison = threeRuns();
    comparison.runs[0].start.experiment.workload = workload.toStdString();
    comparison.runs[0].start.experiment.with = static_cast<WorkerKind>(kind);
    QVERIFY2(shown(textTable(comparison, {.width = 200}))
                 .startsWith(subject + QStringLiteral(" · 2 cores")),
             textTable(comparison, {.width = 200}).c_str());
}

void TestTextTable::withoutAModeOrASequentialRun()
{
    Comparison comparison = threeRuns();
    comparison.runs = {comparison.runs[1]};
    comparison.runs[0].start.mode.reset();
    const QStringList lines = shown(textTable(comparison, {.width = 120})).trimmed().split(u'\n');
    QCOMPARE(lines.last().simplified(),
             QStringLiteral("run 40.0 39.5 0.3 – – 2 (1.75) 1 (1.00) concurrent, not parallel"));
}

void TestTextTable::shortTimesHaveMoreDecimals()
{
    Comparison comparison;
    comparison.runs = {sampleRun(Mode::Sequential, "W1: T1 run 0-0.05")};
    comparison.runs[0].summary.userTime = std::chrono::microseconds(49);
    const QStringList lines = shown(textTable(comparison, {.width = 120})).trimmed().split(u'\n');
    QVERIFY2(lines.last().simplified().startsWith(QStringLiteral("sequential 0.050 0.049 0.270 ")),
             qPrintable(lines.last()));
}

void TestTextTable::problemsAreNamedOnce()
{
    Comparison comparison = repeatedRuns();
    for (Recording& run : comparison.runs)
        run.summary.end = RunEnd::NotYet;
    comparison.runs[2].summary = {.end = RunEnd::Failed, .message = "worker 1 was killed"};
    const QString table = shown(textTable(comparison, {.width = 120}));
    QVERIFY2(table.endsWith(QStringLiteral("Sequential: cut off before it ended\n"
                                           "Sequential: failed: worker 1 was killed\n")),
             qPrintable(table));
    QCOMPARE(table.count(QStringLiteral("cut off")), 1);
}

void TestTextTable::textFromOutsideIsShownNotObeyed()
{
    Comparison comparison = threeRuns();
    comparison.machine.model = "\033]0;title\007" + std::string(200, 'x');
    comparison.runs[0].start.experiment.workload = "\033[2J";
    comparison.runs[0].summary = {.end = RunEnd::Failed, .message = "\033[31m\n\033[1A"};
    const std::string table = textTable(comparison, {.width = 120});
    QVERIFY(table.find('\033') == std::string::npos);
    QVERIFY(table.find('\007') == std::string::npos);
    QVERIFY(widestLine(table) <= 120);
}

void TestTextTable::noRuns()
{
    QCOMPARE(textTable({}, {}), std::string("The recording has no runs.\n"));
}

QTEST_APPLESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
