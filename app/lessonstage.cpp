#include "app/lessonstage.h"

#include "app/code/codetabs.h"
#include "app/lessons/coursepages.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/lessonwall.h"
#include "app/middle.h"
#include "app/places.h"
#include "app/shell/textlabel.h"

#include <QLabel>

LessonStage::LessonStage(Middle& middle, Places& places, QObject* parent)
    : QObject(parent),
      m_middle(middle),
      m_places(places)
{
    m_line = textLabel({}, Role::Strong);
    m_line->setObjectName(QStringLiteral("wallQuestion"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setVisible(false);
    for (const auto change :
         {&LessonCourse::opened, &LessonCourse::closed, &LessonCourse::pageChanged})
        connect(&course(), change, this, [this] {
            m_looksAtRuns = false;
            m_hasRead = false;
            choose();
        });
    connect(&places.lessons().actions(), &LessonActions::programAsked, this,
            [this] { m_hasRead = true; });
    connect(&course(), &LessonCourse::runningChanged, this, &LessonStage::choose);
    connect(&middle.tabs(), &CodeTabs::codeShown, this, &LessonStage::choose);
}

void LessonStage::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    m_looksAtRuns = false;
    choose();
}

void LessonStage::setLetters(int pixels)
{
    m_line->setStyleSheet(QStringLiteral("font-size: %1px; padding: 8px 40px;").arg(pixels));
}

void LessonStage::showRuns()
{
    m_looksAtRuns = true;
    choose();
}

void LessonStage::choose()
{
    const bool showsPage = m_isProjected && isInLesson() && !m_looksAtRuns;
    const bool comes = showsPage && !m_middle.hasWall();
    m_middle.wall().setShown(showsPage);
    if (showsPage)
        m_middle.showWall();
    else
        chooseAtDesk();
    if (comes)
        m_middle.wall().setFocus();  // else it would fall on a field, which takes keys
    tellBelow();
    Q_EMIT chosen();
}

bool LessonStage::step(int step)
{
    if (!isInLesson())
        return false;
    if (m_isProjected && (m_middle.scrollFront(step) || stepOnPage(step)))
        return true;
    // The list of lessons behind the end is for a desk.
    if (m_isProjected && step > 0 && course().page() + 1 == course().pages().size())
        return true;
    if (step > 0)
        m_places.lessons().next();
    else
        m_places.lessons().back();
    return true;
}

bool LessonStage::stepOnPage(int step)
{
    if (!m_looksAtRuns) {
        const bool reads = step > 0 && hasProgram() && !m_hasRead;
        if (reads)
            Q_EMIT m_places.lessons().actions().programAsked(
                *programAt(course().pages(), course().page()));
        return reads;
    }
    const bool goesOn = step > 0 && m_middle.hasCode() && hasProgram() && programToRun().isEmpty();
    if (goesOn)
        return false;
    m_looksAtRuns = false;  // back to the question, with its answer
    choose();
    return true;
}

bool LessonStage::isInLesson() const
{
    return m_places.place() == WindowPlace::Lessons && course().isOpen();
}

void LessonStage::chooseAtDesk()
{
    // Lessons are only read once they are seen.
    const bool isChoosing =
        m_places.place() == WindowPlace::Lessons && !isInLesson() && m_middle.isVisible();
    if (m_places.place() == WindowPlace::Study)
        m_middle.showStudy();
    else if (isChoosing)
        m_middle.showOverview();
    else
        m_middle.showTimelines();
}

void LessonStage::tellBelow()
{
    m_line->setVisible(m_isProjected && isInLesson() && !m_middle.hasWall());
    if (!isInLesson())
        return;
    const QString program = programToRun();
    m_line->setText(
        program.isEmpty()
            ? course().question()
            : tr("Press F5 again to run %1 on this computer, with your rights.").arg(program));
}

bool LessonStage::hasProgram() const
{
    return hasBlock<lesson::Program>(course().pages()[course().page()]);
}

QString LessonStage::programToRun() const
{
    return m_middle.hasCode() ? m_places.lessons().askedProgram() : QString();
}

LessonCourse& LessonStage::course() const
{
    return m_places.lessons().course();
}
