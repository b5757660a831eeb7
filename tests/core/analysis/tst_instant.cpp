#include "core/analysis/changes.h"
#include "core/analysis/instant.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

/// "T1.2/W3": part 2 of task 1 on worker 3; "-/W3" between tasks.
QString text(const WorkAt& work)
{
    QString text = work.task == TaskId::None ? QStringLiteral("-")
                                             : QStringLiteral("T%1").arg(number(work.task));
    if (number(work.part) > 0)
        text += QStringLiteral(".%1").arg(number(work.part));
    if (work.worker != WorkerId::None)
        text += QStringLiteral("/W%1").arg(number(work.worker));
    return text;
}

/// "io:T1/W1@5": since 5 ms; "lock#3T2:T1/W1@5" waits for lock 3, held by task 2.
QString text(const WaitingAt& waiting)
{
    QString reason = QString::fromStdString(std::string(nameOf(waiting.reason)));
    if (waiting.held != HeldLock{})
        reason += QStringLiteral("#%1T%2").arg(waiting.held.lock).arg(number(waiting.held.holder));
    const std::string since = lengthText(waiting.since - testOrigin);
    return reason + u':' + text(waiting.work) + u'@' + QString::fromStdString(since);
}

QString text(const CoreAt& core)
{
    const QString what = core.use == CoreUse::Running ? text(core.work)
                         : core.use == CoreUse::Idle  ? QStringLiteral("idle")
                                                      : QStringLiteral("?");
    return QStringLiteral("%1=%2").arg(core.core).arg(what);
}

QString text(TaskId task)
{
    return QStringLiteral("T%1").arg(number(task));
}

template <typename List>
void add(QStringList& parts, const char* name, const List& list)
{
    if (list.empty())
        return;
    parts << QString::fromLatin1(name);
    for (const auto& each : list)
        parts << text(each);
}

/// "0=T1/W1 1=idle ready ready:T2/W2@0 blocked io:T3/W3@1 unknown … later T4 stopped T5 over"
QString text(const Instant& instant)
{
    QStringList parts;
    for (const CoreAt& core : instant.cores)
        parts << text(core);
    add(parts, "running", instant.running);
    add(parts, "ready", instant.ready);
    add(parts, "blocked", instant.blocked);
    add(parts, "unknown", instant.notKnown);
    add(parts, "later", instant.notStarted);
    add(parts, "stopped", instant.stopped);
    if (instant.hasEnded)
        parts << QStringLiteral("over");
    return parts.join(u' ');
}

QString instantText(const Recording& run, const char* t, int cores = 2)
{
    return text(instantOf(run, testOrigin + lengthFrom(t), cores));
}

constexpr auto turns = "T1[0-30] T2[0-40] T3[0-40] T4[0-40] T5[]; evidence exact;"
                       "W1: T1 run 0-10@0 ready 10-20 run 20-30@0;"
                       "W2: T2 ready 0-10 run 10-15@0 ready 15-30 run 30-40@0;"
                       "W3: T3 ready 0-15 run 15-20@0 io 20-35 ready 35-40;"
                       "W4: T4 ready 0-4 lock 4-40#2T1";

constexpr auto loop = "with event-loop; evidence exact; T1[0-20] T2[2-20] T3[]; known 20;"
                      "W1: T1 run 0-2@1 T2 run 2-5@1 - sleep 5-9 T1 run 9-12@1 - sleep 12-20;"
                      "S: T1 io 2-8 ready 8-9 sleep 12-; S: T2 io 5-11 ready 11-";

}  // namespace

/// What a recording does at one instant, and when that changes.
class TestInstant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void instants_data();
    void instants();
    void namesAllCores();
    void findsASuspensionOfEachPart();
    void whatIsCutOffIsNotIdle();
    void changes_data();
    void changes();
    void workersChangeByThemselves();
    void manySlices();
};

void TestInstant::instants_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("instant");
    const auto row = [](const char* name, const char* recording, const char* at,
                        const char* instant) {
        QTest::newRow(name) << std::string(recording) << QString::fromLatin1(at)
                            << QString::fromLatin1(instant);
    };
    row("nothing", "", "0", "0=idle 1=idle over");
    row("who has been ready for longest is first", turns, "16",
        "0=T3/W3 1=idle ready ready:T1/W1@10 ready:T2/W2@15 blocked lock#2T1:T4/W4@4 later T5");
    row("as long: by number", turns, "2",
        "0=T1/W1 1=idle ready ready:T2/W2@0 ready:T3/W3@0 ready:T4/W4@0 later T5");
    row("blocked in order", turns, "25",
        "0=T1/W1 1=idle ready ready:T2/W2@15 blocked lock#2T1:T4/W4@4 io:T3/W3@20 later T5");
    row("at an edge the next begins", turns, "10",
        "0=T2/W2 1=idle ready ready:T3/W3@0 ready:T1/W1@10 blocked lock#2T1:T4/W4@4 later T5");
    row("one has stopped", turns, "36",
        "0=T2/W2 1=idle ready ready:T3/W3@35 blocked lock#2T1:T4/W4@4 later T5 stopped T1");
    row("before the start", "T1[5-10]; W1: T1 run 5-10@0", "1", "0=idle 1=idle later T1");
    row("after the end", "T1[5-10]; W1: T1 run 5-10@0", "10", "0=idle 1=idle stopped T1 over");
    row("parts on two cores", "W1: T1 run 0-9@0; W2: T1.1 run 0-9@1", "5", "0=T1/W1 1=T1.1/W2");
    row("between tasks", "T1[4-9]; W1: - run 0-4@0 T1 run 4-9@0; W2: - queue 0-9", "2",
        "0=-/W1 1=idle later T1");
    row("a pause of no time", "T1[0-9]; W1: T1 run 0-3@0 io 3-3 run 3-9@1", "3", "0=idle 1=T1/W1");
    row("the core is not known", "T1[0-9] T2[0-9]; W1: T1 run 0-9; W2: T2 run 0-9@1", "5",
        "0=? 1=T2/W2 running T1/W1");
    row("records are lost", "T1[0-9] T2[0-9]; W1: T1 run 0-3@0 unseen 3-9; W2: T2 run 0-9@1", "5",
        "0=? 1=T2/W2 unknown T1/W1");
    row("nothing says what a task does", "T1[0-9]; W1: - run 0-2@0", "1",
        "0=-/W1 1=idle unknown T1");
    row("an event loop runs one", loop, "3", "0=idle 1=T2/W1 blocked io:T1@2 later T3");
    row("it waits for two", loop, "6", "0=idle 1=idle blocked io:T1@2 io:T2@5 later T3");
    row("one is ready", loop, "8.5", "0=idle 1=idle ready ready:T1@8 blocked io:T2@5 later T3");
    row("one that has not ended", loop, "15",
        "0=idle 1=idle ready ready:T2@11 blocked sleep:T1@12 later T3");
    row("observed threads", "observed; evidence exact; W1: run 0-9@0; W2: ready 0-9; W3: io 0-9",
        "5", "0=-/W1 1=idle ready ready:-/W2@0 blocked io:-/W3@0");
    row("an observed thread that is gone", "observed; W1: run 0-9@0; W2: run 0-4@1", "5",
        "0=-/W1 1=idle");
    row("an observed thread of which nothing is known", "observed; W1: run 0-9@0; W2: unseen 0-9",
        "5", "0=-/W1 1=? unknown -/W2");
}

void TestInstant::instants()
{
    QFETCH(std::string, recording);
    QFETCH(QString, at);
    QTEST(instantText(recordingFrom(recording), qPrintable(at)), "instant");
}

void TestInstant::namesAllCores()
{
    const Recording run = recordingFrom("T1[0-9]; evidence exact; W1: T1 run 0-9@2");
    QCOMPARE(instantText(run, "1", 4), QStringLiteral("0=idle 1=idle 2=T1/W1 3=idle"));
    QCOMPARE(instantText(run, "1", 1), QStringLiteral("0=idle 1=idle 2=T1/W1"));  // more than said
}

void TestInstant::findsASuspensionOfEachPart()
{
    Recording run = recordingFrom("with event-loop; T1[0-9]; S: T1 io 1-9; S: T1.1 sleep 2-5");
    run.start.plan.split = 2;
    QCOMPARE(instantText(run, "3"), QStringLiteral("0=idle 1=idle blocked io:T1@1 sleep:T1.1@2"));
    QCOMPARE(instantText(run, "6"), QStringLiteral("0=idle 1=idle blocked io:T1@1"));
}

void TestInstant::whatIsCutOffIsNotIdle()
{
    Recording run = recordingFrom("T1[0-]; evidence exact; W1: T1 run 0-5@0; known 5");
    run.summary.end = RunEnd::NotYet;
    run.workers[0].stop.reset();
    QCOMPARE(instantText(run, "4"), QStringLiteral("0=T1/W1 1=idle"));
    QCOMPARE(instantText(run, "6"), QStringLiteral("0=? 1=? unknown T1"));
}

void TestInstant::changes_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("forward");
    QTest::newRow("nothing") << std::string() << "";
    QTest::newRow("turns") << std::string(turns) << "0 4 10 15 20 30 35 40";
    QTest::newRow("loop") << std::string(loop) << "0 2 5 8 9 11 12 20";
    QTest::newRow("a task alone") << std::string("T1[3-7] T2[5-]; known 9") << "3 5 7";
    QTest::newRow("intervals of no time")
        << std::string("T1[0-9]; W1: T1 run 0-3 io 3-3 lock 3-3 sleep 3-3 run 3-9") << "0 3 9";
    QTest::newRow("nothing is known")
        << std::string("observed; W1: run 1-2 unseen 4-6") << "1 2 4 6";
}

void TestInstant::changes()
{
    QFETCH(std::string, recording);
    const Recording run = recordingFrom(recording);
    QStringList forward;
    Nanoseconds last{};
    for (auto t = changeAfter(run, Nanoseconds{}); t; t = changeAfter(run, *t)) {
        forward << QString::fromStdString(lengthText(*t - testOrigin));
        last = *t;
    }
    QTEST(forward.join(u' '), "forward");
    QStringList back;
    for (auto t = changeBefore(run, last + Nanoseconds(1)); t; t = changeBefore(run, *t))
        back.push_front(QString::fromStdString(lengthText(*t - testOrigin)));
    QCOMPARE(back, forward);
}

void TestInstant::workersChangeByThemselves()
{
    Recording run = recordingFrom("observed; W1: run 4-6");
    run.workers[0].start = testOrigin + lengthFrom("2");
    run.workers[0].stop = testOrigin + lengthFrom("9");
    QCOMPARE(changeAfter(run, testOrigin), run.workers[0].start);
    QCOMPARE(changeAfter(run, testOrigin + lengthFrom("6")), run.workers[0].stop);
    QCOMPARE(changeBefore(run, testOrigin + lengthFrom("4")), run.workers[0].start);
}

/// A pass over all slices at each of so many instants would not come to an end.
void TestInstant::manySlices()
{
    constexpr int count = 1'000'000;
    Recording run = recordingFrom("T1[0-1000]; W1: T1 run 0-1@0");
    Worker& worker = run.workers[0];
    worker.slices.clear();
    for (int i = 0; i < count; ++i) {
        const Nanoseconds start = testOrigin + Nanoseconds(i) * 1000;
        worker.slices.push_back({start, start + Nanoseconds(600), TaskId{1}, {}, 0});
        worker.waits.push_back({start + Nanoseconds(600),
                                start + Nanoseconds(1000),
                                TaskId{1},
                                {},
                                WaitReason::Ready});
    }
    int running = 0;
    int ready = 0;
    Nanoseconds t = testOrigin;
    for (int i = 0; i < 200'000; ++i, t = *changeAfter(run, t)) {
        const Instant instant = instantOf(run, t, 1);
        running += instant.cores[0].use == CoreUse::Running ? 1 : 0;
        ready += static_cast<int>(instant.ready.size());
    }
    QCOMPARE(running, 100'000);
    QCOMPARE(ready, 100'000);
}

QTEST_APPLESS_MAIN(TestInstant)
#include "tst_instant.moc"
