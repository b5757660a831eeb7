#include "app/replay/motionkeeper.h"
#include "app/replay/replay.h"
#include "app/timeline/viewport.h"
#include "tests/support/recordingtext.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace std::chrono_literals;

constexpr auto first = "T1[0-30] T2[30-60]; W1: T1 run 0-30@0 T2 run 30-60@0";
constexpr auto second =
    "T1[0-40] T2[5-50]; W1: T1 run 0-40@0; W2: T2 run 5-20@1 io 20-45 run 45-50@1";

/// A replay of two runs, on a clock that the test moves.
struct Played {
    Played()
    {
        comparison.runs = {recordingFrom(first), recordingFrom(second)};
        viewport.setContentEnd(60ms);
        replay.setComparison(&comparison);
        replay.setSpeed(4);  // a tenth
    }

    /// Lets so much time pass.
    void pass(Nanoseconds length)
    {
        now += length;
        replay.advance();
    }

    Comparison comparison;
    Nanoseconds now = 5s;
    Viewport viewport;
    Replay replay{viewport, [this] { return now; }};
};

}  // namespace

/// The clock of the replay, and what it does to the viewport.
class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slowsThePicture();
    void goesOnAfterAPause();
    void stopsAtTheEnd();
    void startsAgainFromTheEnd();
    void losesNothingWhereTheSpeedChanges();
    void keepsToTheSpeeds();
    void suggestsASpeed_data();
    void suggestsASpeed();
    void keepsTheSpeedThatWasChosen();
    void stepsOverAllRuns();
    void stepsBackOverAllRuns();
    void steppingPauses();
    void loopsOverAll();
    void loopsOverTheSelection();
    void followsASelectionMadeMeanwhile();
    void goesToTheStartOfWhatIsLooped();
    void followsWhoMovesThePlayhead();
    void stopsWhereThePlayheadIsTakenAway();
    void staysWhileTheUserPoints();
    void showsWhereItIs();
    void hasNothingToPlay();
    void reducedMotionMovesOnceASecond();
    void reducedMotionIsRemembered();
    void reducedMotionIsTheDesktops_data();
    void reducedMotionIsTheDesktops();
};

void TestReplay::slowsThePicture()
{
    Played test;
    QSignalSpy playing(&test.replay, &Replay::playingChanged);
    test.replay.play();
    QVERIFY(test.replay.isPlaying());
    QCOMPARE(test.viewport.cursor(), Nanoseconds(0));
    test.pass(100ms);
    QCOMPARE(test.viewport.cursor(), Nanoseconds(10ms));
    test.pass(55ns);
    test.pass(55ns);  // what is less than a nanosecond of the picture is not lost
    QCOMPARE(test.replay.position(), Nanoseconds(10ms + 11ns));
    QCOMPARE(playing.size(), 1);
}

void TestReplay::goesOnAfterAPause()
{
    Played test;
    test.replay.play();
    test.pass(100ms);
    test.now += 50ms;
    test.replay.playOrPause();  // where it is by now
    QVERIFY(!test.replay.isPlaying());
    QCOMPARE(test.replay.position(), Nanoseconds(15ms));
    test.pass(1s);
    QCOMPARE(test.replay.position(), Nanoseconds(15ms));
    test.replay.playOrPause();
    test.pass(10ms);
    QCOMPARE(test.replay.position(), Nanoseconds(16ms));
}

void TestReplay::stopsAtTheEnd()
{
    Played test;
    test.replay.play();
    test.pass(10s);
    QCOMPARE(test.replay.position(), Nanoseconds(60ms));
    QVERIFY(!test.replay.isPlaying());
}

void TestReplay::startsAgainFromTheEnd()
{
    Played test;
    test.replay.seek(60ms);
    test.replay.play();
    QCOMPARE(test.replay.position(), Nanoseconds(0));
    test.pass(20ms);
    QCOMPARE(test.replay.position(), Nanoseconds(2ms));
}

void TestReplay::losesNothingWhereTheSpeedChanges()
{
    Played test;
    QSignalSpy speeds(&test.replay, &Replay::speedChanged);
    test.replay.play();
    test.now += 100ms;
    test.replay.slower();
    QCOMPARE(test.replay.position(), Nanoseconds(10ms));
    test.pass(30ms);
    QCOMPARE(test.replay.position(), Nanoseconds(11ms));
    test.replay.setSpeed(6);
    test.pass(3ms);
    QCOMPARE(test.replay.position(), Nanoseconds(14ms));
    QCOMPARE(speeds.size(), 2);
}

void TestReplay::keepsToTheSpeeds()
{
    Played test;
    for (int i = 0; i < 10; ++i)
        test.replay.slower();
    QCOMPARE(test.replay.speed(), 0U);
    QCOMPARE(speedText(0), QStringLiteral("1/%1 speed").arg(QLocale().toString(1000)));
    for (int i = 0; i < 10; ++i)
        test.replay.faster();
    QCOMPARE(test.replay.speed(), replayDivisors.size() - 1);
    QCOMPARE(speedText(test.replay.speed()), QStringLiteral("full speed"));
    test.replay.setSpeed(99);
    QCOMPARE(test.replay.speed(), replayDivisors.size() - 1);
}

void TestReplay::suggestsASpeed_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("divisor");
    QTest::newRow("nothing") << qint64(0) << 1000;
    QTest::newRow("1 ms") << qint64(1'000'000) << 1000;
    QTest::newRow("15 ms") << qint64(15'000'000) << 1000;
    QTest::newRow("16 ms") << qint64(16'000'000) << 300;
    QTest::newRow("1 s") << qint64(1'000'000'000) << 10;
    QTest::newRow("a minute") << qint64(60'000'000'000) << 1;
}

void TestReplay::suggestsASpeed()
{
    QFETCH(qint64, length);
    QTEST(replayDivisors[suggestedSpeed(Nanoseconds(length))], "divisor");
}

void TestReplay::keepsTheSpeedThatWasChosen()
{
    Viewport viewport;
    Replay replay(viewport);
    viewport.setContentEnd(60s);
    replay.suggestSpeed();
    QCOMPARE(replayDivisors[replay.speed()], 1);
    replay.slower();
    viewport.setContentEnd(1ms);
    replay.suggestSpeed();
    QCOMPARE(replayDivisors[replay.speed()], 3);
}

void TestReplay::stepsOverAllRuns()
{
    Played test;
    QList<int> times;
    for (int i = 0; i < 9; ++i) {
        test.replay.stepForward();
        times << static_cast<int>(test.replay.position() / 1ms);
    }
    QCOMPARE(times, (QList<int>{5, 20, 30, 40, 45, 50, 60, 60, 60}));
}

void TestReplay::stepsBackOverAllRuns()
{
    Played test;
    test.comparison.runs[1].start.origin -= 1ms;  // each run counts from its own
    test.replay.seek(60ms);
    QList<int> times;
    for (int i = 0; i < 9; ++i) {
        test.replay.stepBack();
        times << static_cast<int>(test.replay.position() / 1ms);
    }
    QCOMPARE(times, (QList<int>{51, 46, 41, 30, 21, 6, 1, 0, 0}));
}

void TestReplay::steppingPauses()
{
    Played test;
    test.replay.play();
    test.pass(10ms);
    test.replay.stepForward();
    QVERIFY(!test.replay.isPlaying());
    QCOMPARE(test.replay.position(), Nanoseconds(5ms));
    test.replay.play();
    test.replay.stepBack();
    QVERIFY(!test.replay.isPlaying());
}

void TestReplay::loopsOverAll()
{
    Played test;
    QSignalSpy looping(&test.replay, &Replay::loopingChanged);
    test.replay.setLooping(true);
    test.replay.setLooping(true);
    QCOMPARE(looping.size(), 1);
    test.replay.play();
    test.pass(590ms);
    test.pass(20ms);
    QVERIFY(test.replay.isPlaying());
    QCOMPARE(test.replay.position(), Nanoseconds(0));
    test.pass(10ms);
    QCOMPARE(test.replay.position(), Nanoseconds(1ms));
}

void TestReplay::loopsOverTheSelection()
{
    Played test;
    test.viewport.select(TimeRange{20ms, 22ms});
    test.replay.play();
    test.pass(210ms);
    QCOMPARE(test.replay.position(), Nanoseconds(21ms));  // it does not loop yet
    test.pass(20ms);
    QCOMPARE(test.replay.position(), Nanoseconds(23ms));
    test.replay.setLooping(true);
    test.pass(1ms);
    QCOMPARE(test.replay.position(), Nanoseconds(20ms));
    test.pass(15ms);
    QCOMPARE(test.replay.position(), Nanoseconds(21ms + 500us));
    test.pass(5ms);
    QCOMPARE(test.replay.position(), Nanoseconds(20ms));
    QVERIFY(test.replay.isPlaying());
}

void TestReplay::followsASelectionMadeMeanwhile()
{
    Played test;
    test.replay.setLooping(true);
    test.replay.play();
    test.pass(10ms);
    test.viewport.select(TimeRange{40ms, 90ms});  // its end is beyond the last run's
    test.pass(10ms);
    QCOMPARE(test.replay.position(), Nanoseconds(40ms));
    test.pass(200ms);
    QCOMPARE(test.replay.position(), Nanoseconds(40ms));
    test.viewport.select(TimeRange{70ms, 90ms});  // nothing is there: all is looped over
    test.pass(199ms);
    QCOMPARE(test.replay.position(), Nanoseconds(59ms + 900us));
}

void TestReplay::goesToTheStartOfWhatIsLooped()
{
    Played test;
    test.viewport.select(TimeRange{20ms, 22ms});
    test.replay.seek(30ms);
    test.replay.setLooping(true);
    test.replay.toStart();
    QCOMPARE(test.replay.position(), Nanoseconds(20ms));
    test.replay.setLooping(false);
    test.replay.toStart();
    QCOMPARE(test.replay.position(), Nanoseconds(0));
}

void TestReplay::followsWhoMovesThePlayhead()
{
    Played test;
    test.replay.play();
    test.pass(10ms);
    test.now += 100ms;
    test.viewport.setPlayhead(40ms);  // a click on the timeline
    test.pass(10ms);
    QCOMPARE(test.replay.position(), Nanoseconds(41ms));
    test.replay.seek(2h);
    QCOMPARE(test.replay.position(), Nanoseconds(60ms));
    test.replay.seek(-1ms);
    QCOMPARE(test.replay.position(), Nanoseconds(0));
}

void TestReplay::stopsWhereThePlayheadIsTakenAway()
{
    Played test;
    test.replay.play();
    test.pass(10ms);
    test.viewport.reset();  // another comparison
    QVERIFY(!test.replay.isPlaying());
    QVERIFY(!test.viewport.cursor());
}

void TestReplay::staysWhileTheUserPoints()
{
    Played test;
    test.replay.seek(10ms);
    test.viewport.showCursor(33ms);
    QCOMPARE(test.viewport.cursor(), Nanoseconds(33ms));
    QCOMPARE(test.replay.position(), Nanoseconds(10ms));
    test.viewport.showCursor({});  // the pointer has left
    QCOMPARE(test.viewport.cursor(), Nanoseconds(10ms));
    test.viewport.showCursor(33ms);
    test.replay.play();  // the picture moves, whatever the pointer rests on
    test.pass(10ms);
    QCOMPARE(test.viewport.cursor(), Nanoseconds(11ms));
}

void TestReplay::showsWhereItIs()
{
    Played test;
    test.viewport.zoomTo({0ms, 10ms});
    test.replay.play();
    test.pass(99ms);
    QCOMPARE(test.viewport.visible(), (TimeRange{0ms, 10ms}));
    test.pass(21ms);
    QCOMPARE(test.viewport.visible(), (TimeRange{11ms + 500us, 21ms + 500us}));
    test.viewport.undoZoom();  // to before the zoom: turning pages is none
    QVERIFY(test.viewport.isFollowing());
    QVERIFY(!test.viewport.canUndo());
}

void TestReplay::hasNothingToPlay()
{
    Viewport viewport;
    Replay replay(viewport);
    replay.play();
    replay.stepForward();
    replay.stepBack();
    QVERIFY(!replay.isPlaying());
    QVERIFY(!viewport.cursor());
}

void TestReplay::reducedMotionMovesOnceASecond()
{
    Played test;
    QVERIFY(test.replay.interval() <= 40ms);
    test.replay.setMotion(Motion::Reduced);
    QCOMPARE(test.replay.interval(), 1000ms);
    test.replay.play();
    QVERIFY(test.replay.isPlaying());
    QCOMPARE(test.replay.interval(), 1000ms);
}

void TestReplay::reducedMotionIsRemembered()
{
    QTemporaryDir folder;
    QSettings memory(folder.filePath(QStringLiteral("memory.ini")), QSettings::IniFormat);
    QAction choice;
    choice.setCheckable(true);
    {
        MotionKeeper keeper(&choice, memory);
        QCOMPARE(keeper.motion(), Motion::Smooth);
        QSignalSpy motions(&keeper, &MotionKeeper::motionChanged);
        choice.trigger();
        QCOMPARE(keeper.motion(), Motion::Reduced);
        QCOMPARE(motions.size(), 1);
    }
    QAction next;
    next.setCheckable(true);
    QCOMPARE(MotionKeeper(&next, memory).motion(), Motion::Reduced);
    QVERIFY(next.isChecked());
}

void TestReplay::reducedMotionIsTheDesktops_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isReduced");
    const auto row = [](const char* name, const char* file, const char* content, bool isReduced) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(content) << isReduced;
    };
    row("nothing said", "gtk-3.0/settings.ini", "[Settings]\n", false);
    row("GTK 3: off", "gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", true);
    row("GTK 3: on", "gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", false);
    row("GTK 4: off", "gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", true);
    row("KDE: at once", "kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", true);
    row("KDE: slow", "kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", false);
}

void TestReplay::reducedMotionIsTheDesktops()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QFileInfo(file).path()));
    QFile written(folder.filePath(file));
    QVERIFY(written.open(QIODevice::WriteOnly));
    QCOMPARE(written.write(content), content.size());
    written.close();
    const bool isReduced = motionOfDesktop(folder.path()) == Motion::Reduced;
    QTEST(isReduced, "isReduced");
}

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
