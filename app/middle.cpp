#include "app/middle.h"

#include "app/access/timelinevoice.h"
#include "app/code/codepane.h"
#include "app/code/codetabs.h"
#include "app/code/codeview.h"
#include "app/lessons/lessonoverview.h"
#include "app/lessons/lessonplace.h"
#include "app/lessons/lessonwall.h"
#include "app/observe/outputpane.h"
#include "app/pictures/picturestrip.h"
#include "app/projector/panesaside.h"
#include "app/study/studyview.h"
#include "app/table/tablepane.h"
#include "app/timeline/comparisonview.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QScrollBar>
#include <QSplitter>

namespace {

constexpr int narrowestView = 320;
constexpr int tableHeight = 230;
constexpr int outputHeight = 170;
constexpr int picturesHeight = 132;

}  // namespace

Middle::Middle(LessonPlace& lessons, QSettings& memory, QWidget* parent)
    : QStackedWidget(parent),
      m_lessons(lessons)
{
    m_timelines = createTimelines(memory);
    m_study = new StudyView;
    m_wall = new LessonWall(lessons.pageParts());
    for (QWidget* const page : std::initializer_list<QWidget*>{m_timelines, m_study, m_wall})
        addWidget(page);
    setMinimumWidth(narrowestView);
}

void Middle::showTimelines()
{
    setCurrentWidget(m_timelines);
}

void Middle::showStudy()
{
    setCurrentWidget(m_study);
}

void Middle::showOverview()
{
    QWidget* const overview = m_lessons.overview();
    if (indexOf(overview) < 0)
        addWidget(overview);
    setCurrentWidget(overview);
}

void Middle::showWall()
{
    setCurrentWidget(m_wall);
}

bool Middle::hasTimelines() const
{
    return currentWidget() == m_timelines;
}

bool Middle::hasWall() const
{
    return currentWidget() == m_wall;
}

bool Middle::hasCode() const
{
    return hasTimelines() && m_tabs->isCodeShown();
}

void Middle::focusFront()
{
    if (hasWall())
        m_wall->setFocus();
    else if (currentWidget() == m_study)
        m_study->setFocus();
    else if (m_tabs->isCodeShown())
        m_code->view().setFocus();
    else
        m_view->focusCurrent();
}

bool Middle::scrollFront(int step)
{
    if (hasCode())
        return m_code->scroll(step);
    if (hasWall())
        return m_wall->scroll(step);
    if (m_view->isVisible()) {
        const PanelPage before = m_view->page();
        m_view->turnPage(step);
        return m_view->page() != before;
    }
    for (const QAbstractScrollArea* const area : findChildren<QAbstractScrollArea*>()) {
        if (!area->isVisible())
            continue;
        QScrollBar* const bar = area->verticalScrollBar();
        const int before = bar->value();
        bar->triggerAction(step > 0 ? QAbstractSlider::SliderPageStepAdd
                                    : QAbstractSlider::SliderPageStepSub);
        return bar->value() != before;
    }
    return false;
}

void Middle::showTable(bool isShown)
{
    const bool hadFocus = m_table->isAncestorOf(QApplication::focusWidget());
    m_table->setVisible(isShown);
    if (isShown)
        m_table->setFocus();
    else if (hadFocus)
        focusFront();
}

void Middle::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
    m_code->setTheme(theme);
    m_table->setTheme(theme);
    m_study->setTheme(theme);
    m_pictures->setTheme(theme);
}

void Middle::setProjected(bool isProjected)
{
    m_aside->setAside(isProjected);
    m_tabs->setProjected(isProjected);
    m_code->setProjected(isProjected);
    m_view->setProjected(isProjected);
}

void Middle::setFeed(Feed feed)
{
    m_view->setFeed(feed);
    m_pictures->setFeed(feed);
}

void Middle::setComparison(const Comparison* comparison)
{
    m_view->setComparison(comparison);
    if (comparison)
        m_tabs->showCode(false);
    m_table->setComparison(comparison);
    m_study->setComparison(comparison);
    m_pictures->setComparison(comparison);
}

void Middle::showGrowth()
{
    if (m_view->isVisible())  // the timelines of many runs cost time that the workers would lack
        m_view->refresh();
    m_table->refresh();
    m_study->refresh();
    m_pictures->refresh();
}

void Middle::showGrowthNow()
{
    m_view->refresh();
    m_table->refreshNow();
    m_study->refresh();
    m_pictures->refresh();
}

QWidget* Middle::createTimelines(QSettings& memory)
{
    auto* panes = new QSplitter(Qt::Vertical);
    m_view = new ComparisonView;
    new TimelineVoice(*m_view);
    m_code = new CodePane(memory);
    m_tabs = new CodeTabs(m_view, m_code, panes);
    m_table = new TablePane(*m_view, panes);
    m_output = new OutputPane(panes);
    m_pictures = new PictureStrip(memory, panes);
    m_aside = new PanesAside(panes, this);
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    panes->setStretchFactor(0, 1);
    panes->setSizes({QWIDGETSIZE_MAX / 2, tableHeight, outputHeight, picturesHeight});
    return panes;
}
