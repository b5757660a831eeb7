#include "core/runner/textcells.h"
#include "core/runner/texttimeline.h"
#include "core/runner/timelinerows.h"
#include "tests/core/runner/textsamples.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr char letterOf(RowCell cell) noexcept
{
    return " RmlriLqsj?/"[static_cast<std::size_t>(cell)];
}

/// The rows of a recording over `columns` columns of 10 ms as letters: Running, running much and
/// little, ready, i/o, Lock, queue, sleep, join, ?.
QString rowsText(std::string_view recording, int columns)
{
    const Recording run = recordingFrom(recording);
    QStringList rows;
    for (const TimelineRow& row :
         timelineRows(run, {{testOrigin, testOrigin + columns * 10ms}, columns}, 16)) {
        QString text;
        for (const RowCell cell : row.cells)
            text += QLatin1Char(letterOf(cell));
        rows << text;
    }
    return rows.join(u'|');
}

Comparison comparisonOf(Recording run)
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs.push_back(std::move(run));
    return comparison;
}

/// `count` tasks of 1 ms, one after another.
Recording manyTasks(int count)
{
    Recording run = sampleRun(Mode::Sequential, "T" + std::to_string(count) + "[]");
    Worker worker;
    worker.id = WorkerId(1);
    for (Task& task : run.tasks) {
        task.start = testOrigin + (number(task.id) - 1) * 1ms;
        task.stop = *task.start + 1ms;
        task.outcome = Outcome::Done;
        worker.slices.push_back({*task.start, *task.stop, task.id, PartId(0), 0});
    }
    run.workers = {worker};
    run.knownUntil = *run.tasks.back().stop;
    return run;
}

}  // namespace

/// The timelines of a comparison as text, and the geometry below them.
class TestTextTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeline();
    void observedProgram();
    void observedProgramThatFailed();
    void inColour();
    void rows_data();
    void rows();
    void groups_data();
    void groups();
    void columnsCoverTheRange_data();
    void columnsCoverTheRange();
    void counts_data();
    void counts();
    void tenThousandTasks();
    void fitsTheWidth_data();
    void fitsTheWidth();
    void unfinishedAndFailed();
    void failuresAreListedOnlySoFar();
    void theMiddleRepeatIsDrawn();
    void moreThanNine();
    void nothingRecorded();
};

// clang-format off
void TestTextTimeline::timeline()
{
    QCOMPARE(shown(textTimeline(threeRuns(), {.width = 53})), QStringLiteral(R"(Sequential · 40.0 ms · 1.00×
  neither: 1 in progress, 1 running
1 worker, one task after another
     Task 1 │████████████████████┊
     Task 2 │                    ████████████████████
in progress │1111111111111111111111111111111111111111
    running │1111111111111111111111111111111111111111

Concurrent · 40.0 ms · 1.00×
  concurrent, not parallel: 2 in progress, 1 running
2 workers take turns on 1 core
     Task 1 │██████████░░░░░░░░░░██████████
     Task 2 │░░░░░░░░░░██████████░░░░░░░░░░██████████
in progress │2222222222222222222222222222221111111111
    running │1111111111111111111111111111111111111111

Parallel · 20.0 ms · 2.00×
  parallel, not concurrent: 1 in progress, 2 running
one task at a time, split across 2 workers on 2 cores
     Task 1 │██████████          ┊
     Task 2 │          ██████████┊
in progress │11111111111111111111┊
    running │22222222222222222222┊

            └────────────────────┴───────────────────
             0                   20 ms
█ running   ░ ready, waiting for a core
a column is 1.00 ms · evidence: inferred, from gaps
  that the workers noticed
  Coreogram itself took 0.0 % of the machine
)"));
}

void TestTextTimeline::observedProgram()
{
    QCOMPARE(shown(textTimeline(observedRun(), {.width = 53})), QStringLiteral(R"(program · 40.0 ms
  concurrent and parallel: 3 in progress, 2 running
2 processes with 4 threads on 2 cores
 program 60 │████jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj████
 program 61 │    ░░████████████████████████╳╳████
 program 62 │    ░█████████████████████┈┈┈┈┈┈┈┈┈┈
   child 70 │                    ┊         ╱█████??
in progress │1111222222222222222222222222223333332211
    running │1111012222222222222222222211110122221111

            └────────────────────┴───────────────────
             0                   20 ms
█ running   ░ ready, waiting for a core
  ┈ waiting for I/O   ╳ waiting for a lock
  j waiting for another worker
  ? not running, it is not known why
  ╱ nothing was recorded
a column is 1.00 ms
  evidence: exact, the kernel's scheduling record
  Coreogram itself took 0.5 % of the machine
)"));
}

void TestTextTimeline::inColour()
{
    Comparison comparison = threeRuns();
    comparison.runs.resize(1);
    const TextStyle style{
        .width = 100, .colours = ColourDepth::Full, .glyphs = Glyphs::Ascii};
    QCOMPARE(shown(textTimeline(comparison, style)), QStringLiteral("\033[1mSequential\033[0m - \033[1m40.0 ms\033[0m - \033[1m1.00x\033[0m - neither: 1 in progress, 1 running\n"
"\033[2m1 worker, one task after another\033[0m\n"
"     Task 1\033[2m |\033[0m\033[38;2;0;114;178m############################################\033[0m                     \033[2m:\033[0m\n"
"     Task 2\033[2m |\033[0m                     \033[2m:\033[0m                     \033[2m:\033[0m\033[38;2;213;94;0m###########################################\033[0m\n"
"\033[2min progress\033[0m\033[2m |\033[0m111111111111111111111111111111111111111111111111111111111111111111111111111111111111111\n"
"\033[2m    running\033[0m\033[2m |\033[0m111111111111111111111111111111111111111111111111111111111111111111111111111111111111111\n"
"\n"
"            \033[2m+---------------------+---------------------+---------------------+---------------------\033[0m\n"
"             0                    10 ms                 20 ms                 30 ms\n"
"# running\n"
"\033[2ma column is 460 us\033[0m - \033[2mevidence: inferred, from gaps that the workers noticed\033[0m\n"
"  \033[2mCoreogram itself took 0.0 % of the machine\033[0m\n"));
}
// clang-format on

void TestTextTimeline::observedProgramThatFailed()
{
    Comparison comparison = observedRun();
    RunSummary& summary = comparison.runs[0].summary;
    summary.message = "no longer followed: child (pid 70)";
    const auto text = [&] { return shown(textTimeline(comparison, {.width = 100})); };
    QVERIFY2(text().contains(QStringLiteral("\nno longer followed: child (pid 70)\n")),
             qPrintable(text()));
    summary.end = RunEnd::Failed;
    QVERIFY(text().contains(QStringLiteral("\nfailed: no longer followed: child (pid 70)\n")));
    comparison.runs[0].start.evidence = Evidence::Sampled;
    comparison.runs[0].start.evidenceNote = "refused, \033[31mreally";
    QVERIFY(text().contains(QStringLiteral("evidence: sampled, from the process table")));
    QVERIFY(text().contains(QStringLiteral("not exact: refused, ")));
    QVERIFY(!text().contains(u'\033'));
}

void TestTextTimeline::rows_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, std::string recording, int columns,
                        const char* expected) {
        QTest::newRow(name) << std::move(recording) << columns << QString::fromLatin1(expected);
    };
    row("runs", "W1: T1 run 0-30", 4, "RRR ");
    row("one after another", "W1: T1 run 0-20 T2 run 20-40", 4, "RR  |  RR");
    row("most of a column", "W1: T1 run 0-14 T2 run 14-30", 3, "R  | RR");
    row("the shortest bar is seen", "W1: T1 run 0-30 T2 run 31-32", 4, "RRR |   R");
    row("every reason to wait",
        "W1: T1 ready 0-10 io 10-20 lock 20-30 queue 30-40 sleep 40-50 "
        "join 50-60 unknown 60-70",
        7, "riLqsj?");
    row("what nobody accounts for", "T1[0-30]; W1: T1 run 0-10", 3, "R//");
    row("the longest state", "W1: T1 io 0-4 lock 4-10", 1, "L");
    row("nearly all of the time", "W1: T1 run 0-9 ready 9-10", 1, "R");
    row("much", "W1: T1 run 0-6 ready 6-10", 1, "m");
    row("little", "W1: T1 run 0-2 ready 2-10", 1, "l");
    row("hardly", "W1: T1 run 0-1 ready 1-10", 1, "r");
    row("a little between blocked", "W1: T1 run 0-3 io 3-10", 1, "i");
    row("in turns within a column",
        "W1: T1 run 0-5 ready 5-10 run 10-15 ready 15-20; "
        "W2: T2 ready 0-5 run 5-10 ready 10-15 run 15-20",
        2, "mm|mm");
    row("suspended by an event loop",
        "with event-loop; T1[0-40] T2[0-40]; W1: T1 run 0-10 T2 run 10-20 - io 20-30 T1 run 30-40; "
        "S: T1 io 10-30 T2 ready 0-10 sleep 20-",
        4, "RiiR|rRss");
    row("parts at once", "W1: T1.0 run 0-20; W2: T1.1 run 0-20", 2, "RR");
    row("one part runs", "W1: T1.0 run 0-20; W2: T1.1 ready 0-10 join 10-20", 2, "RR");
    row("one part is ready", "W1: T1.0 io 0-10; W2: T1.1 ready 0-10", 1, "r");
    row("between tasks", "T1[0-10] T2[20-30]; W1: T1 run 0-10 - run 10-20 T2 run 20-30", 3,
        "R  |  R");
    row("never started", "T1[0-10] T2[]; W1: T1 run 0-10", 2, "R |  ");
    row("still in progress", "T1[0-]; W1: T1 run 0-20; known 30", 4, "RR/ ");
    row("after the end of the axis", "W1: T1 run 0-50", 2, "RR");
}

void TestTextTimeline::rows()
{
    QFETCH(std::string, recording);
    QFETCH(int, columns);
    QTEST(rowsText(recording, columns), "expected");
}

void TestTextTimeline::groups_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("lastOfFirst");
    QTest::addColumn<int>("firstOfLast");
    QTest::newRow("none") << 0 << 0 << 0 << 0;
    QTest::newRow("one") << 1 << 1 << 1 << 1;
    QTest::newRow("as many as rows") << 16 << 16 << 1 << 16;
    QTest::newRow("one more") << 17 << 9 << 2 << 17;
    QTest::newRow("a hundred") << 100 << 10 << 10 << 91;
    QTest::newRow("all that are allowed") << 10'000 << 10 << 1000 << 9001;
}

void TestTextTimeline::groups()
{
    QFETCH(int, tasks);
    const auto groups = groupTasks(static_cast<std::size_t>(tasks), 16);
    QTEST(static_cast<int>(groups.size()), "rows");
    if (groups.empty())
        return;
    QTEST(static_cast<int>(number(groups.front().last)), "lastOfFirst");
    QTEST(static_cast<int>(number(groups.back().first)), "firstOfLast");
    QCOMPARE(groups.front().first, TaskId(1));
    QCOMPARE(number(groups.back().last), static_cast<std::uint32_t>(tasks));
}

void TestTextTimeline::columnsCoverTheRange_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("count");
    QTest::newRow("even") << qint64(1000) << 10;
    QTest::newRow("odd") << qint64(1001) << 7;
    QTest::newRow("fewer nanoseconds than columns") << qint64(3) << 7;
    QTest::newRow("ten years") << qint64(315'360'000'000'000'001) << 200;
}

void TestTextTimeline::columnsCoverTheRange()
{
    QFETCH(qint64, length);
    QFETCH(int, count);
    const TimeRange range{testOrigin, testOrigin + Nanoseconds(length)};
    const TimeColumns columns(range, count);
    QCOMPARE(columns.column(0).start, range.start);
    QCOMPARE(columns.column(count - 1).end, range.end);
    for (int i = 0; i < count; ++i) {
        const TimeRange column = columns.column(i);
        if (i > 0)
            QCOMPARE(column.start, columns.column(i - 1).end);
        if (!column.isEmpty())
            QCOMPARE(columns.columnAt(column.start), i);
    }
    QCOMPARE(columns.columnAt(range.start - 1ns), 0);
    QCOMPARE(columns.columnAt(range.end), count - 1);
}

void TestTextTimeline::counts_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << std::string("known 20") << "-1 -1 -1 -1";
    QTest::newRow("up and down") << std::string("T1[0-40] T2[10-30]") << "1 2 2 1";
    QTest::newRow("a hole") << std::string("T1[0-10] T2[20-40]") << "1 0 1 1";
    QTest::newRow("before the first") << std::string("T1[20-40]") << "0 0 1 1";
    QTest::newRow("after the end") << std::string("T1[0-20]") << "1 1 -1 -1";
    QTest::newRow("a short peak is no count") << std::string("T1[0-40] T2[12-14]") << "1 1 1 1";
    QTest::newRow("of equals the higher") << std::string("T1[0-40] T2[15-20]") << "1 2 1 1";
    QTest::newRow("less than a column") << std::string("T1[0-2]") << "1 -1 -1 -1";
}

void TestTextTimeline::counts()
{
    QFETCH(std::string, recording);
    const Recording run = recordingFrom(recording);
    QStringList counts;
    for (const int count :
         countsOf(inProgressProfile(run), run.span(), {{testOrigin, testOrigin + 40ms}, 4}))
        counts << QString::number(count);
    QTEST(counts.join(u' '), "expected");
}

void TestTextTimeline::tenThousandTasks()
{
    const Comparison comparison = comparisonOf(manyTasks(10'000));
    const QString text = shown(textTimeline(comparison, {.width = 78}));
    QVERIFY2(text.contains(QStringLiteral("    Tasks 1–1000 │██████")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Tasks 9001–10000 │")), qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("Tasks ")), 10);
}

void TestTextTimeline::fitsTheWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {40, 60, 80, 120, 300})
        QTest::addRow("%d", width) << width;
}

void TestTextTimeline::fitsTheWidth()
{
    QFETCH(int, width);
    Comparison comparison = threeRuns();
    comparison.runs.push_back(manyTasks(3000));
    comparison.runs.back().summary = {.end = RunEnd::Failed,
                                      .message = "the run could not go on, for a reason that takes "
                                                 "rather more words than most of them do"};
    for (const Glyphs glyphs : {Glyphs::Ascii, Glyphs::Unicode}) {
        const auto text = textTimeline(comparison, {.width = width, .glyphs = glyphs});
        for (const QString& line : shown(text).split(u'\n'))
            QVERIFY2(displayWidth(line.toStdString()) <= width, qPrintable(line));
    }
}

void TestTextTimeline::unfinishedAndFailed()
{
    Recording run =
        sampleRun(Mode::Concurrent, "T1[0-20]failed T2[0-] T3[0-10]cancelled T4[]; "
                                    "W1: T1 run 0-20; W2: T2 run 0-40; W3: T3 run 0-10; "
                                    "known 40");
    run.tasks[0].error = "worker 1 was killed\033[2J";
    run.summary = {.end = RunEnd::NotYet};
    const QString text = shown(textTimeline(comparisonOf(run), {.width = 53}));
    for (const char* line : {
             "cut off before it ended",
             "Task 1: worker 1 was killed\uFFFD[2J",
             "     Task 1 │████████████████████!",
             "     Task 2 │███████████████████████████████████████>",
             "     Task 3 │██████████>         ┊\n",
             "     Task 4 │                    ┊\n",
             "! failed   > not finished",
         })
        QVERIFY2(text.contains(QString::fromUtf8(line)), qPrintable(text));
}

void TestTextTimeline::failuresAreListedOnlySoFar()
{
    Recording run = manyTasks(6);
    for (Task& task : run.tasks)
        task.error = "out of memory";
    const QString text = shown(textTimeline(comparisonOf(run), {.width = 53}));
    QCOMPARE(text.count(QStringLiteral(": out of memory\n")), 3);
    QVERIFY2(text.contains(QStringLiteral("… and 3 more tasks failed\n")), qPrintable(text));
}

void TestTextTimeline::theMiddleRepeatIsDrawn()
{
    Comparison comparison = threeRuns();
    comparison.runs = {sampleRun(Mode::Sequential, "W1: T1 run 0-44"),
                       sampleRun(Mode::Sequential, "W1: T1 run 0-42"),
                       sampleRun(Mode::Sequential, "W1: T1 run 0-40")};
    const QString text = shown(textTimeline(comparison, {.width = 80}));
    QVERIFY2(text.startsWith(QStringLiteral("Sequential · 42.0 ms · 1.00×")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("the middle one of 3 repeats")), qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("Task 1 ")), 1);
}

void TestTextTimeline::moreThanNine()
{
    std::string tasks;
    for (int task = 1; task <= 12; ++task)
        tasks += "T" + std::to_string(task) + "[0-40] ";
    const auto run = sampleRun(Mode::Concurrent, tasks + "; W1: T1 run 0-40");
    const QString text = shown(textTimeline(comparisonOf(run), {.width = 23}));
    QVERIFY2(text.contains(QStringLiteral("in progress │++++++++++\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("+ more than 9")), qPrintable(text));
}

void TestTextTimeline::nothingRecorded()
{
    QCOMPARE(textTimeline({}, {}), std::string());
    QCOMPARE(textTimeline(comparisonOf(sampleRun(Mode::Sequential, "T1[] T2[]; known 10")), {}),
             std::string());
    QCOMPARE(textTimeline(comparisonOf(Recording()), {}), std::string());
}

QTEST_APPLESS_MAIN(TestTextTimeline)
#include "tst_texttimeline.moc"
