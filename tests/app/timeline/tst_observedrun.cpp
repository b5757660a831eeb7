#include "app/timeline/comparisonscene.h"
#include "app/timeline/corespans.h"
#include "app/timeline/hovertext.h"
#include "app/timeline/legendpicture.h"
#include "app/timeline/panelpicture.h"
#include "app/timeline/plantext.h"
#include "app/timeline/runningcolumns.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

#include <numeric>

using namespace std::chrono_literals;

namespace {

constexpr auto sampleText = "observed; evidence exact; lost 2\n"
                            "W1: run 0-10@0 unknown 10-80 run 80-100@0\n"
                            "W2: run 10-40@0 ready 40-50 run 50-60@0 unseen 60-75\n"
                            "W3: io 12-20 run 20-60@1 lock 60-70 run 70-90@1\n"
                            "W4: run 60-64@0\n";

/// A shell that starts two processes, one of them with two threads.
struct Sample {
    Sample() : recording(recordingFrom(sampleText))
    {
        const auto name = [&](std::size_t worker, const char* its, int pid, int tid) {
            recording.workers[worker].name = its;
            recording.workers[worker].pid = pid;
            recording.workers[worker].tid = tid;
        };
        name(0, "sh", 100, 100);
        name(1, "xz", 101, 101);
        name(2, "cat", 102, 102);
        name(3, "xz", 101, 104);
        model.update(recording, RowsBy::Cores);
    }

    [[nodiscard]] RowSource source(RowsBy rows = RowsBy::Workers, int cores = 2) const
    {
        return {recording, model, rows, cores};
    }

    [[nodiscard]] QString hover(RowsBy rows, std::size_t row, Nanoseconds after) const
    {
        const RowSource from = source(rows, 3);
        const Nanoseconds t = testOrigin + after;
        return hoverTextOf(from, hitAt(from, {row, 1}, t, 0.5, 0ns), t, {1ms, 0}).inOneLine();
    }

    Recording recording;
    PanelModel model;
};

QStringList labels(const RowSource& source)
{
    QStringList all;
    for (const RowGroup group : source.groups())
        all << labelOf(source, group);
    return all;
}

TimelineStyle style()
{
    QFont font;
    font.setPixelSize(13);
    return timelineStyle(font, 1);
}

PanelPicture pictureOf(const RowSource& source, ColourBy colourBy)
{
    const auto rows = source.groups().size();
    const auto layout = layOutPanel({0, 0, 500, 300}, rows, 80, style());
    const TimeRange all{0ns, source.recording.wall()};
    return pictureOfPanel(source, {}, layout, {all, colourBy, 1}, style());
}

QString legendOf(const RowSource& source, ColourBy colourBy)
{
    QStringList words;
    for (const LegendEntry& entry : legendEntries(pictureOf(source, colourBy).use))
        words << entry.text;
    return words.join(QStringLiteral(" | "));
}

/// "1 1 . 2": the task or process of each column that is used.
QString usesOf(const std::vector<RunSpan>& runs, int columns)
{
    QString text(columns, u'.');
    for (const RunSpan& run : runs) {
        for (int c = run.first; c < run.last; ++c)
            text[c] = QLatin1Char(static_cast<char>('0' + number(run.task)));
    }
    return text;
}

}  // namespace

/// How the panels show a foreign program: threads by process, cores, and what is not known.
class TestObservedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threadsAreOrderedByProcess();
    void aPidThatIsUsedAgain();
    void threadsWithoutNumbers();
    void manyThreadsShareRows();
    void processesAreBracketed();
    void allThatRunsIsSolid();
    void coresShowWhoUsesThem();
    void coresOfOwnRuns();
    void idleCoresHaveRows();
    void stripsAgreeByEveryRow();
    void legends_data();
    void legends();
    void processesWithTheSameHues();
    void hoverWords_data();
    void hoverWords();
    void edgesOfCores();
    void titles_data();
    void titles();
    void sentences();
    void subjects();
};

void TestObservedRun::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestObservedRun::threadsAreOrderedByProcess()
{
    const Sample sample;
    QCOMPARE(labels(sample.source()).join(u'|'), QStringLiteral("sh 100|xz 101|xz 104|cat 102"));
    QCOMPARE(sample.model.order().firstRows.size(), 3U);
    QCOMPARE(rowsFor(sample.recording, RowsBy::Tasks), RowsBy::Workers);
    QCOMPARE(rowsFor(sample.recording, RowsBy::Cores), RowsBy::Cores);
    QCOMPARE(rowsFor(recordingFrom("W1: T1 run 0-1"), RowsBy::Tasks), RowsBy::Tasks);
}

void TestObservedRun::aPidThatIsUsedAgain()
{
    std::vector<Worker> workers(4);
    const auto set = [&](std::size_t i, int pid, int tid) {
        workers[i].pid = pid;
        workers[i].tid = tid;
    };
    set(0, 7, 8);  // a thread that is named before the main one
    set(1, 7, 7);
    set(2, 9, 9);
    set(3, 7, 7);
    const WorkerOrder order = orderOf(workers);
    QCOMPARE(order.firstRows.size(), 4U);
    QCOMPARE(order.rows, (std::vector<std::size_t>{0, 1, 2, 3}));
}

void TestObservedRun::threadsWithoutNumbers()
{
    const Recording recording = recordingFrom("observed; W1: run 0-1; W2: run 0-1");
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Workers, 2};
    QCOMPARE(labels(source).join(u'|'), QStringLiteral("Thread 1|Thread 2"));
}

void TestObservedRun::manyThreadsShareRows()
{
    std::string text = "observed";
    for (int i = 1; i <= 100; ++i)
        text += "; W" + std::to_string(i) + ": run 0-1@0";
    Recording recording = recordingFrom(text);
    for (std::size_t i = 0; i < recording.workers.size(); ++i)
        recording.workers[i].pid = i < 7 ? 10 : 20;
    recording.workers[0].name = "xz";
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Workers, 2};
    QCOMPARE(labels(source).mid(0, 3).join(u'|'),
             QStringLiteral("xz 10: 7 threads|Threads 8–12|Threads 13–17"));
    QCOMPARE(processRowsOf(source), (std::vector<ProcessRows>{{1, 19}}));
    RowSource opened = source;
    opened.opened = RowGroup{0, 7};
    QCOMPARE(processRowsOf(opened), (std::vector<ProcessRows>{{0, 6}, {7, 25}}));
    QVERIFY(legendOf(source, ColourBy::State).startsWith(QStringLiteral("several")));
}

void TestObservedRun::processesAreBracketed()
{
    const Sample sample;
    QCOMPARE(processRowsOf(sample.source()), (std::vector<ProcessRows>{{1, 2}}));
    QVERIFY(processRowsOf(sample.source(RowsBy::Cores)).empty());
    QCOMPARE(pictureOf(sample.source(), ColourBy::State).processes.size(), std::size_t{1});
}

void TestObservedRun::allThatRunsIsSolid()
{
    const Sample sample;
    const Columns columns({testOrigin, testOrigin + 100ms}, 100);
    RunningColumns running(100);
    const RowPicture row = pictureOfRow(sample.source(), {1, 1}, columns, 20, running);
    QCOMPARE(row.bars.size(), std::size_t{1});
    QCOMPARE(row.bars[0].first, 10.0);
    QCOMPARE(row.bars[0].last, 75.0);
    QVERIFY(row.bars[0].ends);
    QVERIFY(!row.hasTasks);
    QCOMPARE(usesOf(row.bands[0].spans->runs, 100).mid(0, 60),
             QString(10, u'.') + QString(30, u'2') + QString(10, u'.') + QString(10, u'2'));
    QCOMPARE(row.bands[0].spans->states.back().state, WorkState::Unseen);
    const std::vector<float> counts = running.counts();
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0.0F), 40.0F);
}

void TestObservedRun::coresShowWhoUsesThem()
{
    const Sample sample;
    const Columns columns({testOrigin, testOrigin + 100ms}, 20);
    QCOMPARE(usesOf(spansOf(sample.model.cores(), 0, columns), 20),
             QStringLiteral("11222222..222...1111"));
    QCOMPARE(usesOf(spansOf(sample.model.cores(), 1, columns), 20),
             QStringLiteral("....33333333..3333.."));
    const auto runs = spansOf(sample.model.cores(), 0, columns);
    const auto part = std::ranges::find(runs, 12, &RunSpan::first);
    QVERIFY(part != runs.end() && std::abs(part->share - 0.8F) < 0.001F);  // 60 to 64 of 60 to 65
}

void TestObservedRun::coresOfOwnRuns()
{
    const Recording recording = recordingFrom(
        "W1: T1 run 0-4@0 ready 4-8 run 8-10@1; W2: T2 ready 0-4 run 4-7@0 - run 7-10@0");
    PanelModel model;
    model.update(recording, RowsBy::Cores);
    const Columns columns({testOrigin, testOrigin + 10ms}, 10);
    QCOMPARE(usesOf(spansOf(model.cores(), 0, columns), 10), QStringLiteral("1111222000"));
    QCOMPARE(usesOf(spansOf(model.cores(), 1, columns), 10), QStringLiteral("........11"));
    const RowSource source{recording, model, RowsBy::Cores, 2};
    QCOMPARE(legendOf(source, ColourBy::Task),
             QStringLiteral("running on a core | running between tasks | core without a worker of "
                            "the run | cores of the plan | task 1 | 2"));
}

void TestObservedRun::idleCoresHaveRows()
{
    const Sample sample;
    const RowSource four = sample.source(RowsBy::Cores, 4);
    QCOMPARE(labels(four).join(u'|'), QStringLiteral("Core 0|Core 1|Core 2|Core 3"));
    QCOMPARE(sample.source(RowsBy::Cores, 1).count(), std::size_t{2});  // as many as were used
    const PanelPicture picture = pictureOf(four, ColourBy::State);
    QCOMPARE(picture.rows[3].bars.size(), std::size_t{1});
    QVERIFY(picture.rows[3].bands[0].spans->runs.empty());
    QCOMPARE(labels(sample.source(RowsBy::Cores, 64)).front(), QStringLiteral("Cores 0–4"));
}

void TestObservedRun::stripsAgreeByEveryRow()
{
    const Sample sample;
    const auto strip = [&](RowsBy rows) {
        return pictureOf(sample.source(rows), ColourBy::State).running.steps;
    };
    QVERIFY(!strip(RowsBy::Workers).empty());
    QCOMPARE(strip(RowsBy::Cores), strip(RowsBy::Workers));
}

void TestObservedRun::legends_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("colourBy");
    QTest::addColumn<QString>("legend");
    const int workers = static_cast<int>(RowsBy::Workers);
    const int cores = static_cast<int>(RowsBy::Cores);
    const int byTask = static_cast<int>(ColourBy::Task);
    const int byState = static_cast<int>(ColourBy::State);
    const QString states = QStringLiteral(
        "running on a core | ready, waiting for a core | waiting for input or output | waiting for "
        "a lock | blocked, reason not known | not known, records were lost | cores of the machine");
    const QString names = QStringLiteral(" | sh 100 | xz 101 | cat 102");
    const QString used = QStringLiteral(
        "running on a core | core without a worker of the run | cores of the machine");
    QTest::newRow("threads by state") << workers << byState << states;
    QTest::newRow("threads by process") << workers << byTask << states + names;
    QTest::newRow("cores by state") << cores << byState << used;
    QTest::newRow("cores by process") << cores << byTask << used + names;
}

void TestObservedRun::legends()
{
    QFETCH(int, rows);
    QFETCH(int, colourBy);
    QFETCH(QString, legend);
    const Sample sample;
    QCOMPARE(legendOf(sample.source(static_cast<RowsBy>(rows)), static_cast<ColourBy>(colourBy)),
             legend);
}

void TestObservedRun::processesWithTheSameHues()
{
    std::string text = "observed";
    for (int i = 1; i <= 9; ++i)
        text += "; W" + std::to_string(i) + ": run 0-1@0";
    Recording recording = recordingFrom(text);
    for (int i = 0; i < 9; ++i)
        recording.workers[static_cast<std::size_t>(i)].pid = 10 + i;
    PanelModel model;
    model.update(recording);
    const QString legend = legendOf({recording, model, RowsBy::Workers, 2}, ColourBy::Task);
    QVERIFY(
        legend.endsWith(QStringLiteral("10 … | 11 … | 12 … | 13 … | 14 … | 15 … | 16 … | 17 …")));
}

void TestObservedRun::hoverWords_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    const int workers = static_cast<int>(RowsBy::Workers);
    const int cores = static_cast<int>(RowsBy::Cores);
    QTest::newRow("runs") << workers << 0 << 5
                          << "sh 100 · running · process 100 (sh) on core 0 · 0 ms – 10 ms · "
                             "10.0 ms";
    QTest::newRow("blocked") << workers << 0 << 50
                             << "sh 100 · blocked, reason not known · process 100 (sh) · 10 ms – "
                                "80 ms · 70.0 ms";
    QTest::newRow("unseen") << workers << 1 << 70
                            << "xz 101 · not known: records were lost · process 101 (xz) · 60 ms "
                               "– 75 ms · 15.0 ms";
    QTest::newRow("thread") << workers << 2 << 62
                            << "xz 104 · running · thread 104 of process 101 (xz) on core 0 · 60 "
                               "ms – 64 ms · 4.00 ms";
    QTest::newRow("core") << cores << 1 << 30
                          << "Core 1 · running · process 102 (cat) on core 1 · 20 ms – 60 ms · "
                             "40.0 ms";
    QTest::newRow("idle") << cores << 1 << 65
                          << "Core 1 · idle, or used by others · 60 ms – 70 ms · 10.0 ms";
    QTest::newRow("idle at the end") << cores << 1 << 95
                                     << "Core 1 · idle, or used by others · 90 ms – 100 ms · "
                                        "10.0 ms";
    QTest::newRow("never used") << cores << 2 << 95
                                << "Core 2 · idle, or used by others · 0 ms – 100 ms · 100 ms";
    QTest::newRow("after the end") << cores << 2 << 120 << "Core 2";
}

void TestObservedRun::hoverWords()
{
    QFETCH(int, rows);
    QFETCH(int, row);
    QFETCH(int, at);
    QFETCH(QString, words);
    const Sample sample;
    QCOMPARE(sample.hover(static_cast<RowsBy>(rows), static_cast<std::size_t>(row),
                          std::chrono::milliseconds(at)),
             words);
}

void TestObservedRun::edgesOfCores()
{
    const Sample sample;
    const RowSource source = sample.source(RowsBy::Cores);
    const auto next = [&](Nanoseconds t) {
        return nextEdge(source, {1, 1}, testOrigin + t, Direction::Forward).value_or(0ns) -
               testOrigin;
    };
    QCOMPARE(next(0ms), Nanoseconds(20ms));
    QCOMPARE(next(20ms), Nanoseconds(60ms));
    QVERIFY(!nextEdge(source, {1, 1}, testOrigin + 90ms, Direction::Forward));
    QVERIFY(!nextEdge(source, {5, 1}, testOrigin, Direction::Forward));
    QCOMPARE(nextEdge(sample.source(), {1, 1}, testOrigin + 61ms, Direction::Forward).value() -
                 testOrigin,
             Nanoseconds(75ms));  // where unseen time ends
}

void TestObservedRun::titles_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("title");
    QTest::newRow("name") << QStringList{QStringLiteral("xz")} << "xz";
    QTest::newRow("path") << QStringList{QStringLiteral("/usr/bin/xz"), QStringLiteral("-T2")}
                          << "xz -T2";
    QTest::newRow("a script's path")
        << QStringList{QStringLiteral("/usr/bin/python3"), QStringLiteral("/home/me/a b/two.py")}
        << "python3 two.py";
    QTest::newRow("a directory") << QStringList{QStringLiteral("bin/")} << "bin/";
    QTest::newRow("many arguments")
        << QStringList{QStringLiteral("./a.out"), QStringLiteral("--threads=4"),
                       QStringLiteral("--input"), QStringLiteral("/data/of/some/length")}
        << "a.out --threads=4 …";
    QTest::newRow("a long name") << QStringList{QString(100, u'x')}
                                 << QString(24, u'x') + QStringLiteral(" …");
    QTest::newRow("line breaks") << QStringList{QStringLiteral("sh"), QStringLiteral("-c"),
                                                QStringLiteral("a\n\nb")}
                                 << "sh -c a b";
}

void TestObservedRun::titles()
{
    QFETCH(QStringList, command);
    QFETCH(QString, title);
    RunStart start;
    for (const QString& word : command)
        start.command.push_back(word.toStdString());
    QCOMPARE(titleOf(start), title);
}

void TestObservedRun::sentences()
{
    Sample sample;
    QCOMPARE(sentenceOf(sample.recording, 2),
             QStringLiteral("3 processes, 4 threads on 2 cores · exact evidence"));
    sample.recording.workers.resize(1);
    sample.recording.start.evidence = Evidence::Sampled;
    QCOMPARE(sentenceOf(sample.recording, 1),
             QStringLiteral("1 process, 1 thread on 1 core · sampled evidence"));
}

void TestObservedRun::subjects()
{
    RunStart start;
    QCOMPARE(subjectText(start), experimentText(start.experiment));
    start.command = {"/usr/bin/xz", "-T2", "a file"};
    QCOMPARE(subjectText(start), QStringLiteral("/usr/bin/xz -T2 a file"));
}

QTEST_MAIN(TestObservedRun)
#include "tst_observedrun.moc"
