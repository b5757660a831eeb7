// A lesson on a wall, stepped through with a presenter's remote.

#include "app/code/codepane.h"
#include "app/code/codeview.h"
#include "app/lab/runsession.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/lessonwall.h"
#include "app/mainwindow.h"
#include "app/study/studychart.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "tests/app/lessonundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QChart>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLessonWall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_lesson.reset(); }
    void remoteStepsThroughTheLesson();
    void votesOpenTheRun();
    void votesStayWhenPythonIsFound();
    void lettersAreReadFromAfar();
    void programSaysHowToRunIt();
    void programsStandSideBySide();
    void curveIsReadFromAfar();
    void runsToCompareShareAPage();
    void goesBackToTheDesk();

private:
    void step(Qt::Key key) const
    {
        m_lesson->ui().press(key);
        QApplication::processEvents();  // a page that comes is shown
    }
    [[nodiscard]] QString line() const
    {
        const auto* const line = m_lesson->ui().window().findChild<QLabel*>(u"wallQuestion"_s);
        return line->isVisible() ? line->text() : QString();
    }
    [[nodiscard]] CodePane& code() const { return *m_lesson->ui().window().findChild<CodePane*>(); }
    [[nodiscard]] LessonWall& wall() const
    {
        return *m_lesson->ui().window().findChild<LessonWall*>();
    }

    std::unique_ptr<LessonUnderTest> m_lesson;
};

void TestLessonWall::init()
{
    m_lesson = std::make_unique<LessonUnderTest>();
    m_lesson->open(waitingLesson);
    m_lesson->ui().window().project();
    QVERIFY(QTest::qWaitFor([this] { return wall().isVisible(); }));
}

void TestLessonWall::remoteStepsThroughTheLesson()
{
    for (const std::size_t page : {1U, 2U, 3U}) {
        step(Qt::Key_PageDown);
        QCOMPARE(m_lesson->course().page(), page);
        QVERIFY(wall().isVisible());
    }
    step(Qt::Key_PageUp);
    QCOMPARE(m_lesson->course().page(), 2U);
}

/// The question, the votes, the run, and the question again with its answer.
void TestLessonWall::votesOpenTheRun()
{
    step(Qt::Key_PageDown);
    QVERIFY(!m_lesson->hasButton("confidence1"));
    QVERIFY(!m_lesson->button("runExperiment")->isEnabled());
    const auto votes = wall().findChildren<QSpinBox*>(u"votes"_s);
    QCOMPARE(votes.size(), 2);
    votes[0]->setFocus();
    QApplication::processEvents();
    QTest::keyClicks(votes[0], u"7"_s);
    QTest::keyClick(votes[0], Qt::Key_Tab);
    votes[1]->setFocus();
    QApplication::processEvents();
    QTest::keyClicks(votes[1], u"12"_s);
    QCOMPARE(m_lesson->course().answerTo("longer").votes, (std::vector<int>{7, 12}));
    QVERIFY(m_lesson->button("runExperiment")->isEnabled());
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([this] { return m_lesson->view().isVisible(); }));
    QVERIFY(m_lesson->waitUntilMeasured());
    QCOMPARE(m_lesson->ui().window().findChild<QLabel*>(u"wallQuestion"_s)->text(),
             u"Which is shorter?"_s);
    QVERIFY(QTest::qWaitFor([this] {
        step(Qt::Key_PageDown);
        return wall().isVisible();
    }));
    QCOMPARE(m_lesson->course().page(), 1U);  // first its panels, then the same page
    QVERIFY(wall().findChildren<QSpinBox*>(u"votes"_s)[1]->value() == 12);
}

/// The interpreter is asked while the lesson is already open, and may take its time.
void TestLessonWall::votesStayWhenPythonIsFound()
{
    step(Qt::Key_PageDown);
    const QPointer<QSpinBox> votes = wall().findChild<QSpinBox*>(u"votes"_s);
    votes->setFocus();
    votes->selectAll();
    QTest::keyClicks(votes, u"1"_s);
    m_lesson->setHasPython(false);
    m_lesson->setHasPython(true);
    QVERIFY(votes);
    QVERIFY(votes->hasFocus());
    QTest::keyClicks(votes, u"2"_s);
    QCOMPARE(m_lesson->course().answerTo("longer").votes, (std::vector<int>{12, 0}));
}

void TestLessonWall::lettersAreReadFromAfar()
{
    m_lesson->ui().window().resize(1920, 1080);
    step(Qt::Key_PageDown);
    const double unit = std::min(m_lesson->ui().window().width() / 1920.0,
                                 m_lesson->ui().window().height() / 1080.0);
    const int least = qRound(24 * std::max(0.62, unit));
    for (const QLabel* const label : wall().findChildren<QLabel*>()) {
        if (label->isVisible())
            QVERIFY2(label->fontInfo().pixelSize() >= least, qPrintable(label->text()));
    }
}

/// A program of the lesson's own is shown first, with what to press; then the question is back.
void TestLessonWall::programSaysHowToRunIt()
{
    m_lesson->write("hello.sh", "#!/bin/sh\nsleep 0.05\n");
    QVERIFY(QFile::setPermissions(m_lesson->ui().path("hello.sh"),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_lesson->write("one.py", "print(1)\n");
    m_lesson->open("---\nname: own\ntitle: Own\nminutes: 1\n---\n## Run it\n```{experiment}\n"
                   "name: waits\nprogram: {file: hello.sh}\nrepeat: 2\n```\n"
                   "```{python}\nfile: one.py\n```\n");
    QVERIFY(QTest::qWaitFor([this] { return wall().isVisible(); }));
    QCOMPARE(line(), QString());
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([this] { return code().isVisible(); }));
    QVERIFY(!m_lesson->ui().session().isRunning());
    QVERIFY2(line().contains(u"Press F5 again to run hello.sh"_s), qUtf8Printable(line()));
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(m_lesson->waitUntilMeasured());
    QVERIFY(m_lesson->view().isVisible());
    QCOMPARE(line(), u"Run it"_s);
    // What was run is not what the page has to read.
    QVERIFY(QTest::qWaitFor([this] {
        step(Qt::Key_PageDown);
        return wall().isVisible();
    }));
    step(Qt::Key_PageDown);
    QVERIFY(code().isVisible());
    QCOMPARE(code().view().text(), u"print(1)\n"_s);
}

void TestLessonWall::programsStandSideBySide()
{
    m_lesson->write("one.py", QByteArray("print(1)\n").repeated(100));
    m_lesson->write("one.cpp", "int main() {}\n");
    m_lesson->open("---\nname: own\ntitle: Own\nminutes: 1\n---\n## Read\n```{python}\n"
                   "file: one.py\ncpp-file: one.cpp\n```\n## Then\nMore.\n");
    QVERIFY(QTest::qWaitFor([this] { return wall().isVisible(); }));
    step(Qt::Key_PageDown);  // to the program of the page
    QVERIFY(code().isVisible());
    QCOMPARE(line(), u"Read"_s);
    QVERIFY(code().otherView() && code().otherView()->isVisible());
    for (const CodeView* const view : {&code().view(), code().otherView()})
        QVERIFY(view->letterHeight() >= 24);
    step(Qt::Key_PageUp);
    QVERIFY(wall().isVisible());
    QCOMPARE(m_lesson->course().page(), 0U);
    m_lesson->click("readCode");
    QVERIFY(code().isVisible());
    // The remote reads on, and goes on from the end.
    step(Qt::Key_PageDown);
    QVERIFY(code().isVisible());
    QVERIFY(code().view().firstVisibleLine() > 0);
    QVERIFY(QTest::qWaitFor([this] {
        step(Qt::Key_PageDown);
        return wall().isVisible();
    }));
    QCOMPARE(m_lesson->course().page(), 1U);
}

/// The curve of a study stands beside its words, and nothing has to be scrolled.
void TestLessonWall::curveIsReadFromAfar()
{
    m_lesson->ui().window().resize(1920, 1080);
    m_lesson->open(studyLesson);
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(m_lesson->waitUntilMeasured("sweep"));
    QVERIFY(QTest::qWaitFor([this] {
        step(Qt::Key_PageDown);
        return wall().isVisible();
    }));
    const auto* const chart = wall().findChild<StudyChart*>();
    QVERIFY(chart && chart->isVisible());
    QCOMPARE(chart->plot().curves[0].measured.size(), 2);
    const double unit = std::min(m_lesson->ui().window().width() / 1920.0,
                                 m_lesson->ui().window().height() / 1080.0);
    QVERIFY(chart->chart()->titleFont().pixelSize() >= qRound(24 * std::max(0.62, unit)));
    QVERIFY(!wall().scroll(1));
}

/// Two runs of ten tasks stand on one axis, in rows that are a little lower than usual.
void TestLessonWall::runsToCompareShareAPage()
{
    m_lesson->ui().window().resize(1920, 1080);
    QByteArray text = waitingLesson;
    text.replace("tasks: 2", "tasks: 10").replace("workers: 2", "workers: 5");
    m_lesson->open(text);
    m_lesson->course().setLocking(false);
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(m_lesson->waitUntilMeasured());
    QVERIFY(m_lesson->view().isVisible());
    QCOMPARE(m_lesson->view().page(), (PanelPage{0, 2}));
    const int label = m_lesson->view().settings().style.label.pixelSize();
    for (const PanelWidget* const panel : m_lesson->view().stack().pagePanels())
        QVERIFY(panel->geometryOfParts().rowPitch >= label);
}

void TestLessonWall::goesBackToTheDesk()
{
    m_lesson->ui().press(Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([this] { return !wall().isVisible(); }));
    QVERIFY(m_lesson->button("runExperiment"));
    QVERIFY(m_lesson->course().isOpen());
}

QTEST_MAIN(TestLessonWall)
#include "tst_lessonwall.moc"
