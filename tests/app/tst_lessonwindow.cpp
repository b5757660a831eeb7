// The Lessons place in the whole window, with the real runner.

#include "app/code/codepane.h"
#include "app/code/codeview.h"
#include "app/lab/labhistory.h"
#include "app/lab/runsession.h"
#include "app/lessons/lessonlistview.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/markdowntext.h"
#include "app/lessons/overviewtable.h"
#include "app/mainwindow.h"
#include "app/places.h"
#include "app/shell/messagestrip.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "tests/app/lessonundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLessonWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lesson = std::make_unique<LessonUnderTest>(); }
    void cleanup() { m_lesson.reset(); }
    void runWaitsForThePrediction();
    void numberIsGivenByEnter();
    void pageStaysWhenPythonIsFound();
    void claimIsSkippedWithoutPython();
    void teacherMayRunAtOnce();
    void goesFromPredictionToClaim();
    void onlyTheFirstRoundIsShown();
    void goesOnWhereItWasLeft();
    void stoppedRunIsNotMeasured();
    void linksPointIntoTheTimeline();
    void drawingIsAGhost();
    void opensInTheLab();
    void tellsWhetherAnAnswerIsRight_data();
    void tellsWhetherAnAnswerIsRight();
    void severalOptionsAreChosen();
    void programIsShownAndAsksFirst();
    void programThatWasEditedAsksAgain();
    void timelinesGoWithTheirLesson();
    void programsStandSideBySide();
    void codeTabHasTheProgramOfThePage();
    void savedFileIsReadAgain();
    void brokenFileStopsNoOther();
    void markupIsText();
    void keysGoThroughTheLesson();
    void finishedLessonOffersTheNext();

private:
    void predict() const;
    void openLessonWithProgram() const;

    std::unique_ptr<LessonUnderTest> m_lesson;
};

void TestLessonWindow::predict() const
{
    m_lesson->click("next");
    m_lesson->click("option2");
    m_lesson->click("confidence3");
}

void TestLessonWindow::runWaitsForThePrediction()
{
    m_lesson->open(waitingLesson);
    QVERIFY(m_lesson->course().isOpen());
    QVERIFY(!m_lesson->button("runExperiment")->isEnabled());
    QTRY_COMPARE(m_lesson->label("obstacle"), u"Predict first: “Which is shorter?”"_s);
    const auto isTold = [this] {
        const QString said = m_lesson->ui().messages().text();
        m_lesson->ui().messages().dismiss();
        return !m_lesson->ui().session().isRunning() &&
               said.contains(u"Predict first: “Which is shorter?”"_s);
    };
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(isTold());
    m_lesson->ui().press(Qt::Key_Space);
    QVERIFY(isTold());
    m_lesson->ui().click(&m_lesson->ui().primary());
    QVERIFY(isTold());
    m_lesson->click("next");
    m_lesson->click("option2");
    QVERIFY(!m_lesson->button("runExperiment")->isEnabled());  // how sure?
    m_lesson->click("confidence1");
    QVERIFY(m_lesson->button("runExperiment")->isEnabled());
    QTRY_COMPARE(m_lesson->label("obstacle"), QString());
}

void TestLessonWindow::numberIsGivenByEnter()
{
    QByteArray text = studyLesson;
    text.replace("options:\n  - They do.\n  - text: They do not.\n    right: yes\n",
                 "number: {unit: times, from: 0, to: 4, measured: speedup(sweep.threads-2)}\n");
    m_lesson->open(text);
    m_lesson->click("next");
    auto& number = *m_lesson->place().findChild<QDoubleSpinBox*>(u"number"_s);
    QCOMPARE(number.text(), u"your number"_s);
    QVERIFY(!m_lesson->button("giveNumber")->isEnabled());  // nothing is no answer
    number.setFocus();
    number.selectAll();
    QTest::keyClicks(&number, u"1.5"_s);
    QTest::keyClick(&number, Qt::Key_Return);
    QCOMPARE(m_lesson->course().answerTo("transfer").number.value_or(0), 1.5);
}

/// What was typed and not yet given is still there.
void TestLessonWindow::pageStaysWhenPythonIsFound()
{
    QByteArray text = waitingLesson;
    text.replace("options:\n  - The first.\n  - text: The second.\n    right-if: shorter\n",
                 "number: {unit: times, from: 0, to: 4, measured: speedup(waits.concurrent)}\n");
    m_lesson->open(text);
    m_lesson->click("next");
    const QPointer<QDoubleSpinBox> number =
        m_lesson->place().findChild<QDoubleSpinBox*>(u"number"_s);
    QVERIFY(number);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"2"_s);
    m_lesson->setHasPython(false);
    m_lesson->setHasPython(true);
    QVERIFY(number);
    QVERIFY(number->hasFocus());
    QCOMPARE(number->value(), 2.0);
}

void TestLessonWindow::claimIsSkippedWithoutPython()
{
    QByteArray text = waitingLesson;
    text.replace("holds-if: wall", "needs: {python: true}\nholds-if: wall");
    m_lesson->open(text);
    m_lesson->course().goTo(3);
    QApplication::processEvents();  // the page is shown
    m_lesson->setHasPython(true);
    QCOMPARE(m_lesson->label("outcome"), u"A CLAIM TO BE CHECKED"_s);
    m_lesson->setHasPython(false);
    QCOMPARE(m_lesson->label("outcome"), u"– SKIPPED"_s);
}

void TestLessonWindow::teacherMayRunAtOnce()
{
    m_lesson->open(waitingLesson);
    m_lesson->course().setLocking(false);
    QVERIFY(m_lesson->button("runExperiment")->isEnabled());
    m_lesson->ui().reopen();  // which is remembered
    QVERIFY(!m_lesson->course().isLocking());
}

void TestLessonWindow::goesFromPredictionToClaim()
{
    m_lesson->open(waitingLesson);
    predict();
    m_lesson->click("next");
    QVERIFY(!m_lesson->button("option1")->isEnabled());  // nothing was seen yet
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured());
    m_lesson->click("option1");
    m_lesson->click("next");
    QTRY_VERIFY(!m_lesson->label("outcome").isEmpty());
    const QString outcome = m_lesson->label("outcome");
    QVERIFY2(outcome == u"✓ HOLDS"_s || outcome == u"? INCONCLUSIVE"_s, qPrintable(outcome));
    QTRY_VERIFY(m_lesson->label("measured").startsWith(u"Time of “Concurrent”: "_s));
    m_lesson->click("back");
    m_lesson->click("back");
    QTRY_VERIFY(!m_lesson->label("grade").isEmpty());
    const QString grade = m_lesson->label("grade");
    QCOMPARE(grade,
             outcome == u"✓ HOLDS"_s
                 ? u"As it was measured, you were right. You were sure."_s
                 : u"Whether that is right could not be measured this time. You were sure."_s);
    m_lesson->click("option1");  // what was predicted stands
    QCOMPARE(m_lesson->course().answerTo("longer").chosen, std::vector<int>{1});
}

void TestLessonWindow::onlyTheFirstRoundIsShown()
{
    m_lesson->open(waitingLesson);
    predict();
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured());
    QCOMPARE(m_lesson->view().stack().panels().size(), 2U);
    QCOMPARE(m_lesson->course().measurements().at("waits").runs.size(), 10U);
    QCOMPARE(m_lesson->ui().session().measured().runs.size(), 10U);
}

void TestLessonWindow::goesOnWhereItWasLeft()
{
    m_lesson->open(waitingLesson);
    predict();
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured());
    m_lesson->click("next");
    m_lesson->ui().reopen();
    m_lesson->place().openNamed(u"waits"_s);
    QVERIFY(m_lesson->course().isOpen());
    QCOMPARE(m_lesson->course().page(), 2U);
    QCOMPARE(m_lesson->course().answerTo("longer").chosen, std::vector<int>{1});
    QVERIFY(m_lesson->course().isMeasured("waits"));
    m_lesson->click("showTimelines");
    QCOMPARE(m_lesson->view().stack().panels().size(), 2U);
    m_lesson->course().startAgain();
    QCOMPARE(m_lesson->course().page(), 0U);
    QVERIFY(!m_lesson->course().isMeasured("waits"));
    QVERIFY(m_lesson->place().store().canUndoReset("waits"));
}

void TestLessonWindow::stoppedRunIsNotMeasured()
{
    QByteArray slow = waitingLesson;
    m_lesson->open(slow.replace("task-ms: 20", "task-ms: 60000"));
    predict();
    m_lesson->click("runExperiment");
    QVERIFY(QTest::qWaitFor([&] { return !m_lesson->course().running().empty(); }));
    m_lesson->click("stopExperiment");
    QVERIFY(m_lesson->ui().waitUntilIdle());
    QVERIFY(m_lesson->course().running().empty());
    QVERIFY(!m_lesson->course().isMeasured("waits"));
    QVERIFY(m_lesson->button("runExperiment")->isEnabled());
}

void TestLessonWindow::linksPointIntoTheTimeline()
{
    m_lesson->open(waitingLesson);
    LessonActions& actions = m_lesson->place().actions();
    Q_EMIT actions.linkAsked(u"timeline:zoom?run=waits.concurrent&from=0ms&to=10ms"_s);
    QVERIFY(m_lesson->ui().messages().text().contains(u"Run the experiment first"_s));
    predict();
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured());
    Viewport& viewport = m_lesson->view().viewport();
    Q_EMIT actions.linkAsked(u"timeline:zoom?run=waits.concurrent&from=1ms&to=10ms"_s);
    QCOMPARE(viewport.visible().start, Nanoseconds(1'000'000));
    QCOMPARE(viewport.visible().end, Nanoseconds(10'000'000));
    Q_EMIT actions.linkAsked(u"timeline:cursor?at=5ms"_s);
    QCOMPARE(viewport.playhead(), Nanoseconds(5'000'000));
    Q_EMIT actions.linkAsked(u"timeline:rows?run=2&tasks=2"_s);
    QCOMPARE(m_lesson->view().stack().panelOf(1)->highlights().rows, std::vector<std::size_t>{1});
    Q_EMIT actions.linkAsked(u"timeline:replay?from=0ms&to=20ms&speed=0.1"_s);
    QCOMPARE(viewport.visible().end, Nanoseconds(20'000'000));
    QVERIFY(
        QTest::qWaitFor([&] { return viewport.playhead() >= Nanoseconds(20'000'000); }, 20'000));
    QVERIFY(viewport.playhead() < Nanoseconds(80'000'000));  // it ends where the stretch does
    QVERIFY(m_lesson->view().stack().panelOf(1)->highlights().rows.empty());
    Q_EMIT actions.linkAsked(u"timeline:code?run=waits.sequential&language=cpp"_s);
    const auto& code = *m_lesson->ui().window().findChild<CodePane*>();
    QVERIFY(code.isVisible());
    QVERIFY(code.view().text().contains(u"#include"_s));
    QVERIFY(code.otherView()->text().contains(u"import time"_s));
}

void TestLessonWindow::drawingIsAGhost()
{
    QByteArray drawing = waitingLesson;
    const auto from = drawing.indexOf("options:");
    const auto to = drawing.indexOf("explanation: Waits");
    drawing.replace(from, to - from, "drawing: {of: waits.concurrent, scale: waits.sequential}\n");
    m_lesson->open(drawing);
    m_lesson->click("next");
    auto* const bar = m_lesson->ui().window().findChild<QWidget*>(u"drawing"_s);
    // The bar for comparison is two thirds of the room.
    QTest::mousePress(bar, Qt::LeftButton, {}, QPoint(bar->width() / 2, bar->height() - 4));
    QTest::mouseMove(bar, QPoint(bar->width() / 3, bar->height() - 4));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(bar->width() / 3, bar->height() - 4));
    const auto drawn = m_lesson->course().answerTo("longer").drawn;
    QVERIFY(drawn);
    QTest::keyClick(bar, Qt::Key_Right);
    QVERIFY(m_lesson->course().answerTo("longer").drawn > drawn);
    m_lesson->click("confidence2");
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured());
    const Highlights& lit = m_lesson->view().stack().panelOf(1)->highlights();
    QVERIFY(lit.expectedEnd);
    // About half of the first run, which takes 40 ms or, on a busy machine, more.
    QVERIFY(*lit.expectedEnd > Nanoseconds(15'000'000));
    QVERIFY(lit.expectation.startsWith(u"you drew "_s));
    QVERIFY(!m_lesson->view().stack().panelOf(0)->highlights().expectedEnd);
}

void TestLessonWindow::opensInTheLab()
{
    m_lesson->open(waitingLesson);
    predict();
    m_lesson->click("openInLab");
    QCOMPARE(m_lesson->ui().window().findChild<Places*>()->place(), WindowPlace::Lab);
    auto* const workload = m_lesson->ui().window().findChild<QSpinBox*>(u"tasks"_s);
    QVERIFY(workload);
    QCOMPARE(workload->value(), 2);
}

void TestLessonWindow::tellsWhetherAnAnswerIsRight_data()
{
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QString>("grade");
    QTest::newRow("right") << QByteArray("option2") << u"Yes, that is right."_s;
    QTest::newRow("wrong") << QByteArray("option1") << u"Not this time. Right is: “They do not.”"_s;
}

/// Where there is nothing to measure, the lesson says it.
void TestLessonWindow::tellsWhetherAnAnswerIsRight()
{
    QFETCH(const QByteArray, option);
    QFETCH(const QString, grade);
    m_lesson->open(studyLesson);
    m_lesson->click("next");
    QCOMPARE(m_lesson->label("grade"), QString());
    m_lesson->click(option.constData());
    QTRY_COMPARE(m_lesson->label("grade"), grade);
    m_lesson->click("option1");
    m_lesson->click("option2");
    const int answered = option.back() - '1';
    QCOMPARE(m_lesson->course().answerTo("transfer").chosen, std::vector<int>{answered});
    QTRY_COMPARE(m_lesson->label("grade"), grade);  // what was answered stands
}

/// All are chosen before any is told.
void TestLessonWindow::severalOptionsAreChosen()
{
    QByteArray text = studyLesson;
    const auto from = text.indexOf("```{predict}");
    text.remove(from, text.indexOf("```{observe}") - from);
    m_lesson->open(text);
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured("sweep"));
    m_lesson->click("next");
    m_lesson->click("option1");
    m_lesson->click("option2");
    m_lesson->click("option2");
    m_lesson->click("option3");
    QCOMPARE(m_lesson->course().answerTo("several").chosen, (std::vector<int>{0, 2}));
    QCOMPARE(m_lesson->label("grade"), QString());
    m_lesson->click("done");
    QTRY_COMPARE(m_lesson->label("grade"), u"Yes, that is right."_s);
    m_lesson->click("option1");
    QCOMPARE(m_lesson->course().answerTo("several").chosen, (std::vector<int>{0, 2}));
}

void TestLessonWindow::openLessonWithProgram() const
{
    m_lesson->write("hello.sh", "#!/bin/sh\nsleep 0.05\n");
    QVERIFY(QFile::setPermissions(m_lesson->ui().path("hello.sh"),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_lesson->open("---\nname: own\ntitle: Own\nminutes: 1\n---\n## Run\n```{experiment}\n"
                   "name: waits\nprogram: {file: hello.sh}\nrepeat: 2\n```\n");
}

void TestLessonWindow::programIsShownAndAsksFirst()
{
    openLessonWithProgram();
    m_lesson->click("runExperiment");
    QVERIFY(!m_lesson->ui().session().isRunning());
    QTRY_VERIFY(m_lesson->label("runQuestion").contains(u"Run it?"_s));
    const auto& code = *m_lesson->ui().window().findChild<CodePane*>();
    QVERIFY(code.isVisible());
    QVERIFY(code.view().text().contains(u"sleep 0.05"_s));
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->ui().session().isRunning());
    QVERIFY(m_lesson->waitUntilMeasured());
    QCOMPARE(m_lesson->course().measurements().at("waits").runs.size(), 2U);
    QCOMPARE(m_lesson->view().stack().panels().size(), 1U);
}

/// What is run is what was shown.
void TestLessonWindow::programThatWasEditedAsksAgain()
{
    openLessonWithProgram();
    m_lesson->click("runExperiment");
    m_lesson->write("hello.sh", "#!/bin/sh\nsleep 0.0625\n");
    m_lesson->click("runExperiment");
    QVERIFY(!m_lesson->ui().session().isRunning());
    const auto& code = *m_lesson->ui().window().findChild<CodePane*>();
    QVERIFY(code.view().text().contains(u"sleep 0.0625"_s));
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->ui().session().isRunning());
    QVERIFY(m_lesson->waitUntilMeasured());
}

/// They would be answers to another lesson's questions, or to those that are asked again.
void TestLessonWindow::timelinesGoWithTheirLesson()
{
    m_lesson->open(waitingLesson);
    m_lesson->course().setLocking(false);
    m_lesson->ui().press(Qt::Key_F5);
    QVERIFY(m_lesson->waitUntilMeasured());
    QVERIFY(!m_lesson->view().stack().panels().empty());
    m_lesson->course().startAgain();
    QTRY_VERIFY(m_lesson->view().stack().panels().empty());
}

void TestLessonWindow::programsStandSideBySide()
{
    m_lesson->write("one.py", "print(1)\n");
    m_lesson->write("one.cpp", "int main() {}\n");
    m_lesson->open("---\nname: own\ntitle: Own\nminutes: 1\n---\n## Read\n```{python}\n"
                   "file: one.py\ncpp-file: one.cpp\n```\n");
    m_lesson->ui().window().resize(1440, 900);
    m_lesson->click("readCode");
    const auto& code = *m_lesson->ui().window().findChild<CodePane*>();
    QVERIFY(code.isVisible());
    QCOMPARE(code.view().text(), u"print(1)\n"_s);
    QVERIFY(code.otherView());
    QCOMPARE(code.otherView()->text(), u"int main() {}\n"_s);
    QTRY_COMPARE(code.otherView()->mapTo(&code, QPoint()).y(),
                 code.view().mapTo(&code, QPoint()).y());
    // In the Lab it is one program again, as the user has it there.
    m_lesson->ui().press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!code.otherView());
}

void TestLessonWindow::codeTabHasTheProgramOfThePage()
{
    const auto& code = *m_lesson->ui().window().findChild<CodePane*>();
    m_lesson->write("one.py", "print(1)\n");
    m_lesson->open("---\nname: own\ntitle: Own\nminutes: 1\n---\n## First\nNothing yet.\n"
                   "## Read\n```{python}\nfile: one.py\n```\n## Third\nThe same.\n");
    m_lesson->ui().press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!code.view().isVisible());
    for (int page = 1; page <= 2; ++page) {
        m_lesson->ui().press(Qt::Key_PageDown);
        QVERIFY(code.view().isVisible());
        QCOMPARE(code.view().text(), u"print(1)\n"_s);
    }
    // The plan of the Lab does not stay in the lesson.
    m_lesson->ui().press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(code.view().text().contains(u"TASKS = 4"_s));
    m_lesson->ui().press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(code.view().text(), u"print(1)\n"_s);
}

void TestLessonWindow::savedFileIsReadAgain()
{
    m_lesson->open(waitingLesson);
    predict();
    QByteArray edited = waitingLesson;
    m_lesson->write("waits.md", edited.replace("title: Waits", "title: Longer waits"));
    QVERIFY(QTest::qWaitFor([&] { return m_lesson->course().lesson().title == "Longer waits"; },
                            20'000));
    QCOMPARE(m_lesson->course().page(), 1U);
    QCOMPARE(m_lesson->course().answerTo("longer").chosen, std::vector<int>{1});
    m_lesson->write("waits.md", edited.replace("workload: sleep", "workload: slep"));
    QVERIFY(QTest::qWaitFor([&] { return m_lesson->ui().messages().text().contains(u"slep"_s); },
                            20'000));
    QCOMPARE(m_lesson->course().lesson().title, "Longer waits");  // it goes on as it was
}

void TestLessonWindow::brokenFileStopsNoOther()
{
    m_lesson->open(waitingLesson);
    m_lesson->write("broken.md", "---\nname: broken\n---\n## A\n```{chek}\n```\n");
    m_lesson->ui().drop(m_lesson->ui().path("broken.md"));
    const auto all = m_lesson->place().shelf().entries();
    QCOMPARE(all.size(), 2U);
    QVERIFY(all[0].read.lesson);
    QVERIFY(!all[1].read.lesson);
    bool isTold = false;
    for (const auto* const text : m_lesson->place().findChildren<QPlainTextEdit*>())
        isTold = isTold || (text->isVisible() && text->toPlainText().contains(u"chek"_s));
    QVERIFY(isTold);
}

void TestLessonWindow::markupIsText()
{
    QByteArray hostile = waitingLesson;
    hostile.replace("Tasks that wait.",
                    "<script>alert(1)</script> <b>bold</b> ![x](http://127.0.0.1:9/x.png) "
                    "![y](../y.png)");
    m_lesson->write("hostile.md", hostile);
    MarkdownText text(m_lesson->ui().path("."));
    text.setText(QString::fromUtf8("<script>alert(1)</script> <b>bold</b>"));
    QVERIFY(text.toPlainText().contains(u"<script>alert(1)</script>"_s));
    QVERIFY(text.toPlainText().contains(u"<b>bold</b>"_s));
}

void TestLessonWindow::keysGoThroughTheLesson()
{
    m_lesson->open(waitingLesson);
    m_lesson->ui().press(Qt::Key_PageDown);
    QCOMPARE(m_lesson->course().page(), 1U);
    m_lesson->ui().press(Qt::Key_PageUp);
    QCOMPARE(m_lesson->course().page(), 0U);
    m_lesson->ui().press(Qt::Key_2, Qt::ControlModifier);
    m_lesson->ui().press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_lesson->course().isOpen());  // it is left open
    m_lesson->click("back");
    QVERIFY(!m_lesson->course().isOpen());
}

void TestLessonWindow::finishedLessonOffersTheNext()
{
    QByteArray other = waitingLesson;
    other.replace("name: waits\ntitle: Waits\n", "name: other\ntitle: Other\norder: 2\n");
    m_lesson->write("other.md", other);
    m_lesson->place().openFile(m_lesson->ui().path("other.md"));
    m_lesson->open(waitingLesson);
    auto& list = *m_lesson->place().findChild<LessonListView*>();
    m_lesson->click("back");  // on the first page: to the list
    QCOMPARE(list.currentIndex().data().toString(), u"Waits"_s);
    m_lesson->open(waitingLesson);
    while (m_lesson->course().page() + 1 < m_lesson->course().pages().size())
        m_lesson->click("next");
    m_lesson->click("next");
    QVERIFY(!m_lesson->course().isOpen());
    QCOMPARE(list.currentIndex().data().toString(), u"Other"_s);
    const auto& overview = *m_lesson->ui().window().findChild<OverviewTable*>();
    QVERIFY(overview.currentIndex().data().toString().contains(u"Other"_s));
}

QTEST_MAIN(TestLessonWindow)
#include "tst_lessonwindow.moc"
