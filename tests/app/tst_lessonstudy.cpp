// A lesson with a study in the whole window, with the real runner.

#include "app/lessons/lessoncurve.h"
#include "app/lessons/lessonplace.h"
#include "app/mainwindow.h"
#include "app/places.h"
#include "app/study/studychart.h"
#include "app/study/studypane.h"
#include "app/study/studyview.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "tests/app/lessonundertest.h"

#include <QAction>
#include <QChart>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLessonStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lesson = std::make_unique<LessonUnderTest>(); }
    void cleanup() { m_lesson.reset(); }
    void studyShowsItsCurve();
    void curveFollowsTheTheme();
    void runsThatALessonSpeaksOfAreInSight();
    void opensInStudy();

private:
    void runStudy(const QByteArray& text = studyLesson) const;

    std::unique_ptr<LessonUnderTest> m_lesson;
};

void TestLessonStudy::runStudy(const QByteArray& text) const
{
    m_lesson->open(text);
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured("sweep"));
}

void TestLessonStudy::studyShowsItsCurve()
{
    m_lesson->open(studyLesson);
    QVERIFY(m_lesson->button("runExperiment"));
    const auto curve = [this] { return m_lesson->place().findChild<LessonCurve*>(); };
    QVERIFY(curve() && !curve()->isVisible());
    m_lesson->click("runExperiment");
    QVERIFY(m_lesson->waitUntilMeasured("sweep"));
    QTRY_VERIFY(curve() && curve()->isVisible());
    const StudyPlot& plot = curve()->findChild<StudyChart*>()->plot();
    QCOMPARE(plot.curves.size(), 1U);
    QCOMPARE(plot.curves[0].measured.size(), 2);
    QCOMPARE(plot.curves[0].measured[0].y(), 1.0);  // the speedup of one worker
    const auto& stack = m_lesson->view().stack();
    QCOMPARE(stack.panels().size(), 2U);
    for (const std::size_t run : {0U, 1U}) {
        const PanelWidget& panel = *stack.panelOf(run);
        const QString workers = run == 0 ? u"1 worker"_s : u"2 workers"_s;
        QVERIFY2(panel.accessibleName().contains(workers), qPrintable(panel.accessibleName()));
        QVERIFY2(panel.accessibleDescription().contains(u"speedup "_s),
                 qPrintable(panel.accessibleDescription()));
    }
    QTRY_VERIFY(m_lesson->label("measured").contains(u"Time of “2 workers”: "_s));
}

void TestLessonStudy::curveFollowsTheTheme()
{
    runStudy();
    const auto& chart = *m_lesson->place().findChild<StudyChart*>();
    const auto choose = [this](const QString& name) {
        for (QAction* const each : m_lesson->ui().window().actions()) {
            if (each->text().remove(u'&') == name)
                each->trigger();
        }
    };
    choose(u"Dark"_s);
    QCOMPARE(chart.chart()->backgroundBrush().color(), darkTheme().card);
    choose(u"Light"_s);
    QCOMPARE(chart.chart()->backgroundBrush().color(), lightTheme().card);
}

/// A class need not turn twelve pages where three runs are told of.
void TestLessonStudy::runsThatALessonSpeaksOfAreInSight()
{
    QByteArray text = studyLesson;
    text.replace("max-workers: 2", "max-workers: 4");
    runStudy(text);
    const PanelStack& stack = m_lesson->view().stack();
    QCOMPARE(stack.panels().size(), 4U);
    QCOMPARE(stack.order().shown(), (std::vector<std::size_t>{0, 1}));
    m_lesson->ui().press(Qt::Key_H, Qt::ShiftModifier);
    QCOMPARE(stack.order().shown().size(), 4U);
}

void TestLessonStudy::opensInStudy()
{
    runStudy();
    QVERIFY(!m_lesson->hasButton("openInLab"));
    m_lesson->click("openInStudy");
    MainWindow& window = m_lesson->ui().window();
    auto& places = *window.findChild<Places*>();
    QCOMPARE(places.place(), WindowPlace::Study);
    const auto value = [&](const QString& name) {
        return window.findChild<QSpinBox*>(name)->value();
    };
    QCOMPARE(value(u"studyMaxWorkers"_s), 2);
    QCOMPARE(value(u"studyRepeats"_s), 5);
    QCOMPARE(value(u"studyTasks"_s), 1);
    QCOMPARE(places.study().findChild<QSpinBox*>(u"serial"_s)->value(), 25);
    const auto& studied = window.findChild<StudyView*>()->study().curves;
    QCOMPARE(studied.size(), 1U);
    for (const StudyPoint& point : studied[0].points)
        QCOMPARE(point.repeats.size(), 5U);  // all that was measured, and not only what is shown
    m_lesson->ui().press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(places.place(), WindowPlace::Lessons);
    QCOMPARE(m_lesson->view().stack().panels().size(), 2U);
}

QTEST_MAIN(TestLessonStudy)
#include "tst_lessonstudy.moc"
