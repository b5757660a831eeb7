#include "app/timeline/hovertext.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr auto sampleText = "T1[5-30] T2[20-40]failed T3[]\n"
                            "W1: T1 run 5-10@0 ready 10-20 run 20-30@1\n"
                            "W2: T2 run 20-25 lock 25-40\n";

struct Sample {
    Sample() : recording(recordingFrom(sampleText)) { model.update(recording); }

    [[nodiscard]] RowSource source(RowsBy rows = RowsBy::Tasks) const
    {
        return {recording, model, rows};
    }

    Recording recording;
    PanelModel model;
};

/// "running T1 W1 @0 5-10"
QString text(const Hit& hit)
{
    static const QStringList states{QStringLiteral("not started"), QStringLiteral("in progress"),
                                    QStringLiteral("running"),     QStringLiteral("ready"),
                                    QStringLiteral("io"),          QStringLiteral("lock")};
    QStringList parts;
    parts << (hit.state ? states.value(static_cast<int>(*hit.state)) : QStringLiteral("nothing"));
    if (hit.task != TaskId::None)
        parts << QStringLiteral("T%1").arg(number(hit.task));
    if (hit.worker != WorkerId::None)
        parts << QStringLiteral("W%1").arg(number(hit.worker));
    if (hit.core >= 0)
        parts << QStringLiteral("@%1").arg(hit.core);
    if (!hit.interval.isEmpty())
        parts << QStringLiteral("%1-%2")
                     .arg(toMilliseconds(hit.interval.start - testOrigin))
                     .arg(toMilliseconds(hit.interval.end - testOrigin));
    return parts.join(u' ');
}

}  // namespace

/// What lies under the pointer, and the edges that it snaps to.
class TestHit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hits_data();
    void hits();
    void narrowSlicesAreFound();
    void lanesOfASplitTask();
    void edges_data();
    void edges();
    void snapping_data();
    void snapping();
    void words();
    void wordsOfFailure();
    void wordsOfGroups();
    void longNames();
    void suspended_data();
    void suspended();
    void edgesOfSuspensions();
    void wordsOfLocks_data();
    void wordsOfLocks();
};

void TestHit::hits_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("row");
    QTest::addColumn<double>("at");
    QTest::addColumn<QString>("hit");
    QTest::newRow("before the start") << 0 << 0 << 2.0 << "not started T1";
    QTest::newRow("runs") << 0 << 0 << 7.0 << "running T1 W1 @0 5-10";
    QTest::newRow("ready") << 0 << 0 << 15.0 << "ready T1 W1 10-20";
    QTest::newRow("at an edge") << 0 << 0 << 20.0 << "running T1 W1 @1 20-30";
    QTest::newRow("after the stop") << 0 << 0 << 35.0 << "nothing T1";
    QTest::newRow("lock") << 0 << 1 << 30.0 << "lock T2 W2 25-40";
    QTest::newRow("never started") << 0 << 2 << 30.0 << "not started T3";
    QTest::newRow("worker") << 1 << 1 << 30.0 << "lock T2 W2 25-40";
    QTest::newRow("worker, before") << 1 << 1 << 10.0 << "nothing W2";
}

void TestHit::hits()
{
    QFETCH(int, rows);
    QFETCH(int, row);
    QFETCH(double, at);
    QFETCH(QString, hit);
    const Sample sample;
    const RowGroup group{static_cast<std::size_t>(row), 1};
    const auto t = testOrigin + Nanoseconds(std::llround(at * 1e6));
    QCOMPARE(text(hitAt(sample.source(static_cast<RowsBy>(rows)), group, t, 0.5, 0ns)), hit);
}

void TestHit::narrowSlicesAreFound()
{
    const Recording recording = recordingFrom("W1: T1 ready 0-50 run 50-50.001 ready 50.001-100");
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    const auto at = [&](Nanoseconds t, Nanoseconds tolerance) {
        return *hitAt(source, {0, 1}, testOrigin + t, 0.5, tolerance).state;
    };
    QCOMPARE(at(49900us, 200us), WorkState::Running);
    QCOMPARE(at(50100us, 200us), WorkState::Running);
    QCOMPARE(at(49900us, 0us), WorkState::Ready);
    QCOMPARE(at(51ms, 200us), WorkState::Ready);
}

void TestHit::lanesOfASplitTask()
{
    Recording recording = recordingFrom("W1: T1.0 run 0-10; W2: T1.1 ready 0-10");
    recording.start.plan = {1, 2, 2, WorkerKind::Threads};
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    const auto worker = [&](double depth) {
        return number(hitAt(source, {0, 1}, testOrigin + 5ms, depth, 0ns).worker);
    };
    QCOMPARE(worker(0.2), 1U);
    QCOMPARE(worker(0.8), 2U);
    QCOMPARE(worker(1.5), 2U);  // below the bar, in the row
}

void TestHit::edges_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("forward");
    QTest::addColumn<int>("edge");
    QTest::newRow("from before") << 0 << true << 5;
    QTest::newRow("from an edge") << 5 << true << 10;
    QTest::newRow("back from an edge") << 20 << false << 10;
    QTest::newRow("between") << 15 << true << 20;
    QTest::newRow("back to the start") << 8 << false << 5;
    QTest::newRow("after the last") << 30 << true << -1;
    QTest::newRow("back from far away") << 1000 << false << 30;
}

void TestHit::edges()
{
    QFETCH(int, from);
    QFETCH(bool, forward);
    QFETCH(int, edge);
    const Sample sample;
    const auto direction = forward ? Direction::Forward : Direction::Back;
    for (const RowsBy rows : {RowsBy::Tasks, RowsBy::Workers}) {
        const auto found = nextEdge(sample.source(rows), {0, 1},
                                    testOrigin + std::chrono::milliseconds(from), direction);
        QCOMPARE(found.has_value(), edge >= 0);
        if (found)
            QCOMPARE(*found - testOrigin, Nanoseconds(std::chrono::milliseconds(edge)));
    }
}

void TestHit::snapping_data()
{
    QTest::addColumn<double>("at");
    QTest::addColumn<double>("snapped");
    QTest::newRow("near") << 9.5 << 10.0;
    QTest::newRow("on it") << 10.0 << 10.0;
    QTest::newRow("a little after") << 10.9 << 10.0;
    QTest::newRow("too far") << 13.0 << 13.0;
}

void TestHit::snapping()
{
    QFETCH(double, at);
    QFETCH(double, snapped);
    const Sample sample;
    const auto t = testOrigin + Nanoseconds(std::llround(at * 1e6));
    const Nanoseconds found = ::snapped(sample.source(), {0, 1}, t, 1ms);
    QCOMPARE(toMilliseconds(found - testOrigin), snapped);
}

void TestHit::words()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Sample sample;
    sample.recording.workers[0].name = "compute";
    sample.recording.workers[0].tid = 4711;
    const Nanoseconds t = testOrigin + 7ms;
    const Hit hit = hitAt(sample.source(), {0, 1}, t, 0.5, 0ns);
    const HoverText text = hoverTextOf(sample.source(), hit, t, {1ms, 1});
    QCOMPARE(text.headline, QStringLiteral("Task 1 · running"));
    QCOMPARE(text.inOneLine(),
             QStringLiteral("Task 1 · running · worker 1 (compute, thread 4711) on core 0 · "
                            "5.0 ms – 10.0 ms · 5.00 ms · task: 5.0 ms – 30.0 ms · 25.0 ms"));
    QCOMPARE(number(text.task), 1U);

    sample.recording.workers[0].name = "thread 1";  // as every first worker is called
    QVERIFY(hoverTextOf(sample.source(), hit, t, {1ms, 1})
                .inOneLine()
                .contains(QStringLiteral("worker 1 (thread 4711) on core 0")));
}

void TestHit::wordsOfFailure()
{
    Sample sample;
    sample.recording.tasks[1].error = "killed by signal 9";
    const Nanoseconds t = testOrigin + 30ms;
    const Hit hit = hitAt(sample.source(), {1, 1}, t, 0.5, 0ns);
    const QString text = hoverTextOf(sample.source(), hit, t, {1ms, 1}).inOneLine();
    QVERIFY(text.contains(QStringLiteral("failed: killed by signal 9")));
    QVERIFY(text.contains(QStringLiteral("blocked: lock")));
    sample.recording.tasks[1].outcome = Outcome::Cancelled;
    QVERIFY(hoverTextOf(sample.source(), hit, t, {1ms, 1})
                .inOneLine()
                .contains(QStringLiteral("cancelled")));
}

void TestHit::wordsOfGroups()
{
    const Recording recording = simulatedRun({.mode = Mode::Concurrent, .experiment = {}});
    PanelModel model;
    model.update(recording);
    const Nanoseconds t = recording.start.origin + 50ms;
    const RowSource byTask{recording, model, RowsBy::Tasks};
    const RowSource byWorker{recording, model, RowsBy::Workers};
    const Hit hit = hitAt(byTask, {0, 4}, t, 0.5, 0ns);
    QCOMPARE(hoverTextOf(byTask, hit, t, {1ms, 1}).inOneLine(),
             QStringLiteral("Tasks 1–4 · 4 in progress"));
    QCOMPARE(hoverTextOf(byWorker, hit, t, {1ms, 1}).inOneLine(),
             QStringLiteral("Workers 1–4 · 1 running"));
    Recording some = recording;
    some.tasks[1].outcome = some.tasks[3].outcome = Outcome::Failed;
    some.tasks[2].outcome = Outcome::Cancelled;
    QCOMPARE(hoverTextOf({some, model}, hit, t, {1ms, 1}).inOneLine(),
             QStringLiteral("Tasks 1–4 · 4 in progress · 2 failed · 1 cancelled"));
}

void TestHit::longNames()
{
    Sample sample;
    sample.recording.workers[0].name = std::string(10'000, 'x');
    const Nanoseconds t = testOrigin + 7ms;
    const Hit hit = hitAt(sample.source(), {0, 1}, t, 0.5, 0ns);
    QVERIFY(hoverTextOf(sample.source(), hit, t, {1ms, 1}).inOneLine().size() < 300);
}

namespace {

/// Task 1 waits for input while task 2 computes, and then for the loop.
Recording loopRun()
{
    return recordingFrom("with event-loop; T1[0-30] T2[0-30]; "
                         "W1: T1 run 0-5@0 T2 run 5-25@1 T1 run 25-28 io 28-30; "
                         "S: T1 io 5-15 ready 15-25 T2 ready 0-5 sleep 25-30");
}

}  // namespace

void TestHit::suspended_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    QTest::newRow("running") << 0 << 2
                             << "Task 1 · running · worker 1 on core 0 · 0.0 ms – 5.0 ms · 5.00 ms "
                                "· task: 0.0 ms – 30.0 ms · 30.0 ms";
    QTest::newRow("io") << 0 << 10
                        << "Task 1 · blocked: input or output · suspended: on no worker until then "
                           "· 5.0 ms – 15.0 ms · 10.0 ms · task: 0.0 ms – 30.0 ms · 30.0 ms";
    QTest::newRow("ready") << 0 << 20
                           << "Task 1 · ready, waiting for the event loop · suspended: on no "
                              "worker until then · 15.0 ms – 25.0 ms · 10.0 ms · "
                              "task: 0.0 ms – 30.0 ms · 30.0 ms";
    QTest::newRow("waits on the loop") << 0 << 29
                                       << "Task 1 · blocked: input or output · worker 1 · 28.0 ms "
                                          "– 30.0 ms · 2.00 ms · task: 0.0 ms – 30.0 ms · 30.0 ms";
    QTest::newRow("the other") << 1 << 10
                               << "Task 2 · running · worker 1 on core 1 · 5.0 ms – 25.0 ms · "
                                  "20.0 ms · task: 0.0 ms – 30.0 ms · 30.0 ms";
}

void TestHit::suspended()
{
    QFETCH(int, row);
    QFETCH(int, at);
    QFETCH(QString, words);
    const Recording recording = loopRun();
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    const Nanoseconds t = testOrigin + std::chrono::milliseconds(at);
    const Hit hit = hitAt(source, {static_cast<std::size_t>(row), 1}, t, 0.5, 0ns);
    QCOMPARE(hoverTextOf(source, hit, t, {1ms, 1}).inOneLine(), words);
}

void TestHit::edgesOfSuspensions()
{
    const Recording recording = loopRun();
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    QStringList edges;
    auto edge = nextEdge(source, {0, 1}, testOrigin, Direction::Forward);
    for (; edge; edge = nextEdge(source, {0, 1}, *edge, Direction::Forward))
        edges << QString::number(toMilliseconds(*edge - testOrigin));
    QCOMPARE(edges.join(u' '), QStringLiteral("5 15 25 28 30"));
}

void TestHit::wordsOfLocks_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("words");
    QTest::newRow("lock") << "#3T2"
                          << "waits for lock 3, held by task 2";
    QTest::newRow("the global lock") << "#0T2"
                                     << "waits for the global lock, held by task 2";
    QTest::newRow("nobody known") << "#3T0"
                                  << "waits for lock 3";
    QTest::newRow("nothing known") << ""
                                   << "";
}

void TestHit::wordsOfLocks()
{
    QFETCH(QString, held);
    QFETCH(QString, words);
    const Recording recording =
        recordingFrom("T1[0-10] T2[0-10]; W1: T1 lock 0-10" + held.toStdString());
    PanelModel model;
    model.update(recording);
    const RowSource source{recording, model, RowsBy::Tasks};
    const Nanoseconds t = testOrigin + 5ms;
    const HoverText text = hoverTextOf(source, hitAt(source, {0, 1}, t, 0.5, 0ns), t, {1ms, 1});
    QCOMPARE(text.lines.filter(QStringLiteral("waits for")).join(u'|'), words);
    QCOMPARE(text.headline, QStringLiteral("Task 1 · blocked: lock"));
}

QTEST_GUILESS_MAIN(TestHit)
#include "tst_hit.moc"
