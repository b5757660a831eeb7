#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/places.h"
#include "app/replay/instantboxes.h"
#include "app/replay/replaybar.h"
#include "app/shell/command.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"
#include "core/analysis/changes.h"
#include "tests/app/windowundertest.h"
#include "tests/support/samplestream.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QTest>

/// The replay in the window, by keys and buttons, over a recording that was opened.
class TestReplayWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isThereOnceSomethingHasRun();
    void openingLeavesTheOverviewOfLessons();
    void waitsForTheEndOfARun();
    void standsThereFromTheStartOfTheFirstRun();
    void stepsByKeys();
    void playsByKeys();
    void changesTheSpeedByKeys();
    void loopsByKeys();
    void keysOfTheReplayAreLettersInEditors();
    void theSliderMovesIt();
    void theBoxesFollowThePointer();
    void theBoxesFollowTheFocus();
    void aClickPutsItThere();
    void escapeTakesItAway();
    void isAwayInTheStudy();
    void everythingHasAName();
    void fitsANarrowWindow();

private:
    void open();
    [[nodiscard]] Nanoseconds changeAfter(Nanoseconds t) const;

    template <typename Child>
    [[nodiscard]] Child& child(const char* name = nullptr) const
    {
        return *m_ui->window().findChild<Child*>(name ? QString::fromLatin1(name) : QString());
    }
    [[nodiscard]] ReplayBar& bar() const { return child<ReplayBar>(); }
    [[nodiscard]] Replay& replay() const { return bar().replay(); }
    [[nodiscard]] ComparisonView& view() const { return child<ComparisonView>(); }

    std::unique_ptr<WindowUnderTest> m_ui;
    Comparison m_comparison;
};

void TestReplayWindow::init()
{
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
    m_comparison = built(sampleFrames());
}

void TestReplayWindow::open()
{
    const QString path = m_ui->path("sample.coreogram");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = streamBytes(sampleFrames());
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    m_ui->window().openRecording(path);
    QTRY_VERIFY(bar().isEnabled());
}

Nanoseconds TestReplayWindow::changeAfter(Nanoseconds t) const
{
    Nanoseconds next = Nanoseconds::max();
    for (const Recording& run : m_comparison.runs) {
        const Nanoseconds origin = run.start.origin;
        next = std::min(next, ::changeAfter(run, origin + t).value_or(next) - origin);
    }
    return next;
}

void TestReplayWindow::isThereOnceSomethingHasRun()
{
    QVERIFY(!bar().isVisible());
    m_ui->press(Qt::Key_P);
    QVERIFY(!replay().isPlaying());
    open();
    QVERIFY(bar().isVisible());
    QVERIFY(replay().length() > Nanoseconds{});
}

void TestReplayWindow::openingLeavesTheOverviewOfLessons()
{
    m_ui->press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(child<Places>().place(), WindowPlace::Lessons);
    QVERIFY(!view().isVisible());
    open();
    QCOMPARE(child<Places>().place(), WindowPlace::Lab);
    QVERIFY(view().isVisible());
}

void TestReplayWindow::waitsForTheEndOfARun()
{
    open();
    qputenv("FAKE_RUNNER", "wait");
    replay().play();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QTRY_VERIFY(!bar().isEnabled());
    QVERIFY(!replay().isPlaying());
    m_ui->press(Qt::Key_P);
    QVERIFY(!replay().isPlaying());
    m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
    QTRY_VERIFY(bar().isEnabled());
    QVERIFY(bar().isVisible());
}

void TestReplayWindow::standsThereFromTheStartOfTheFirstRun()
{
    qputenv("FAKE_RUNNER", "wait");
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QTRY_VERIFY(bar().isVisible());  // else the timelines would jump when the run is over
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(!bar().isEnabled());
    m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
}

void TestReplayWindow::stepsByKeys()
{
    open();
    const Nanoseconds first = changeAfter(Nanoseconds{});
    const Nanoseconds second = changeAfter(first);
    m_ui->press(Qt::Key_Period);
    QCOMPARE(view().viewport().cursor(), first);
    m_ui->press(Qt::Key_Period);
    QCOMPARE(view().viewport().cursor(), second);
    m_ui->press(Qt::Key_Comma);
    QCOMPARE(view().viewport().cursor(), first);
    m_ui->press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view().viewport().cursor(), Nanoseconds{});
}

void TestReplayWindow::playsByKeys()
{
    open();
    auto& button = child<QPushButton>("replay");
    m_ui->press(Qt::Key_P);
    QVERIFY(replay().isPlaying());
    QCOMPARE(button.accessibleName(), QStringLiteral("Pause"));
    const int before = child<QSlider>("replayPosition").value();
    QTRY_VERIFY(child<QSlider>("replayPosition").value() > before);
    m_ui->press(Qt::Key_P);
    QVERIFY(!replay().isPlaying());
    QCOMPARE(button.accessibleName(), QStringLiteral("Replay"));
    QVERIFY(replay().position() > Nanoseconds{});
    m_ui->click(&button);
    QVERIFY(replay().isPlaying());
    QVERIFY(keysOf(Command::PlayReplay).contains(QKeySequence(Qt::Key_MediaTogglePlayPause)));
    m_ui->press(Qt::Key_P);
    QVERIFY(!replay().isPlaying());
}

void TestReplayWindow::changesTheSpeedByKeys()
{
    open();
    auto& speeds = child<QComboBox>("replaySpeed");
    replay().setSpeed(3);
    QCOMPARE(speeds.currentIndex(), 3);
    m_ui->press(Qt::Key_BracketRight);
    QCOMPARE(speeds.currentIndex(), 4);
    m_ui->press(Qt::Key_BracketLeft);
    m_ui->press(Qt::Key_BracketLeft);
    QCOMPARE(speeds.currentIndex(), 2);
    speeds.setFocus();
    m_ui->press(Qt::Key_Down);
    QCOMPARE(replay().speed(), 3U);
}

void TestReplayWindow::loopsByKeys()
{
    open();
    m_ui->press(Qt::Key_L);
    QVERIFY(replay().isLooping());
    m_ui->press(Qt::Key_L);
    QVERIFY(!replay().isLooping());
}

void TestReplayWindow::keysOfTheReplayAreLettersInEditors()
{
    open();
    m_ui->press(Qt::Key_3, Qt::ControlModifier);  // Observe
    auto& line = child<QLineEdit>("programLine");
    line.setFocus();
    line.clear();
    for (const char letter : {'p', 'l', ',', '.', '['})
        QTest::keyClick(&line, letter);
    QCOMPARE(line.text(), QStringLiteral("pl,.["));
    QVERIFY(!replay().isPlaying() && !replay().isLooping());
}

void TestReplayWindow::theSliderMovesIt()
{
    open();
    auto& slider = child<QSlider>("replayPosition");
    slider.setFocus();
    m_ui->press(Qt::Key_End);
    QCOMPARE(view().viewport().cursor(), replay().length());
    m_ui->press(Qt::Key_Home);
    QCOMPARE(view().viewport().cursor(), Nanoseconds{});
    m_ui->press(Qt::Key_Right);
    QCOMPARE(replay().position(), replay().length() / 200);
    QVERIFY(!child<QLabel>("replayTime").text().isEmpty());
    QCOMPARE(slider.accessibleDescription(), child<QLabel>("replayTime").text());
}

void TestReplayWindow::theBoxesFollowThePointer()
{
    open();
    const auto& boxes = child<InstantBoxes>();
    const Recording& run = m_comparison.runs[0];
    const auto shown = [&](Nanoseconds t) {
        return boxes.instant() == instantOf(run, run.start.origin + t, m_comparison.machine.cores);
    };
    const Nanoseconds middle = run.wall() / 2;
    replay().seek(middle);
    QVERIFY(shown(middle));
    view().viewport().showCursor(run.wall());
    QVERIFY(shown(run.wall()));
    QVERIFY(!shown(middle));
    view().viewport().showCursor({});
    QVERIFY(shown(middle));
}

void TestReplayWindow::theBoxesFollowTheFocus()
{
    open();
    const auto panels = view().findChildren<PanelWidget*>();
    QVERIFY(panels.size() > 1);
    panels[1]->setFocus();
    QCOMPARE(child<QComboBox>("instantRun").currentIndex(), 1);
    panels[0]->setFocus();
    QCOMPARE(child<QComboBox>("instantRun").currentIndex(), 0);
}

void TestReplayWindow::aClickPutsItThere()
{
    open();
    auto* panel = view().findChildren<PanelWidget*>()[0];
    const QRectF plot = panel->geometryOfParts().plot;
    const QPoint at(static_cast<int>(plot.center().x()), static_cast<int>(plot.bottom()) - 2);
    QTest::mouseClick(panel, Qt::LeftButton, {}, at);
    const auto playhead = view().viewport().playhead();
    QVERIFY(playhead);
    QCOMPARE(*playhead, panel->snappedTimeAt(at));
    QTest::mousePress(panel, Qt::LeftButton, {}, at);  // a drag pans
    QTest::mouseMove(panel, at + QPoint(100, 0));
    QTest::mouseRelease(panel, Qt::LeftButton, {}, at + QPoint(100, 0));
    QCOMPARE(view().viewport().playhead(), playhead);
}

void TestReplayWindow::escapeTakesItAway()
{
    open();
    m_ui->press(Qt::Key_Period);
    m_ui->press(Qt::Key_Escape);
    QVERIFY(!view().viewport().cursor());
    QCOMPARE(replay().position(), Nanoseconds{});
}

void TestReplayWindow::isAwayInTheStudy()
{
    open();
    replay().play();
    m_ui->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!bar().isVisible());
    QVERIFY(!replay().isPlaying());
    m_ui->press(Qt::Key_P);
    QVERIFY(!replay().isPlaying());
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(bar().isVisible());
}

void TestReplayWindow::everythingHasAName()
{
    open();
    QSet<const QWidget*> reached;
    for (int i = 0; i < 150; ++i) {
        m_ui->press(Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    int controls = 0;
    for (const QWidget* widget : bar().findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
    }
    QCOMPARE(controls, 9);  // five buttons, speed, slider, run, boxes
}

void TestReplayWindow::fitsANarrowWindow()
{
    open();
    for (const QSize size : {QSize(1440, 900), QSize(1024, 768), QSize(800, 600)}) {
        m_ui->window().resize(size);
        QTRY_COMPARE(m_ui->window().size(), size);
        for (const QWidget* widget : bar().findChildren<QWidget*>()) {
            const QRect place(widget->mapTo(&bar(), QPoint()), widget->size());
            QVERIFY2(!widget->isVisible() || bar().rect().contains(place),
                     widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestReplayWindow)
#include "tst_replaywindow.moc"
