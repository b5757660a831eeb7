#include "core/analysis/difference.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

QString text(Nanoseconds time)
{
    const std::string length = lengthText(time < Nanoseconds{} ? -time : time);
    return (time < Nanoseconds{} ? QStringLiteral("-") : QString()) +
           QString::fromStdString(length);
}

/// "wall 20→10 (-10)"
QString text(const char* name, const Change& change)
{
    return QStringLiteral("%1 %2→%3 (%4)")
        .arg(QString::fromUtf8(name), text(change.before), text(change.now),
             text(change.difference()));
}

QString text(const Difference& difference)
{
    QStringList words{text("wall", difference.wall), text("running", difference.running),
                      text("ready", difference.ready), text("blocked", difference.blocked)};
    if (difference.unknown != Change{})
        words << text("unknown", difference.unknown);
    return words.join(QStringLiteral(", "));
}

/// Which of the three `largestWith` names.
QString nameOfLargest(const Difference& difference)
{
    const Change* const largest = largestWith(difference);
    if (!largest)
        return QStringLiteral("none");
    if (largest == &difference.running)
        return QStringLiteral("running");
    return largest == &difference.ready ? QStringLiteral("ready") : QStringLiteral("blocked");
}

}  // namespace

/// What two runs differ in, in figures.
class TestDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void ratios();
};

void TestDifference::differences_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("now");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("largest");
    const auto row = [](const char* name, const char* before, const char* now,
                        const char* difference, const char* largest) {
        QTest::newRow(name) << std::string(before) << std::string(now)
                            << QString::fromUtf8(difference) << QString::fromUtf8(largest);
    };
    row("the same", "W1: T1 run 0-10", "W1: T1 run 0-10",
        "wall 10→10 (0), running 10→10 (0), ready 0→0 (0), blocked 0→0 (0)", "none");
    row("one core becomes two", "W1: T1 run 0-10 ready 10-20\nW2: T2 ready 0-10 run 10-20",
        "W1: T1 run 0-10\nW2: T2 run 0-10",
        "wall 20→10 (-10), running 20→20 (0), ready 20→0 (-20), blocked 0→0 (0)", "ready");
    row("all waits but those for a core are blocked",
        "W1: T1 run 0-10 io 10-12 lock 12-16 sleep 16-20", "W1: T1 run 0-10 queue 10-40",
        "wall 20→40 (20), running 10→10 (0), ready 0→0 (0), blocked 10→30 (20)", "blocked");
    row("what has changed the other way is not named", "W1: T1 run 0-10 ready 10-30",
        "W1: T1 run 0-25", "wall 30→25 (-5), running 10→25 (15), ready 20→0 (-20), blocked 0→0 (0)",
        "ready");
    row("nothing has changed the way of the wall time", "W1: T1 run 0-10 ready 10-20",
        "W1: T1 run 0-10 - run 10-12\nT1[0-21]",
        "wall 20→21 (1), running 10→12 (2), ready 10→0 (-10), blocked 0→0 (0)", "running");
    row("lost records are in none of the three", "W1: T1 run 0-10", "W1: T1 run 0-4 unseen 4-8",
        "wall 10→8 (-2), running 10→4 (-6), ready 0→0 (0), blocked 0→0 (0), unknown 0→4 (4)",
        "running");
}

void TestDifference::differences()
{
    QFETCH(const std::string, before);
    QFETCH(const std::string, now);
    const Difference difference = differenceOf(recordingFrom(before), recordingFrom(now));
    QTEST(text(difference), "difference");
    QTEST(nameOfLargest(difference), "largest");
}

void TestDifference::ratios()
{
    QCOMPARE(Change({20ms, 10ms}).ratio(), std::optional(0.5));
    QCOMPARE(Change({10ms, 0ms}).ratio(), std::optional(0.0));
    QCOMPARE(Change({0ms, 10ms}).ratio(), std::nullopt);
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
