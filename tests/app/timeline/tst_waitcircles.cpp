#include "app/timeline/circlepicture.h"
#include "app/timeline/panellayout.h"
#include "app/timeline/waitcircles.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

/// Three tasks in a circle, closed at 20 by task 3, until task 2 fails at 200.
constexpr auto circleText = "T1[0-260] T2[0-200]failed T3[0-240]\n"
                            "W1: T1 run 0-10 lock 10-201#2T2 run 201-260\n"
                            "W2: T2 run 0-12 lock 12-100#3T3 run 100-100.1 lock 100.1-200#3T3\n"
                            "W3: T3 run 0-20 lock 20-210#1T1 run 210-240";

/// "20-200: 2-3(3) 3-1(1) 1-2(2)": who waits for whom, for which lock.
QString circlesText(const Recording& recording)
{
    QStringList circles;
    for (const WaitCircle& circle : waitCirclesOf(recording)) {
        QStringList links;
        for (const WaitLink& link : circle.links)
            links << QStringLiteral("%1-%2(%3)")
                         .arg(number(link.waiter))
                         .arg(number(link.holder))
                         .arg(link.lock);
        circles << QStringLiteral("%1-%2: %3")
                       .arg(toMilliseconds(circle.range.start - testOrigin))
                       .arg(toMilliseconds(circle.range.end - testOrigin))
                       .arg(links.join(u' '));
    }
    return circles.join(QStringLiteral("; "));
}

}  // namespace

/// Deadlocks are found in a recording, and drawn.
class TestWaitCircles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void circles_data();
    void circles();
    void arrows();
    void arrowsByWorker();
    void noArrowsElsewhere();
    void linesMeet();
};

void TestWaitCircles::circles_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<QString>("circles");
    QTest::newRow("three") << circleText << "20-200: 2-3(3) 3-1(1) 1-2(2)";
    QTest::newRow("stands still") << "T1[0-] T2[0-]; known 100; "
                                     "W1: T1 run 0-10 lock 10-100#2T2; "
                                     "W2: T2 run 0-20 lock 20-100#1T1"
                                  << "20-100: 1-2(2) 2-1(1)";
    QTest::newRow("hardly begun") << "T1[0-] T2[0-]; known 60; "
                                     "W1: T1 run 0-10 lock 10-60#2T2; "
                                     "W2: T2 run 0-20 lock 20-60#1T1"
                                  << "";
    QTest::newRow("interrupted") << "T1[0-100]cancelled T2[0-100]cancelled; "
                                    "W1: T1 run 0-10 lock 10-100#2T2; "
                                    "W2: T2 run 0-20 lock 20-100#1T1"
                                 << "20-100: 1-2(2) 2-1(1)";
    QTest::newRow("resolved itself") << "T1[0-200] T2[0-200]; "
                                        "W1: T1 run 0-10 lock 10-100#2T2 run 100-200; "
                                        "W2: T2 run 0-20 lock 20-110#1T1 run 110-200"
                                     << "";
    QTest::newRow("resolved long ago") << "T1[0-] T2[0-]; known 300; "
                                          "W1: T1 run 0-10 lock 10-100#2T2 run 100-300; "
                                          "W2: T2 run 0-20 lock 20-110#1T1 run 110-300"
                                       << "";
    QTest::newRow("no circle") << "T1[0-100]failed T2[0-200]; "
                                  "W1: T1 run 0-10 lock 10-100#2T2; W2: T2 run 0-200"
                               << "";
    QTest::newRow("the global lock") << "T1[0-] T2[0-]; known 100; "
                                        "W1: T1 run 0-10 lock 10-100#0T2; "
                                        "W2: T2 run 0-20 lock 20-100#0T1"
                                     << "";
    QTest::newRow("holder not known") << "T1[0-100]failed; W1: T1 lock 0-100#3T0"
                                      << "";
    QTest::newRow("no such holder") << "T1[0-100]failed; W1: T1 lock 0-100#3T9"
                                    << "";
    QTest::newRow("itself") << "T1[0-100]failed; W1: T1 lock 0-100#3T1"
                            << "0-100: 1-1(3)";
}

void TestWaitCircles::circles()
{
    QFETCH(QString, recording);
    QFETCH(QString, circles);
    Recording run = recordingFrom(recording.toStdString());
    for (Worker& worker : run.workers) {
        if (run.tasks[number(worker.id) - 1].isInProgress())
            worker.stop.reset();
    }
    QCOMPARE(circlesText(run), circles);
}

namespace {

struct Sample {
    Sample() : recording(recordingFrom(circleText)) { model.update(recording); }

    [[nodiscard]] std::vector<CirclePicture> circles(RowsBy rows, TimeRange visible) const
    {
        return circlesOf({recording, model, rows}, {visible, 100});
    }

    Recording recording;
    PanelModel model;
};

constexpr TimeRange all{testOrigin, testOrigin + 200ms};

}  // namespace

void TestWaitCircles::arrows()
{
    const auto circles = Sample().circles(RowsBy::Tasks, all);
    QCOMPARE(circles.size(), std::size_t{1});
    QCOMPARE(circles[0].column, 10.0);  // closed at 20 of 200 ms
    const std::vector<CircleArrow> arrows{{1, 2, 0}, {0, 1, 0}, {2, 0, 1}};
    QCOMPARE(circles[0].arrows, arrows);
}

void TestWaitCircles::arrowsByWorker()
{
    Sample sample;
    sample.recording.workers.insert(sample.recording.workers.begin(), Worker{});
    for (std::size_t i = 0; i < sample.recording.workers.size(); ++i)
        sample.recording.workers[i].id = WorkerId(static_cast<std::uint32_t>(i + 1));
    for (Task& task : sample.recording.tasks)
        task.workers = {WorkerId(number(task.id) + 1)};
    sample.model = PanelModel();
    sample.model.update(sample.recording);
    const auto circles = sample.circles(RowsBy::Workers, all);
    QCOMPARE(circles.size(), std::size_t{1});
    const std::vector<CircleArrow> arrows{{2, 3, 0}, {1, 2, 0}, {3, 1, 1}};
    QCOMPARE(circles[0].arrows, arrows);
}

void TestWaitCircles::noArrowsElsewhere()
{
    const Sample sample;
    QVERIFY(sample.circles(RowsBy::Cores, all).empty());
    QVERIFY(sample.circles(RowsBy::Tasks, {testOrigin + 210ms, testOrigin + 250ms}).empty());
    QVERIFY(!sample.circles(RowsBy::Tasks, {testOrigin + 100ms, testOrigin + 150ms}).empty());
}

void TestWaitCircles::linesMeet()
{
    const TimelineStyle style;
    const PanelLayout layout = layOutPanel({0, 0, 400, 200}, 3, 60, style);
    const auto circle = Sample().circles(RowsBy::Tasks, all).front();
    double left = 1e9;
    double right = 0;
    for (const CircleArrow& arrow : circle.arrows) {
        const QPolygonF line = lineOf(circle, arrow, layout, 1, style);
        QCOMPARE(line.first().y(), layout.barRect(arrow.from).center().y());
        QVERIFY(layout.rowRect(arrow.to).top() < line.last().y());
        QVERIFY(line.last().y() < layout.rowRect(arrow.to).bottom());
        left = std::min(left, line.boundingRect().left());
        right = std::max(right, line.boundingRect().right());
    }
    QVERIFY(left > layout.plot.left() + circle.column);
    QVERIFY(right < layout.plot.right());
}

QTEST_GUILESS_MAIN(TestWaitCircles)
#include "tst_waitcircles.moc"
