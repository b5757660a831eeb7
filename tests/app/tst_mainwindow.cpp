#include "app/lab/labpane.h"
#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/shell/messagestrip.h"
#include "app/shell/segmentedswitch.h"
#include "app/shell/topbar.h"
#include "app/timeline/comparisonview.h"
#include "tests/app/windowundertest.h"
#include "tests/support/samplestream.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <csignal>

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void spaceRunsAll();
    void spaceInAnEditorDoesNot();
    void spaceInTheTableRunsAll();
    void focusStaysWithTheButtons();
    void stopStops_data();
    void stopStops();
    void closingLeavesNoProcessBehind();
    void opensADroppedFile();
    void opensWhileARunGoesOn();
    void saysInPlaceWhatCannotBeOpened();
    void warnsOfACutOffFile();
    void saysInPlaceThatTheRunnerIsMissing();
    void opensEarlierRuns();
    void savesByteForByte();
    void saysInPlaceWhatCannotBeSaved();
    void undoesSettings();
    void explainsAPlanThatCannotBeRun();
    void presetsSetTheNumbersInFront();
    void switchesRowsAndColours();
    void switchesFitObservedPrograms();
    void remembersWhatTheUserChose();
    void makesRoomWhereItIsNarrow();
    void cutsNoWordsWhereItIsNarrow_data();
    void cutsNoWordsWhereItIsNarrow();
    void everythingIsReachedByKeyboard();
    void runsTheRealRunner();
    void stopsTheRealRunner();
    void showsPicturesThatLand();
    void saysWhyAListCannotBeRun();

private:
    [[nodiscard]] bool waitForEvents() const;
    [[nodiscard]] LabPane& lab() const;
    [[nodiscard]] QSpinBox& number(const char* name) const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestMainWindow::init()
{
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    qunsetenv("FAKE_PIDS");
    qunsetenv("FAKE_COPY");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
}

bool TestMainWindow::waitForEvents() const
{
    return QTest::qWaitFor([this] {
        const auto& runs = m_ui->session().comparison().runs;
        return m_ui->primary().text() == QStringLiteral("Stop") && !runs.empty() &&
               !runs[0].workers.empty() && !runs[0].workers[0].slices.empty();
    });
}

LabPane& TestMainWindow::lab() const
{
    return *m_ui->window().findChild<LabPane*>();  // other places have controls of the same names
}

QSpinBox& TestMainWindow::number(const char* name) const
{
    return *lab().findChild<QSpinBox*>(QString::fromLatin1(name));
}

void TestMainWindow::spaceRunsAll()
{
    QVERIFY(!m_ui->window().isWindowModified());
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(m_ui->statusText(), QStringLiteral("Done."));
    QVERIFY(m_ui->window().isWindowModified());  // not saved yet
    QVERIFY(!m_ui->messages().isVisible());
    QCOMPARE(m_ui->window().findChild<QTableView*>()->model()->rowCount(), 1);
}

void TestMainWindow::spaceInAnEditorDoesNot()
{
    number("tasks").setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(!m_ui->session().isRunning());
}

void TestMainWindow::spaceInTheTableRunsAll()
{
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->window().findChild<QTableView*>()->setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
}

void TestMainWindow::focusStaysWithTheButtons()
{
    qputenv("FAKE_RUNNER", "wait");
    const auto* pane = &lab();
    const auto button = [pane](const char* text) {
        const auto buttons = pane->findChildren<QPushButton*>();
        return *std::ranges::find(buttons, QString::fromLatin1(text), &QPushButton::text);
    };
    button("Run all")->setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(waitForEvents());
    QVERIFY(button("Stop")->hasFocus());
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(button("Run all")->hasFocus());
}

void TestMainWindow::stopStops_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("by mouse, one that listens") << QByteArray("wait") << true;
    QTest::newRow("by key, one that listens") << QByteArray("wait") << false;
    QTest::newRow("by mouse, a frozen one") << QByteArray("frozen") << true;
}

void TestMainWindow::stopStops()
{
    QFETCH(const QByteArray, how);
    QFETCH(const bool, byMouse);
    qputenv("FAKE_RUNNER", how);
    m_ui->press(Qt::Key_F5);
    QVERIFY(waitForEvents());
    const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Stop"));
    if (byMouse)
        m_ui->click(&m_ui->primary());
    else
        m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(kill(pid, 0), -1);
    QVERIFY(m_ui->statusText().startsWith(QStringLiteral("Stopped.")));
    QCOMPARE(m_ui->messages().isVisible(), how == "frozen");
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Run all"));
}

void TestMainWindow::closingLeavesNoProcessBehind()
{
    qputenv("FAKE_RUNNER", "deaf");
    m_ui->press(Qt::Key_Space);
    QVERIFY(waitForEvents());
    const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
    m_ui->window().close();
    m_ui.reset();
    QCOMPARE(kill(pid, 0), -1);
}

void TestMainWindow::opensADroppedFile()
{
    const QString file = m_ui->path("sample.coreogram");
    write(file, streamBytes(sampleFrames()));
    m_ui->drop(file);
    QTRY_VERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("sample.coreogram")));
    QVERIFY(!m_ui->window().isWindowModified());
    QVERIFY(!m_ui->messages().isVisible());
    QCOMPARE(m_ui->window().findChild<QTableView*>()->model()->rowCount(),
             static_cast<int>(built(sampleFrames()).runs.size()));
}

void TestMainWindow::opensWhileARunGoesOn()
{
    const QString file = m_ui->path("sample.coreogram");
    write(file, streamBytes(sampleFrames()));
    qputenv("FAKE_RUNNER", "wait");
    m_ui->press(Qt::Key_Space);
    QVERIFY(waitForEvents());
    const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
    m_ui->drop(file);
    QTRY_VERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("sample.coreogram")));
    QVERIFY(!m_ui->session().isRunning());
    QTRY_COMPARE(kill(pid, 0), -1);
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Run all"));
}

void TestMainWindow::saysInPlaceWhatCannotBeOpened()
{
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    const QString title = m_ui->window().windowTitle();
    const QString file = m_ui->path("letter.coreogram");
    write(file, "This is a letter.");
    m_ui->drop(file);
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY2(m_ui->messages().text().contains(file), qPrintable(m_ui->messages().text()));
    QCOMPARE(m_ui->window().windowTitle(), title);  // what was there stays
    m_ui->click(m_ui->messages().findChild<QToolButton*>(QStringLiteral("dismiss")));
    QVERIFY(!m_ui->messages().isVisible());
}

void TestMainWindow::warnsOfACutOffFile()
{
    const QString file = m_ui->path("cut.coreogram");
    write(file, streamBytes(sampleFrames()).chopped(3));
    m_ui->drop(file);
    QTRY_VERIFY(m_ui->messages().isVisible());
    QCOMPARE(m_ui->messages().level(), MessageStrip::Level::Warning);
    QVERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("cut.coreogram")));
}

void TestMainWindow::saysInPlaceThatTheRunnerIsMissing()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral("/nowhere/coreogram-run"));
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->messages().isVisible());
    QVERIFY(m_ui->messages().text().contains(QStringLiteral("/nowhere/coreogram-run")));
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Run all"));
    QVERIFY(!m_ui->window().isWindowModified());
}

void TestMainWindow::opensEarlierRuns()
{
    for (int run = 0; run < 2; ++run) {
        m_ui->press(Qt::Key_Space);
        QVERIFY(m_ui->waitUntilIdle());
    }
    const QFileInfo first = m_ui->session().earlier().all().last();
    const QString time = first.completeBaseName().section(u' ', 1).left(8).replace(u'.', u':');
    QVERIFY2(EarlierRuns::titleOf(first).endsWith(u' ' + time), qPrintable(time));
    m_ui->press(Qt::Key_F, Qt::AltModifier);
    auto* file = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(file);
    const auto menus = file->findChildren<QMenu*>(Qt::FindDirectChildrenOnly);
    const auto earlier = std::ranges::find(menus, QStringLiteral("&Earlier Runs"), &QMenu::title);
    QVERIFY(earlier != menus.end());
    Q_EMIT(*earlier)->aboutToShow();
    QCOMPARE((*earlier)->actions().size(), 2);
    QCOMPARE((*earlier)->actions().last()->text(), EarlierRuns::titleOf(first));
    file->close();
    (*earlier)->actions().last()->trigger();
    QTRY_VERIFY(m_ui->window().windowTitle().startsWith(first.fileName()));
}

void TestMainWindow::savesByteForByte()
{
    const QString written = m_ui->path("written");
    const QString saved = m_ui->path("saved.coreogram");
    qputenv("FAKE_COPY", QFile::encodeName(written));
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(saved));
    QTRY_VERIFY(!m_ui->window().isWindowModified());
    QVERIFY(!contentOf(written).isEmpty());
    QCOMPARE(contentOf(saved), contentOf(written));
    QVERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("saved.coreogram")));
}

void TestMainWindow::saysInPlaceWhatCannotBeSaved()
{
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_ui->answerFileDialog(QStringLiteral("/proc/saved.coreogram")));
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY(m_ui->messages().text().contains(QStringLiteral("/proc/saved.coreogram")));
    QVERIFY(m_ui->window().isWindowModified());
}

void TestMainWindow::undoesSettings()
{
    QSpinBox& tasks = number("tasks");
    tasks.setFocus();
    m_ui->press(Qt::Key_Up);
    m_ui->press(Qt::Key_Up);
    QCOMPARE(tasks.value(), 6);
    QCOMPARE(number("inProgress").value(), 6);  // the preset's number follows
    m_ui->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(tasks.value(), 4);
    QCOMPARE(number("inProgress").value(), 4);
    m_ui->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(tasks.value(), 6);
}

void TestMainWindow::explainsAPlanThatCannotBeRun()
{
    const auto* problem = m_ui->window().findChild<QWidget*>(QStringLiteral("problem"));
    QVERIFY(problem->isHidden());
    number("inProgress").setValue(256);
    number("split").setValue(3);
    QVERIFY(!problem->isHidden());
    m_ui->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!m_ui->session().isRunning());
    number("split").setValue(2);
    QVERIFY(problem->isHidden());
}

void TestMainWindow::presetsSetTheNumbersInFront()
{
    const auto presets = m_ui->window().findChildren<QPushButton*>(QStringLiteral("preset"));
    QCOMPARE(presets.size(), 5);
    m_ui->click(presets[4]);
    QCOMPARE(number("inProgress").value(), 4);
    QCOMPARE(number("split").value(), 2);
    QCOMPARE(number("cores").value(), 2);
    number("split").setValue(3);
    for (const QPushButton* preset : presets)
        QVERIFY(!preset->isChecked());  // these numbers have no name
    m_ui->click(presets[0]);
    QVERIFY(presets[0]->isChecked());
    QCOMPARE(number("split").value(), 1);
}

void TestMainWindow::switchesRowsAndColours()
{
    const auto* view = m_ui->window().findChild<ComparisonView*>();
    const auto* rows = m_ui->window().findChild<SegmentedSwitch*>(QStringLiteral("rows"));
    m_ui->press(Qt::Key_R);
    QCOMPARE(view->rowsBy(), RowsBy::Workers);
    QCOMPARE(rows->choice(), 1);
    m_ui->press(Qt::Key_R);
    QCOMPARE(view->rowsBy(), RowsBy::Cores);
    QCOMPARE(rows->choice(), 2);
    m_ui->press(Qt::Key_R);
    QCOMPARE(view->rowsBy(), RowsBy::Tasks);
    m_ui->press(Qt::Key_C);
    QCOMPARE(view->colourBy(), ColourBy::State);
    m_ui->click(rows->findChildren<QPushButton*>()[1]);
    QCOMPARE(view->rowsBy(), RowsBy::Workers);
}

void TestMainWindow::switchesFitObservedPrograms()
{
    RunStart start;
    start.command = {"program"};
    const QString file = m_ui->path("observed.coreogram");
    write(file, streamBytes({StreamStarted{"test", {2, 2, "", true}}, RunStarted{start},
                             RunEnded{RunId{}, {.end = RunEnd::Done}}, StreamEnded{}}));
    const auto* view = m_ui->window().findChild<ComparisonView*>();
    const auto named = [this](const char* name) {
        return m_ui->window().findChild<SegmentedSwitch*>(QString::fromUtf8(name));
    };
    m_ui->window().setWindowState(Qt::WindowNoState);
    m_ui->window().resize(1024, 600);
    QTRY_VERIFY(named("rows")->isVisible() && named("colours")->isVisible());
    m_ui->drop(file);
    QTRY_VERIFY(named("observedRows")->isVisible());
    QVERIFY(named("observedColours")->isVisible());
    QVERIFY(!named("rows")->isVisible() && !named("colours")->isVisible());
    QCOMPARE(view->colourBy(), ColourBy::State);
    QCOMPARE(named("observedColours")->choice(), 1);
    m_ui->press(Qt::Key_R);
    QCOMPARE(view->rowsBy(), RowsBy::Cores);
    QCOMPARE(named("observedRows")->choice(), 1);
    m_ui->press(Qt::Key_R);
    QCOMPARE(view->rowsBy(), RowsBy::Tasks);  // where runs with tasks go on
    m_ui->click(named("observedColours")->findChildren<QPushButton*>()[0]);
    QCOMPARE(view->colourBy(), ColourBy::Task);
}

void TestMainWindow::remembersWhatTheUserChose()
{
    m_ui->window().resize(1234, 800);
    number("tasks").setValue(7);
    m_ui->click(m_ui->window().findChildren<QPushButton*>(QStringLiteral("preset"))[2]);
    m_ui->reopen();
    QCOMPARE(m_ui->window().width(), 1234);
    QCOMPARE(number("tasks").value(), 7);
    QCOMPARE(number("split").value(), 2);
}

void TestMainWindow::makesRoomWhereItIsNarrow()
{
    const auto* view = m_ui->window().findChild<ComparisonView*>();
    const auto* side = m_ui->window().findChild<QWidget*>(QStringLiteral("sideContent"));
    m_ui->window().setWindowState(Qt::WindowNoState);
    m_ui->window().resize(1400, 900);
    QTRY_VERIFY(side->isVisible());
    m_ui->window().resize(1024, 700);
    QTRY_VERIFY(!side->isVisible());
    QCOMPARE(m_ui->window().width(), 1024);  // nothing keeps it wider
    QTRY_VERIFY(view->width() > 600);
    m_ui->press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(side->isVisible());
    m_ui->window().resize(1400, 900);
    QTRY_VERIFY(side->isVisible());
}

void TestMainWindow::cutsNoWordsWhereItIsNarrow_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1400, 1100, 1000, 900, 800, 700, 640})
        QTest::addRow("%d", width) << width;
}

void TestMainWindow::cutsNoWordsWhereItIsNarrow()
{
    QFETCH(const int, width);
    m_ui->window().setWindowState(Qt::WindowNoState);
    m_ui->window().resize(900, 480);  // the times go first
    QCoreApplication::processEvents();
    m_ui->window().resize(width, 480);
    QCoreApplication::processEvents();
    QCOMPARE(m_ui->window().width(), width);
    const auto* const bar = m_ui->window().findChild<TopBar*>();
    for (const QAbstractButton* const button : bar->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(bar, QPoint()), button->size());
        QVERIFY2(bar->rect().contains(place), qPrintable(button->text()));
        QVERIFY2(button->width() >= button->sizeHint().width(),
                 qPrintable(QStringLiteral("%1: %2 of %3")
                                .arg(button->text())
                                .arg(button->width())
                                .arg(button->sizeHint().width())));
    }
    QVERIFY(m_ui->primary().isVisible());
}

void TestMainWindow::everythingIsReachedByKeyboard()
{
    QSet<const QWidget*> reached;
    for (int i = 0; i < 100; ++i) {
        m_ui->press(Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    QVERIFY(reached.contains(&m_ui->primary()));
    for (const QAbstractSpinBox* box : m_ui->window().findChildren<QAbstractSpinBox*>())
        QVERIFY2(!box->isVisible() || reached.contains(box), qPrintable(box->objectName()));
    for (const QWidget* widget : reached) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                     widget == m_ui->window().findChild<ComparisonView*>(),
                 widget->metaObject()->className());
    }
}

void TestMainWindow::runsTheRealRunner()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    lab().findChild<QDoubleSpinBox*>(QStringLiteral("taskLength"))->setValue(2);
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY2(!m_ui->messages().isVisible(), qPrintable(m_ui->messages().text()));
    const Comparison& comparison = m_ui->session().comparison();
    QCOMPARE(comparison.runs.size(), 5U);
    for (const Recording& run : comparison.runs)
        QCOMPARE(run.summary.end, RunEnd::Done);
    QCOMPARE(m_ui->window().findChild<QTableView*>()->model()->rowCount(), 5);

    number("inProgress").setValue(3);
    m_ui->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(m_ui->session().comparison().runs.size(), 1U);
    QCOMPARE(m_ui->session().comparison().runs[0].start.plan.inProgress, 3);
}

void TestMainWindow::stopsTheRealRunner()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    lab().findChild<QDoubleSpinBox*>(QStringLiteral("taskLength"))->setValue(60'000);
    for (const int kind : {0, 1}) {
        auto* with = lab().findChild<QComboBox*>(QStringLiteral("with"));
        with->setFocus();
        m_ui->press(kind == 0 ? Qt::Key_Home : Qt::Key_Down);
        QCOMPARE(with->currentIndex(), kind);
        m_ui->press(Qt::Key_F5);
        QVERIFY(waitForEvents());
        const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
        m_ui->click(&m_ui->primary());
        QVERIFY(m_ui->waitUntilIdle());
        QCOMPARE(kill(pid, 0), -1);
        QVERIFY(m_ui->statusText().startsWith(QStringLiteral("Stopped.")));
        QVERIFY(!m_ui->messages().isVisible());  // it stopped when it was asked
        QCOMPARE(m_ui->session().comparison().runs[0].summary.end, RunEnd::Interrupted);
    }
}

void TestMainWindow::showsPicturesThatLand()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    auto* workload = lab().findChild<QComboBox*>(QStringLiteral("workload"));
    workload->setFocus();
    m_ui->press(Qt::Key_D);
    QCOMPARE(workload->currentData().toString(), QStringLiteral("download"));
    number("tasks").setValue(8);
    number("delay-ms").setValue(5);
    auto* pictures = m_ui->window().findChild<QListView*>(QStringLiteral("pictures"));
    QVERIFY(!pictures->isVisible());
    m_ui->press(Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([&] { return pictures->isVisible(); }, 30'000));
    QVERIFY(m_ui->session().isRunning());  // they do not wait for its end
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY2(!m_ui->messages().isVisible(), qPrintable(m_ui->messages().text()));
    const Comparison& comparison = m_ui->session().comparison();
    QCOMPARE(comparison.runs.size(), 3U);  // a picture cannot be split
    QCOMPARE(pictures->model()->rowCount(), 8);
    for (int row = 0; row < 8; ++row) {
        const QModelIndex index = pictures->model()->index(row, 0);
        QVERIFY(!index.data(Qt::DecorationRole).value<QImage>().isNull());
        QCOMPARE(index.data(Qt::UserRole).toUInt(),
                 ::number(comparison.runs[2].pictures[static_cast<std::size_t>(row)].task));
    }

    pictures->setCurrentIndex(pictures->model()->index(0, 0));
    pictures->setFocus();
    m_ui->press(Qt::Key_Return);
    const Recording& run = comparison.runs[2];
    const Task& task = run.tasks[::number(run.pictures[0].task) - 1];
    auto* view = m_ui->window().findChild<ComparisonView*>();
    QCOMPARE(view->viewport().selection(), std::optional(TimeRange{*task.start - run.start.origin,
                                                                   *task.stop - run.start.origin}));
}

void TestMainWindow::saysWhyAListCannotBeRun()
{
    write(m_ui->path("list.txt"), "nonsense\n");
    auto* workload = lab().findChild<QComboBox*>(QStringLiteral("workload"));
    workload->setFocus();
    m_ui->press(Qt::Key_D);
    auto* addresses =
        lab().findChild<QWidget*>(QStringLiteral("addresses"))->findChild<QLineEdit*>();
    addresses->setFocus();
    QTest::keyClicks(addresses, m_ui->path("list.txt"));
    m_ui->press(Qt::Key_Return);
    m_ui->press(Qt::Key_F5);
    QVERIFY(!m_ui->session().isRunning());
    m_ui->click(&m_ui->primary());
    QVERIFY(!m_ui->session().isRunning());
    QVERIFY(m_ui->messages().text().contains(QStringLiteral("list.txt:1")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
