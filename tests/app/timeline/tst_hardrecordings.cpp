#include "app/timeline/lanespans.h"
#include "app/timeline/rowpicture.h"
#include "app/timeline/runningcolumns.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

/// As the reader would refuse it: intervals that overlap, last no time or end before they start.
Recording disorderedRun()
{
    Recording run = recordingOfSlices(3, 400);
    for (Worker& worker : run.workers) {
        for (std::size_t i = 0; i < worker.slices.size(); i += 3)
            worker.slices[i].end = worker.slices[i].start;
        for (std::size_t i = 1; i < worker.slices.size(); i += 5)
            worker.slices[i].end += 300us;
        for (std::size_t i = 2; i < worker.waits.size(); i += 7)
            std::swap(worker.waits[i].start, worker.waits[i].end);
    }
    return run;
}

Recording runOfTasks(int count)
{
    Recording run = recordingOfSlices(1, 10);
    run.start.experiment.tasks = count;
    run.tasks.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < run.tasks.size(); ++i)
        run.tasks[i].id = static_cast<TaskId>(i + 1);
    return run;
}

Recording observedRun(const std::string& name)
{
    Recording run = recordingOfSlices(2, 40);
    run.start.command = {name};
    run.tasks.clear();
    for (Worker& worker : run.workers) {
        worker.name = name;
        worker.parts.clear();
    }
    return run;
}

Comparison comparisonOf(Recording run)
{
    Comparison comparison;
    comparison.isComplete = true;
    comparison.runs.push_back(std::move(run));
    return comparison;
}

std::string repeated(const std::string& text, int count)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

}  // namespace

/// Recordings that nobody would wish to draw, in windows of every size.
class TestHardRecordings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void disorder();
    void manyRows_data();
    void manyRows();
    void momentsInGroups();
    void names_data();
    void names();
    void windowSizes_data();
    void windowSizes();
};

void TestHardRecordings::disorder()
{
    const Comparison comparison = comparisonOf(disorderedRun());
    ViewUnderTest test;
    for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers, RowsBy::Cores}) {
        test.view.setRowsBy(rows);
        test.show(comparison);
        test.moveTo(test.panel(0), test.pointOf(0, 1, 5ms));
        test.view.zoomIn();
        (void)test.view.grab();
    }
    PanelModel model;
    model.update(comparison.runs.front());
    const Worker& worker = comparison.runs.front().workers.front();
    const TimeRange life{worker.start, *worker.stop};
    const LaneSpans spans = spansOf({&worker, &model.sumsOf(0), life}, {life, 200});
    int before = 0;
    for (const RunSpan& run : spans.runs) {
        QVERIFY(run.first >= before && run.last > run.first && run.last <= 200);
        QVERIFY(run.share > 0 && run.share <= 1);
        before = run.last;
    }
}

void TestHardRecordings::manyRows_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<std::size_t>("rows");
    QTest::newRow("one") << 1 << std::size_t{1};
    QTest::newRow("as many as have rows of their own") << 40 << std::size_t{40};
    QTest::newRow("a hundred thousand") << 100'000 << std::size_t{20};
}

void TestHardRecordings::manyRows()
{
    QFETCH(int, tasks);
    QFETCH(std::size_t, rows);
    const Comparison comparison = comparisonOf(runOfTasks(tasks));
    ViewUnderTest test;
    test.show(comparison);
    QCOMPARE(test.panel(0).rows(), rows);
    (void)test.view.grab();
}

void TestHardRecordings::momentsInGroups()
{
    Recording run = runOfTasks(50);
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        const Nanoseconds at = run.start.origin + 1ms * static_cast<int>(i % 5);
        run.tasks[i].start = at;
        run.tasks[i].stop = at;
    }
    run.workers.front().slices.clear();
    run.workers.front().waits.clear();
    run.workers.front().parts.clear();
    PanelModel model;
    model.update(run);
    const RowSource source{run, model};
    const Columns columns{{run.start.origin, run.start.origin + 5ms}, 500};
    const auto groups = source.groups();
    QVERIFY(groups.size() < run.tasks.size());
    RunningColumns running(500);
    for (const RowGroup group : groups) {
        const RowPicture row = pictureOfRow(source, group, columns, 20, running);
        QVERIFY(!row.bars.empty());
    }
}

void TestHardRecordings::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("long") << QString(10'000, u'w');
    QTest::newRow("right to left") << QString::fromUtf8(repeated("חוט עבודה ", 20).c_str());
    QTest::newRow("surrogates") << QString::fromUtf8(repeated("🧵", 500).c_str());
    QTest::newRow("line breaks") << QStringLiteral("a\nb\tc");
    QTest::newRow("empty") << QString();
}

void TestHardRecordings::names()
{
    QFETCH(QString, name);
    const Comparison comparison = comparisonOf(observedRun(name.toStdString()));
    ViewUnderTest test;
    test.view.setRowsBy(RowsBy::Workers);
    test.show(comparison);
    const PanelLayout layout = test.panel(0).geometryOfParts();
    QVERIFY(layout.labels.width() < 250);
    QVERIFY(layout.plot.width() > 600);
    // Nothing is written beyond the column of labels.
    const QImage image = test.imageOf(0);
    const int gap = static_cast<int>(layout.labels.left()) - 2;
    const QColor ground = image.pixelColor(gap, static_cast<int>(layout.rows.center().y()));
    for (int y = static_cast<int>(layout.rows.top()); y < layout.rows.bottom(); ++y)
        QCOMPARE(image.pixelColor(gap, y), ground);
}

void TestHardRecordings::windowSizes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(640, 480);
    QTest::newRow("projector") << QSize(1024, 768);
    QTest::newRow("wall") << QSize(7680, 4320);
}

void TestHardRecordings::windowSizes()
{
    QFETCH(QSize, size);
    const Comparison comparison = simulatedComparison({});
    ViewUnderTest test(size);
    test.show(comparison);
    const PanelLayout layout = test.panel(0).geometryOfParts();
    QVERIFY(layout.plot.width() > size.width() / 2);
    QVERIFY(layout.barHeight >= 4);
    // The first task runs at first and is drawn so.
    const QPoint inside = test.pointOf(0, 0, 20ms);
    const QPoint outside = test.pointOf(0, 0, 790ms);
    QVERIFY(test.colourAt(0, inside) != test.colourAt(0, outside));
}

QTEST_MAIN(TestHardRecordings)
#include "tst_hardrecordings.moc"
