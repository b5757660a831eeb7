// The Study place in the whole window, with the real runner.

#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/shell/messagestrip.h"
#include "app/study/studychart.h"
#include "app/study/studyview.h"
#include "app/timeline/comparisonview.h"
#include "tests/app/windowundertest.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <csignal>

using namespace Qt::StringLiterals;

class TestStudyWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesThePlaceOfTheTimelines();
    void remembersThePlace();
    void runsAndShowsEveryPoint();
    void pointsAppearWhileItRuns();
    void stopKeepsWhatWasMeasured();
    void closingLeavesNoProcessBehind();
    void keysRunIt_data();
    void keysRunIt();
    void savedStudyOpensAgain();
    void exportsTableAndCharts();
    void exportsOnlyWhatIsThere();
    void saysThatNoKindIsChosen();
    void everythingIsReachedByKeyboard_data();
    void everythingIsReachedByKeyboard();

private:
    template <typename Child>
    [[nodiscard]] Child& child(const char* name) const
    {
        return *m_ui->window().findChild<Child*>(QString::fromLatin1(name));
    }
    [[nodiscard]] StudyView& view() const { return *m_ui->window().findChild<StudyView*>(); }
    [[nodiscard]] int rows() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QAction* action(const QString& text) const;
    void setSweep(int tasks, double milliseconds, int maxWorkers, int repeats) const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestStudyWindow::init()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    m_ui->press(Qt::Key_4, Qt::ControlModifier);
    setSweep(2, 1, 2, 1);
}

int TestStudyWindow::rows() const
{
    const auto* table = m_ui->window().findChild<QTableView*>(u"studyTable"_s);
    return table ? table->model()->rowCount() : 0;
}

QString TestStudyWindow::summary() const
{
    const auto* label = m_ui->window().findChild<QLabel*>(u"studySummary"_s);
    return label ? label->text() : QString();
}

/// The command of that name in the window's menus.
QAction* TestStudyWindow::action(const QString& text) const
{
    for (QAction* each : m_ui->window().actions()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

void TestStudyWindow::setSweep(int tasks, double milliseconds, int maxWorkers, int repeats) const
{
    child<QSpinBox>("studyTasks").setValue(tasks);
    child<QDoubleSpinBox>("studyTaskLength").setValue(milliseconds);
    child<QSpinBox>("studyMaxWorkers").setValue(maxWorkers);
    child<QSpinBox>("studyRepeats").setValue(repeats);
}

void TestStudyWindow::takesThePlaceOfTheTimelines()
{
    const auto& timelines = *m_ui->window().findChild<ComparisonView*>();
    QVERIFY(view().isVisible() && !timelines.isVisible());
    QVERIFY(child<QPushButton>("placeStudy").isChecked());
    QVERIFY(!child<QWidget>("rows").isVisible());  // which are for timelines
    QCOMPARE(m_ui->primary().text(), u"Run study"_s);
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!view().isVisible() && timelines.isVisible());
    QVERIFY(child<QWidget>("rows").isVisible());
    QCOMPARE(m_ui->primary().text(), u"Run all"_s);
    m_ui->click(&child<QPushButton>("placeStudy"));
    QVERIFY(view().isVisible());
}

void TestStudyWindow::remembersThePlace()
{
    m_ui->reopen();
    QVERIFY(view().isVisible());
    QVERIFY(child<QPushButton>("placeStudy").isChecked());
}

void TestStudyWindow::runsAndShowsEveryPoint()
{
    setSweep(2, 1, 3, 2);
    child<QCheckBox>("study-processes").setChecked(true);
    m_ui->click(&child<QPushButton>("study"));
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY2(!m_ui->messages().isVisible(), qPrintable(m_ui->messages().text()));
    QCOMPARE(m_ui->session().comparison().runs.size(), std::size_t{12});
    QCOMPARE(rows(), 6);
    QCOMPARE(view().study().curves.size(), std::size_t{2});
    for (const StudyCurve& curve : view().study().curves) {
        for (const StudyPoint& point : curve.points)
            QCOMPARE(point.repeats.size(), std::size_t{2});
    }
    QVERIFY2(summary().startsWith(u"Inconclusive: "_s), qPrintable(summary()));  // two repeats
    for (const StudyChart* chart : m_ui->window().findChildren<StudyChart*>())
        QCOMPARE(chart->plot().curves.size(), std::size_t{2});
    QCOMPARE(m_ui->statusText(), u"Done."_s);
    QVERIFY(m_ui->window().isWindowModified());  // it can be saved
}

void TestStudyWindow::pointsAppearWhileItRuns()
{
    setSweep(2, 20, 2, 100);
    m_ui->press(Qt::Key_F5);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY2(summary().startsWith(u"Run "_s) && summary().endsWith(u" of 200"_s),
             qPrintable(summary()));
    const auto measured = [&] { return view().study().curves[0].points[0].repeats.size(); };
    const auto before = measured();
    QTRY_VERIFY(measured() > before);
    QVERIFY(m_ui->session().isRunning());
    m_ui->click(&child<QPushButton>("stopStudy"));
    QVERIFY(m_ui->waitUntilIdle());
}

void TestStudyWindow::stopKeepsWhatWasMeasured()
{
    setSweep(2, 20, 2, 100);
    m_ui->press(Qt::Key_F5);
    QTRY_COMPARE(rows(), 2);
    m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(rows(), 2);
    QVERIFY(m_ui->statusText().startsWith(u"Stopped."_s));
    QVERIFY(!summary().startsWith(u"Run "_s));
    QVERIFY(child<QPushButton>("study").isVisible());
}

void TestStudyWindow::closingLeavesNoProcessBehind()
{
    setSweep(2, 100, 2, 100);
    m_ui->press(Qt::Key_F5);
    QTRY_VERIFY(m_ui->session().runnerPid() > 0);
    const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
    m_ui->window().close();
    m_ui.reset();
    QCOMPARE(kill(pid, 0), -1);
}

void TestStudyWindow::keysRunIt_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("F5") << Qt::Key_F5;
    QTest::newRow("space") << Qt::Key_Space;
}

void TestStudyWindow::keysRunIt()
{
    QFETCH(const Qt::Key, key);
    m_ui->window().setFocus();
    m_ui->press(key);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(rows(), 2);
}

void TestStudyWindow::savedStudyOpensAgain()
{
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    const std::vector<double> measured = view().study().curves[0].points[1].repeats;
    const QString path = m_ui->path("kept.coreogram");
    m_ui->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(path));
    QTRY_VERIFY(QFile::exists(path));
    m_ui->reopen();
    QCOMPARE(rows(), 0);
    m_ui->window().openRecording(path);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(view().study().curves[0].points[1].repeats, measured);
}

void TestStudyWindow::exportsTableAndCharts()
{
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_ui->answerFileDialog(m_ui->path("study.csv")));
    QTRY_VERIFY(QFile::exists(m_ui->path("study.csv")));
    QFile table(m_ui->path("study.csv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().contains("\nthreads,2,2,1,0,"));
    QTRY_VERIFY(!m_ui->window().findChild<QFileDialog*>());
    m_ui->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_ui->window()));
    m_ui->press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(m_ui->path("study.png")));
    QTRY_VERIFY(QFile::exists(m_ui->path("study.png")));
    QCOMPARE(QImage(m_ui->path("study.png")).size(), view().picture().toImage().size());
    QVERIFY(m_ui->statusText().contains(u"study.png"_s));
    m_ui->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->pixmap().size(), view().picture().size());
}

void TestStudyWindow::exportsOnlyWhatIsThere()
{
    QVERIFY(!action(u"Export Table…"_s)->isEnabled());
    QVERIFY(!action(u"Export Picture…"_s)->isEnabled());
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(action(u"Export Table…"_s)->isEnabled());
    QVERIFY(action(u"Export Picture…"_s)->isEnabled());
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!action(u"Export Table…"_s)->isEnabled());
    QVERIFY(action(u"Export Picture…"_s)->isEnabled());  // the timelines of these runs
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!action(u"Export Table…"_s)->isEnabled());  // a comparison is no study
    QCOMPARE(rows(), 0);
}

void TestStudyWindow::saysThatNoKindIsChosen()
{
    child<QCheckBox>("study-threads").setChecked(false);
    m_ui->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!child<QLabel>("studyProblem").isVisible());
    m_ui->click(&m_ui->primary());
    QVERIFY(child<QLabel>("studyProblem").isVisible());
    QVERIFY(!m_ui->session().isRunning());
}

void TestStudyWindow::everythingIsReachedByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("forwards") << Qt::Key_Tab;
    QTest::newRow("backwards") << Qt::Key_Backtab;
}

void TestStudyWindow::everythingIsReachedByKeyboard()
{
    QFETCH(const Qt::Key, key);
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    QSet<QString> reached;
    for (int i = 0; i < 80; ++i) {
        m_ui->press(key);
        const QWidget* widget = QApplication::focusWidget();
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName()));
        reached << widget->objectName();
    }
    for (const char* name : {"placeStudy", "study-threads", "study-event-loop", "studyMaxWorkers",
                             "studyRepeats", "studyWorkload", "studyTasks", "studyTaskLength",
                             "serial", "sharing", "study", "studyTable", "primary"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

QTEST_MAIN(TestStudyWindow)
#include "tst_studywindow.moc"
