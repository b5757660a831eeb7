#include "app/code/codepane.h"
#include "app/code/codetabs.h"
#include "app/code/codeview.h"
#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/timeline/comparisonview.h"
#include "tests/app/windowundertest.h"

#include <QApplication>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

/// The Code tab in the window.
class TestCodeWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyShowsIt();
    void aTabShowsIt();
    void followsTheLab();
    void saysThatAPlanCannotBeRun();
    void runningShowsTheTimelines();
    void isNotOfferedToObserve();
    void fullScreenIsForAWall();

private:
    [[nodiscard]] CodePane& code() const { return *m_ui->window().findChild<CodePane*>(); }
    [[nodiscard]] QTabBar& tabs() const
    {
        return *m_ui->window().findChild<QTabBar*>(QStringLiteral("codeTabs"));
    }
    [[nodiscard]] ComparisonView& timelines() const
    {
        return *m_ui->window().findChild<ComparisonView*>();
    }
    [[nodiscard]] QSpinBox& number(const char* name) const
    {
        return *m_ui->window().findChild<QSpinBox*>(QString::fromLatin1(name));
    }

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestCodeWindow::init()
{
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
}

void TestCodeWindow::aKeyShowsIt()
{
    QVERIFY(timelines().isVisible());
    QVERIFY(!code().isVisible());
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(code().isVisible());
    QVERIFY(!timelines().isVisible());
    QCOMPARE(tabs().currentIndex(), 1);
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(timelines().isVisible());
}

void TestCodeWindow::aTabShowsIt()
{
    QTest::mouseClick(&tabs(), Qt::LeftButton, {}, tabs().tabRect(1).center());
    QVERIFY(code().isVisible());
    tabs().setFocus();
    m_ui->press(Qt::Key_Left);
    QVERIFY(timelines().isVisible());
}

void TestCodeWindow::followsTheLab()
{
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(code().view().text().contains(QStringLiteral("TASKS = 4\n")));
    number("tasks").setValue(7);
    QVERIFY(code().view().text().contains(QStringLiteral("TASKS = 7\n")));
    QVERIFY(code().view().text().contains(QStringLiteral("WORKERS = 7 ")));
    m_ui->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(code().view().text().contains(QStringLiteral("TASKS = 4\n")));
}

void TestCodeWindow::saysThatAPlanCannotBeRun()
{
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    number("tasks").setValue(200);
    number("inProgress").setValue(200);
    number("split").setValue(200);
    QVERIFY(!code().view().isVisible());
    number("split").setValue(1);
    QVERIFY(code().view().isVisible());
    QVERIFY(code().view().text().contains(QStringLiteral("WORKERS = 200 ")));
}

void TestCodeWindow::runningShowsTheTimelines()
{
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("code"));
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(timelines().isVisible());
    QVERIFY(timelines().hasFocus() || timelines().isAncestorOf(QApplication::focusWidget()));
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(code().isVisible());
}

void TestCodeWindow::isNotOfferedToObserve()
{
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    m_ui->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!tabs().isVisible());
    QVERIFY(timelines().isVisible());
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(timelines().isVisible());
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(tabs().isVisible());
}

void TestCodeWindow::fullScreenIsForAWall()
{
    m_ui->press(Qt::Key_K, Qt::ControlModifier);
    const int atADesk = code().view().letterHeight();
    m_ui->press(Qt::Key_F11);
    QVERIFY(code().view().letterHeight() >= 28);
    m_ui->press(Qt::Key_F11);
    QCOMPARE(code().view().letterHeight(), atADesk);
}

QTEST_MAIN(TestCodeWindow)
#include "tst_codewindow.moc"
