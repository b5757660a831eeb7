#include "core/analysis/profile.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

namespace {

/// "0:1 10:2 20:0": from then on, so many.
QString text(const Profile& profile)
{
    QStringList steps;
    for (const Step& step : profile)
        steps << QString::fromStdString(lengthText(step.time - testOrigin)) + u':' +
                     QString::number(step.count);
    return steps.join(u' ');
}

Profile profileFrom(std::string_view text)
{
    Profile profile;
    for (const std::string& step : split(text, " ")) {
        const auto parts = split(step, ":");
        profile.push_back({testOrigin + lengthFrom(parts[0]), std::stoi(parts[1])});
    }
    return profile;
}

TimeRange rangeFrom(std::string_view text)
{
    const auto ends = split(text, "-");
    return {testOrigin + lengthFrom(ends[0]), testOrigin + lengthFrom(ends[1])};
}

}  // namespace

/// How many tasks are in progress and workers running, over time.
class TestProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inProgress_data();
    void inProgress();
    void observedThreadsInProgress_data();
    void observedThreadsInProgress();
    void running_data();
    void running();
    void runningWithAMargin();
    void integrals_data();
    void integrals();
    void leavesOutShortStretches_data();
    void leavesOutShortStretches();
    void maximumOfProfile();
    void manySlices();
};

void TestProfile::inProgress_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("profile");
    QTest::newRow("nothing") << std::string() << "";
    QTest::newRow("one") << std::string("T1[2-9]") << "2:1 9:0";
    QTest::newRow("one after the other") << std::string("T1[0-10] T2[10-20]") << "0:1 20:0";
    QTest::newRow("a pause between") << std::string("T1[0-10] T2[11-20]") << "0:1 10:0 11:1 20:0";
    QTest::newRow("overlapping") << std::string("T1[0-10] T2[5-20]") << "0:1 5:2 10:1 20:0";
    QTest::newRow("within") << std::string("T1[0-20] T2[5-10] T3[10-15]") << "0:1 5:2 15:1 20:0";
    QTest::newRow("the same") << std::string("T1[0-9] T2[0-9]") << "0:2 9:0";
    QTest::newRow("no time at all") << std::string("T1[3-3] T2[0-9]") << "0:1 9:0";
    QTest::newRow("goes on") << std::string("T1[0-] T2[5-7]; known 9") << "0:1 5:2 7:1 9:0";
    QTest::newRow("begins later than is known") << std::string("T1[5-]; known 4") << "";
    QTest::newRow("never started") << std::string("T1[0-5] T2[]; known 9") << "0:1 5:0";
}

void TestProfile::inProgress()
{
    QFETCH(std::string, recording);
    QTEST(text(inProgressProfile(recordingFrom(recording))), "profile");
}

void TestProfile::observedThreadsInProgress_data()
{
    QTest::addColumn<std::string>("workers");
    QTest::addColumn<QString>("profile");
    const auto row = [](const char* name, const char* workers, const char* profile) {
        QTest::newRow(name) << std::string(workers) << QString::fromUtf8(profile);
    };
    row("nothing", "", "");
    row("all the time", "W1: run 0-60", "0:1 60:0");
    row("periods in which it ran", "W1: run 0-1 sleep 1-41 run 41-42 sleep 42-80",
        "0:1 20:0 40:1 60:0");
    row("over the end of a period", "W1: sleep 0-15 run 15-25 sleep 25-60", "0:1 40:0");
    row("too short", "W1: run 0-0.049 sleep 0.049-20", "");
    row("just long enough", "W1: run 0-0.05 sleep 0.05-20", "0:1 20:0");
    row("long enough together", "W1: run 0-0.03 sleep 0.03-9 run 9-9.02 sleep 9.02-20", "0:1 20:0");
    row("not long enough in any one", "W1: sleep 0-19.97 run 19.97-20.03 sleep 20.03-40", "");
    row("only waits", "W1: run 0-40; W2: join 0-40", "0:1 40:0");
    row("waits for the end of another in between", "W1: run 0-1 join 1-19 run 19-20; W2: run 0-19",
        "0:2 1:1 20:0");
    row("such a wait over several periods", "W1: run 0-1 join 1-41 run 41-42", "0:1 1:0 41:1 42:0");
    row("such waits one after another", "W1: run 0-1 join 1-5 run 5-6 join 6-20",
        "0:1 1:0 5:1 6:0");
    row("nobody knows", "W1: run 0-40; W2: unseen 0-40", "0:1 40:0");
    row("takes turns", "W1: run 0-5 lock 5-20; W2: lock 0-5 run 5-20", "0:2 20:0");
    row("before its start and after its stop", "W1: run 0-60; W2: run 25-30", "0:1 25:2 30:1 60:0");
    row("one after another", "W1: run 0-10; W2: run 10-20", "0:1 20:0");
    row("the last period is cut", "W1: sleep 0-41 run 41-45", "40:1 45:0");
    row("a fiftieth of two seconds", "W1: run 0-1 sleep 1-2000", "0:1 40:0");
    row("a fiftieth of a second", "W1: run 0-1 sleep 1-1000", "0:1 20:0");
    row("has not stopped", "W1: run 0-10; known 10", "0:1 10:0");
}

void TestProfile::observedThreadsInProgress()
{
    QFETCH(std::string, workers);
    const Recording run = recordingFrom("observed; evidence exact; " + workers);
    QTEST(text(inProgressProfile(run)), "profile");
}

void TestProfile::running_data()
{
    QTest::addColumn<std::string>("recording");
    QTest::addColumn<QString>("profile");
    const auto row = [](const char* name, const char* recording, const char* profile) {
        QTest::newRow(name) << std::string(recording) << QString::fromUtf8(profile);
    };
    row("nothing", "", "");
    row("one", "W1: T1 run 0-10 ready 10-20 run 20-30", "0:1 10:0 20:1 30:0");
    row("between tasks does not count", "W1: - run 0-3 T1 run 3-9 - run 9-12", "3:1 9:0");
    row("waiting does not count", "W1: T1 run 0-3 io 3-9 run 9-12", "0:1 3:0 9:1 12:0");
    row("taking turns", "W1: T1 run 0-5 ready 5-9 run 9-12; W2: T2 ready 0-5 run 5-9 ready 9-10",
        "0:1 12:0");
    row("at the same time", "W1: T1 run 0-8; W2: T2 run 5-12", "0:1 5:2 8:1 12:0");
    row("parts of one task", "W1: T1.0 run 0-8; W2: T1.1 run 0-8", "0:2 8:0");
    row("one worker changes task", "W1: T1 run 0-5 T2 run 5-9", "0:1 9:0");
    row("one worker changes core", "W1: T1 run 0-5@0 run 5-9@1", "0:1 9:0");
    row("a worker counts once", "W1: T1 run 0-5 T2 run 3-9 run 4-6", "0:1 9:0");
    row("from the very origin", "W1: T1 run 0-0 run 2-3", "2:1 3:0");
    row("all that an observed program runs", "observed; W1: run 0-8; W2: run 5-12",
        "0:1 5:2 8:1 12:0");
}

void TestProfile::running()
{
    QFETCH(std::string, recording);
    QTEST(text(runningProfile(recordingFrom(recording))), "profile");
}

void TestProfile::runningWithAMargin()
{
    const Recording run = recordingFrom("W1: T1 run 5-8 io 8-10 run 10-12; W2: T2 run 14-20");
    QCOMPARE(text(runningProfile(run, std::chrono::milliseconds(2))),
             QStringLiteral("3:1 12:2 14:1 22:0"));
    QCOMPARE(text(runningProfile(run, std::chrono::milliseconds(1))), QStringLiteral("4:1 21:0"));
}

void TestProfile::integrals_data()
{
    QTest::addColumn<std::string>("profile");
    QTest::addColumn<std::string>("within");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("time");
    QTest::addColumn<double>("area");
    const auto row = [](const char* name, const char* profile, const char* within, int count,
                        const char* time, double area) {
        QTest::newRow(name) << std::string(profile) << std::string(within) << count
                            << QString::fromUtf8(time) << area * 1e6;
    };
    row("empty", "", "0-10", 1, "0", 0);
    row("all of it", "0:1 10:2 20:0", "0-20", 1, "20", 30);
    row("the upper part", "0:1 10:2 20:0", "0-20", 2, "10", 30);
    row("higher than any", "0:1 10:2 20:0", "0-20", 3, "0", 30);
    row("cut at both ends", "0:1 10:2 20:0", "5-12", 2, "2", 9);
    row("within one step", "0:1 10:2 20:0", "12-15", 2, "3", 6);
    row("before it", "10:2 20:0", "0-10", 1, "0", 0);
    row("behind it", "10:2 20:0", "20-30", 1, "0", 0);
    row("longer than it", "10:2 20:0", "0-30", 2, "10", 20);
    row("none is everywhere", "10:2 20:0", "0-30", 0, "30", 20);
    row("two apart", "0:2 1:1 4:3 6:0", "0-9", 2, "3", 11);
    row("no time", "0:2 9:0", "3-3", 1, "0", 0);
    row("a range upside down", "0:2 9:0", "5-3", 1, "0", 0);
}

void TestProfile::integrals()
{
    QFETCH(std::string, profile);
    QFETCH(std::string, within);
    QFETCH(int, count);
    const Profile steps = profileFrom(profile);
    QTEST(QString::fromStdString(lengthText(timeAtLeast(steps, count, rangeFrom(within)))), "time");
    QTEST(area(steps, rangeFrom(within)), "area");
}

void TestProfile::leavesOutShortStretches_data()
{
    QTest::addColumn<std::string>("profile");
    QTest::addColumn<QString>("time");
    QTest::newRow("too short") << std::string("0:2 1:1 5:2 6:0") << "0";
    QTest::newRow("just long enough") << std::string("0:2 2:1 5:2 6:0") << "2";
    QTest::newRow("one stretch of two counts") << std::string("0:2 1:3 2:1 5:2 6:0") << "2";
    QTest::newRow("at the end") << std::string("0:1 8:2") << "2";
    QTest::newRow("cut short by the end") << std::string("0:1 9:2 12:0") << "0";
}

void TestProfile::leavesOutShortStretches()
{
    QFETCH(std::string, profile);
    const Nanoseconds time =
        timeAtLeast(profileFrom(profile), 2, rangeFrom("0-10"), lengthFrom("2"));
    QTEST(QString::fromStdString(lengthText(time)), "time");
}

void TestProfile::maximumOfProfile()
{
    QCOMPARE(maximum({}), 0);
    QCOMPARE(maximum(profileFrom("0:1 3:4 5:2 9:0")), 4);
}

/// A hundred thousand slices of four workers, each a turn of one millisecond.
void TestProfile::manySlices()
{
    Recording run;
    run.workers.resize(4);
    for (int i = 0; i < 100'000; ++i) {
        const Nanoseconds start = std::chrono::milliseconds(i);
        run.workers[static_cast<std::size_t>(i % 4)].slices.push_back(
            {start, start + std::chrono::milliseconds(1), TaskId{1}});
    }
    QCOMPARE(runningProfile(run), (Profile{{{}, 1}, {std::chrono::seconds(100), 0}}));
}

QTEST_APPLESS_MAIN(TestProfile)
#include "tst_profile.moc"
