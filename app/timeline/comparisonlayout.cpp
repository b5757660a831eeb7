// How a ComparisonView gives its parts their places.

#include "app/timeline/axiswidget.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/emptystate.h"
#include "app/timeline/legendwidget.h"
#include "app/timeline/minimap.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/projectedhead.h"
#include "app/timeline/searchbar.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace {

constexpr double closerInHead = 8;  ///< what the button that hides a panel takes of its head

QString hiddenText(const PanelOrder& order)
{
    const auto hidden = static_cast<int>(order.runs().size() - order.shown().size());
    return hidden == 1
               ? ComparisonView::tr("1 run is hidden: Shift+H shows it")
               : ComparisonView::tr("%n runs are hidden: Shift+H shows them", nullptr, hidden);
}

}  // namespace

void ComparisonView::layOut()
{
    const bool isEmpty = m_stack->panels().empty();
    m_empty->setGeometry(rect());
    m_empty->setVisible(isEmpty);
    for (QWidget* const part : {static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_legend),
                                static_cast<QWidget*>(m_minimap), static_cast<QWidget*>(m_scroll)})
        part->setVisible(!isEmpty);
    const int axis = static_cast<int>(m_settings.style.axis);
    const int legend = layOutLegend();
    const int head = layOutHead();
    const int minimap = Minimap::heightIn(m_settings.style);
    if (isEmpty)
        m_searchBar->hide();
    const int search = m_searchBar->isHidden() ? 0 : m_searchBar->sizeHint().height();
    const int available = std::max(0, height() - head - search - axis - minimap - legend);
    chooseStyle(available);
    choosePage(available);
    setFocusProxy(isEmpty ? nullptr : m_stack->pagePanels().front());

    m_stack->layOut({width(), available});
    if (m_stack->height() > available)
        m_stack->layOut({width() - m_scroll->verticalScrollBar()->sizeHint().width(), available});
    const int panels = std::min(available, m_stack->height());
    const int top = head + search;
    const int used = top + panels;
    m_searchBar->setGeometry(0, head, width(), search);
    m_scroll->setGeometry(0, top, width(), panels);
    m_axis->setGeometry(0, used, width(), axis);
    m_axis->setSpan(m_stack->plotSpan());
    m_minimap->setGeometry(0, used + axis, width(), minimap);
    m_minimap->setSpan(m_stack->plotSpan());
    m_legend->setGeometry(0, used + axis + minimap, width(), legend);
}

void ComparisonView::focusCurrent()
{
    const auto run = m_stack->current();
    PanelWidget* const panel = run ? m_stack->panelOf(*run) : nullptr;
    if (panel && !panel->isHidden())
        panel->setFocus(Qt::OtherFocusReason);
    else
        setFocus();
}

void ComparisonView::chooseStyle(int available)
{
    const TimelineStyle usual = usualStyle();
    const auto rows = m_stack->rowsOfPanels();
    const TimelineStyle onWall =
        m_pairs == Pairs::WhereRowsCanBeRead ? styleForPairs(available, rows, usual) : usual;
    const TimelineStyle style = m_isProjected ? onWall : styleFor(available, rows, usual);
    if (style == m_settings.style)
        return;
    m_settings.style = style;
    ++m_settings.generation;
}

TimelineStyle ComparisonView::usualStyle() const
{
    TimelineStyle style = m_isProjected ? projectorStyle(font(), window()->size())
                                        : timelineStyle(font(), m_settings.theme.outlineWidth);
    if (!m_isProjected)
        style.closer = std::round(closerInHead * style.unit);
    if (m_stack->hasGhosts())
        makeRoomForGhosts(style);
    return style;
}

int ComparisonView::layOutHead()
{
    const int height = m_isProjected ? m_head->neededHeight() : 0;
    m_head->setGeometry(0, 0, width(), height);
    m_head->setVisible(m_isProjected && !m_stack->panels().empty());
    return height;
}

int ComparisonView::layOutLegend()
{
    const int needed = m_legend->heightFor(width());
    m_legendRoom = m_isProjected ? std::max(m_legendRoom, needed) : needed;
    return m_legendRoom;
}

void ComparisonView::choosePage(int available)
{
    if (!m_isProjected)
        return m_stack->setPage({});
    const auto rows = m_stack->rowsOfPanels();
    const std::size_t count = panelsThatFit(available, rows, m_settings.style);
    const PanelPage page = pageFrom(m_page.first, count, rows.size());
    if (page != m_page)
        m_legendTimer.start();
    m_page = page;
    m_stack->setPage(m_page);
    m_head->setContent(m_comparison, m_page, rows.size());
    const QWidget* const focus = QApplication::focusWidget();
    if (m_page.count > 0 && (!focus || (isAncestorOf(focus) && !focus->isVisible())))
        m_stack->pagePanels().front()->setFocus(Qt::OtherFocusReason);
}

void ComparisonView::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    const auto& panels = m_stack->shownPanels();
    const auto focused = std::ranges::find_if(panels, &QWidget::hasFocus);
    m_page = {};
    if (focused != panels.end())  // the page begins with it
        m_page.first = static_cast<std::size_t>(focused - panels.begin());
    m_legendRoom = 0;
    hideHover();
    applySettings();
}

void ComparisonView::setPairs(Pairs pairs)
{
    if (pairs == m_pairs)
        return;
    m_pairs = pairs;
    layOut();
}

void ComparisonView::turnPage(int step)
{
    const PanelPage page = turned(m_page, step, m_stack->shownPanels().size());
    if (!m_isProjected || page == m_page)
        return;
    m_page = page;
    layOut();
    m_legendTimer.start();
    m_stack->pagePanels().front()->setFocus(Qt::OtherFocusReason);
}

void ComparisonView::turnTo(std::size_t run)
{
    const std::vector<std::size_t> runs = m_stack->order().shown();
    const auto place = static_cast<std::size_t>(std::ranges::find(runs, run) - runs.begin());
    if (!m_isProjected || m_page.count == 0 || place == runs.size() || m_page.contains(place))
        return;
    m_page = pageFrom(place - place % m_page.count, m_page.count, runs.size());
    layOut();
    m_legendTimer.start();
}

void ComparisonView::updateLegend()
{
    LegendUse use;
    for (const PanelWidget* const panel : m_stack->panels()) {
        if (!panel->visibleRegion().isEmpty())
            use.add(panel->use());
    }
    const bool hasNote = m_comparison && !m_isProjected;  // then it stands above
    if (hasNote && m_stack->order().hasHidden())
        m_legend->setContent(use, hiddenText(m_stack->order()), LegendWidget::Note::TakesALine);
    else
        m_legend->setContent(use, hasNote ? provenanceOf(*m_comparison) : QString());
    if (layOutLegend() != m_legend->height())
        layOut();
}

void ComparisonView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_legendRoom = 0;
    if (m_isProjected)
        return applySettings();  // everything follows from the size
    layOut();
}

void ComparisonView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_legendTimer.start();  // nothing was in sight before, and the legend tells of what is
}

void ComparisonView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        applySettings();
}
