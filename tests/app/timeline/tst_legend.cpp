#include "app/timeline/legendpicture.h"
#include "app/timeline/runningcolumns.h"
#include "app/timeline/timelinestyle.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

LegendUse useOf(const Recording& recording, RowsBy rows, ColourBy colourBy)
{
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, rows};
    RunningColumns running(400);
    LegendUse use;
    for (const RowGroup group : groupRows(source.count()))
        use.add(pictureOfRow(source, group, {recording.span(), 400}, 20, running), colourBy);
    return use;
}

QString textOf(const LegendUse& use)
{
    QStringList words;
    for (const LegendEntry& entry : legendEntries(use))
        words << entry.text;
    return words.join(QStringLiteral(" | "));
}

TimelineStyle style()
{
    QFont font;
    font.setPixelSize(13);
    return timelineStyle(font, 1);
}

}  // namespace

/// Everything on screen is in the legend, and nothing else.
class TestLegend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contents_data();
    void contents();
    void groups();
    void manyTasks();
    void staysWithinItsWidth();
    void provenance();
    void eventLoop();
    void changesOfWorker();
};

void TestLegend::contents_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("colourBy");
    QTest::addColumn<QString>("legend");
    const int tasks = static_cast<int>(RowsBy::Tasks);
    const int workers = static_cast<int>(RowsBy::Workers);
    const int byTask = static_cast<int>(ColourBy::Task);
    const int byState = static_cast<int>(ColourBy::State);
    QTest::newRow("runs") << std::string("W1: T1 run 0-10") << tasks << byTask
                          << "running on a core | task 1";
    QTest::newRow("by state") << std::string("W1: T1 run 0-10") << tasks << byState
                              << "running on a core";
    QTest::newRow("waits") << std::string("W1: T1 run 0-4 ready 4-6 lock 6-8 io 8-10") << tasks
                           << byTask
                           << "running on a core | ready, waiting for a core | waiting for input "
                              "or output | waiting for a lock | task 1";
    QTest::newRow("not started") << std::string("W1: T1 run 0-5 T2 run 5-10") << tasks << byState
                                 << "running on a core | not started";
    QTest::newRow("not known") << std::string("T1[0-10]; W1: T1 run 0-2 ready 8-10") << tasks
                               << byState
                               << "running on a core | ready, waiting for a core | in progress, "
                                  "nothing more known";
    QTest::newRow("between tasks")
        << std::string("W1: T1 run 0-4 - run 4-6 T2 run 6-10") << workers << byTask
        << "running on a core | running between tasks | task 1 | 2";
    QTest::newRow("idle worker") << std::string("W1: T1 run 0-4; W2: T2 run 0-10") << workers
                                 << byState << "running on a core";
    QTest::newRow("failed") << std::string("T1[0-10]failed T2[0-10]cancelled; W1: T1 run 0-10; "
                                           "W2: T2 run 0-10")
                            << tasks << byState << "running on a core | failed | cancelled";
}

void TestLegend::contents()
{
    QFETCH(std::string, recording);
    QFETCH(int, rows);
    QFETCH(int, colourBy);
    QFETCH(QString, legend);
    QCOMPARE(textOf(useOf(recordingFrom(recording), static_cast<RowsBy>(rows),
                          static_cast<ColourBy>(colourBy))),
             legend);
}

void TestLegend::groups()
{
    Simulation simulation{.mode = Mode::Concurrent, .experiment = {}};
    simulation.experiment.tasks = 100;
    const LegendUse use = useOf(simulatedRun(simulation), RowsBy::Tasks, ColourBy::Task);
    QCOMPARE(textOf(use), QStringLiteral("several: share of the cores"));
}

void TestLegend::manyTasks()
{
    Simulation simulation{.mode = Mode::Sequential, .experiment = {}};
    simulation.experiment.tasks = 20;
    const LegendUse use = useOf(simulatedRun(simulation), RowsBy::Tasks, ColourBy::Task);
    QCOMPARE(use.tasks.size(), std::size_t{8});
    QVERIFY(textOf(use).endsWith(QStringLiteral("task 1 … | 2 … | 3 … | 4 … | 5 … | 6 … | 7 … | "
                                                "8 …")));
}

void TestLegend::staysWithinItsWidth()
{
    LegendUse use;
    for (const WorkState state : allWorkStates)
        use.add(state);
    for (int task = 1; task <= 8; ++task)
        use.add(static_cast<TaskId>(task));
    const QString note = QStringLiteral("inferred (gaps noticed by the workers)");
    double lines = 0;
    for (const double width : {2400.0, 900.0, 500.0, 200.0}) {
        const LegendLayout layout = layOutLegend(use, note, width, style());
        QCOMPARE(layout.rects.size(), layout.entries.size());
        for (std::size_t i = 0; i < layout.rects.size(); ++i) {
            QVERIFY(layout.rects[i].right() <= width + 0.5);
            QVERIFY(layout.rects[i].bottom() <= layout.height);
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(!layout.rects[i].intersects(layout.rects[other]));
        }
        QVERIFY(layout.height >= lines);
        lines = layout.height;
    }
}

void TestLegend::provenance()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Comparison comparison = simulatedComparison({});
    QVERIFY(provenanceOf(comparison).startsWith(QStringLiteral("inferred")));
    QVERIFY(provenanceOf(comparison).endsWith(QStringLiteral("observer 0.7 % of CPU")));
    comparison.runs.front().start.evidence = Evidence::Exact;
    QVERIFY(provenanceOf(comparison).startsWith(QStringLiteral("mixed")));
    QVERIFY(provenanceOf(Comparison()).isEmpty());
}

void TestLegend::eventLoop()
{
    const Recording recording =
        recordingFrom("with event-loop; T1[0-30]; W1: T1 run 0-10 - ready 10-20 T1 run 20-30; "
                      "S: T1 ready 10-20");
    QCOMPARE(textOf(useOf(recording, RowsBy::Tasks, ColourBy::Task)),
             QStringLiteral("running on a core | ready, waiting for a core or for the event loop | "
                            "task 1"));
    QVERIFY(textOf(useOf(recording, RowsBy::Workers, ColourBy::Task))
                .contains(QStringLiteral("ready, waiting for a core |")));
}

void TestLegend::changesOfWorker()
{
    const Recording recording = recordingFrom("W1: T1 run 0-10; W2: T1 run 10-20");
    QCOMPARE(textOf(useOf(recording, RowsBy::Tasks, ColourBy::Task)),
             QStringLiteral("running on a core | goes on with that worker | task 1"));
}

QTEST_MAIN(TestLegend)
#include "tst_legend.moc"
