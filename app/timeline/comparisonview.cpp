#include "app/timeline/comparisonview.h"

#include "app/timeline/axiswidget.h"
#include "app/timeline/bookmarkcontrol.h"
#include "app/timeline/emptystate.h"
#include "app/timeline/hoverbox.h"
#include "app/timeline/legendwidget.h"
#include "app/timeline/minimap.h"
#include "app/timeline/navigationkeys.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/projectedhead.h"
#include "app/timeline/searchbar.h"
#include "app/timeline/searchcontrol.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

ComparisonView::ComparisonView(QWidget* parent) : QWidget(parent)
{
    createParts();
    connectParts();
    applySettings();
}

void ComparisonView::createParts()
{
    setMinimumSize(320, 120);
    setAccessibleName(tr("Timelines"));
    m_searchBar = new SearchBar(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack = new PanelStack(m_settings, m_viewport, m_scroll);
    m_scroll->setWidget(m_stack);
    m_axis = new AxisWidget(m_settings, m_viewport, this);
    m_minimap = new Minimap(m_settings, m_viewport, *m_stack, this);
    m_legend = new LegendWidget(m_settings, this);
    m_empty = new EmptyState(m_settings, this);
    m_head = new ProjectedHead(m_settings, this);
    m_hover = new HoverBox(m_settings, this);
    m_bookmarks = new BookmarkControl({m_viewport, *m_stack, *m_axis, *m_minimap}, this);
    m_search = new SearchControl({m_viewport, *m_stack, *m_scroll, *m_searchBar}, this);
    m_legendTimer.setSingleShot(true);
    m_legendTimer.setInterval(0);
}

void ComparisonView::connectParts()
{
    connect(m_stack, &PanelStack::panelAdded, this, &ComparisonView::connectPanel);
    connect(m_searchBar, &SearchBar::opened, this, [this] {
        hideHover();  // what it points at moves away
        layOut();
    });
    connect(m_search, &SearchControl::closed, this, [this] {
        layOut();
        setFocus();
    });
    connect(m_search, &SearchControl::foundIn, this, &ComparisonView::turnTo);
    connect(m_bookmarks, &BookmarkControl::goingTo, this, &ComparisonView::turnTo);
    connect(m_bookmarks, &BookmarkControl::visited, this, &ComparisonView::hovered);
    connect(m_bookmarks, &BookmarkControl::refused, this, &ComparisonView::refused);
    connect(&m_bookmarks->bookmarks(), &Bookmarks::edited, this, &ComparisonView::bookmarksEdited);
    connect(m_stack, &PanelStack::arranged, this, &ComparisonView::takeInArrangement);
    connect(m_stack, &PanelStack::draggedTo, this, [this](int y) {
        constexpr int around = 24;  // pixels
        m_scroll->ensureVisible(0, y, 0, around);
    });
    connect(&m_viewport, &Viewport::visibleChanged, this, &ComparisonView::renewHover);
    connect(&m_legendTimer, &QTimer::timeout, this, &ComparisonView::updateLegend);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, &m_legendTimer,
            qOverload<>(&QTimer::start));
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ComparisonView::hideHover);
}

void ComparisonView::connectPanel(PanelWidget* panel)
{
    m_bookmarks->connectPanel(panel);
    connect(panel, &PanelWidget::pointed, this,
            [this, panel](const HoverText& text, QPoint at) { showHover(panel, text, at); });
    connect(panel, &PanelWidget::focused, this, &ComparisonView::panelFocused);
    connect(panel, &PanelWidget::pointedNowhere, this, &ComparisonView::hideHover);
    connect(panel, &PanelWidget::menuAsked, this,
            [this, panel](QPointF position, QPoint at) { openMenu(*panel, position, at); });
    connect(panel, &PanelWidget::rowsChanged, this, [this] {
        hideHover();  // what it points at moves away
        applySettings();
    });
    connect(panel, &PanelWidget::useChanged, &m_legendTimer, qOverload<>(&QTimer::start));
}

void ComparisonView::setComparison(const Comparison* comparison)
{
    m_comparison = comparison;
    hideHover();
    m_viewport.reset();
    m_stack->setComparison(comparison);
    m_search->setComparison(comparison);
    m_page = {};
    m_legendRoom = 0;
    updateContent();
    applySettings();
    Q_EMIT arranged();
}

void ComparisonView::refresh()
{
    const bool wasObserved = m_settings.isObserved;
    const std::size_t panelsBefore = m_stack->shownPanels().size();
    updateContentEnd();  // first, so that the panels are not drawn twice
    const bool changedRows = m_stack->refresh();
    if (m_settings.feed == Feed::Live && m_stack->shownPanels().size() > panelsBefore)
        m_page.first = m_stack->shownPanels().size();  // where something happens
    updateContent();
    if (changedRows || wasObserved != m_settings.isObserved ||
        m_stack->neededLabelWidth() != m_settings.labelWidth)
        applySettings();
    renewHover();
    Q_EMIT refreshed();
}

void ComparisonView::takeInArrangement()
{
    hideHover();
    updateContent();
    applySettings();
    for (PanelWidget* const panel : m_stack->shownPanels()) {
        if (panel->hasFocus())
            m_scroll->ensureWidgetVisible(panel, 0, 0);
    }
    Q_EMIT arranged();
}

void ComparisonView::updateContentEnd()
{
    const bool isLive = m_settings.feed == Feed::Live;
    m_viewport.setContentEnd(m_stack->contentEnd(), isLive ? Growth::GoesOn : Growth::Ended);
}

void ComparisonView::updateContent()
{
    updateContentEnd();
    const auto isObserved = [](const Recording& run) { return run.start.isObserved(); };
    m_settings.isObserved = m_comparison && !m_comparison->runs.empty() &&
                            std::ranges::all_of(m_comparison->runs, isObserved);
    m_minimap->refresh();
    m_search->refresh();
    m_legendTimer.start();
}

void ComparisonView::setInvitation(const QString& invitation)
{
    m_empty->setInvitation(invitation);
}

void ComparisonView::setFeed(Feed feed)
{
    m_settings.feed = feed;
    updateContentEnd();
    m_stack->refresh();
}

void ComparisonView::setRowsBy(RowsBy rows)
{
    if (rows == m_settings.rows)
        return;
    m_settings.rows = rows;
    hideHover();
    m_stack->refresh();
    applySettings();
    m_search->refresh();
}

void ComparisonView::setColourBy(ColourBy colourBy)
{
    m_settings.shownColourBy() = colourBy;
    applySettings();
}

void ComparisonView::setTheme(const Theme& theme)
{
    m_settings.theme = theme;
    applySettings();
}

void ComparisonView::applySettings()
{
    m_settings.style = usualStyle();
    m_settings.labelWidth = m_stack->neededLabelWidth();
    ++m_settings.generation;
    const int letters = m_isProjected ? m_settings.style.detail.pixelSize() : 0;
    m_searchBar->setLetters(letters);
    m_bookmarks->setLetters(letters);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_settings.theme.ground);
    m_scroll->viewport()->setPalette(colours);
    m_scroll->viewport()->setAutoFillBackground(true);
    layOut();
    for (PanelWidget* const panel : m_stack->panels())
        panel->update();
    for (QWidget* const part : {static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_legend),
                                static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_stack),
                                static_cast<QWidget*>(m_minimap), static_cast<QWidget*>(m_head)})
        part->update();
    m_legendTimer.start();
}

void ComparisonView::showHover(PanelWidget* panel, const HoverText& text, QPoint position)
{
    m_hovered = panel;
    m_hoverAt = position;
    m_hover->showText(text, panel->mapTo(this, position));
    if (panel->hasFocus())
        m_scroll->ensureWidgetVisible(panel, 0, 0);
    Q_EMIT hovered(text.inOneLine());
}

void ComparisonView::showPanel(PanelWidget* panel)
{
    hideHover();  // what it points at may move away
    m_stack->setShown(panel->run(), true);
    m_scroll->ensureWidgetVisible(panel, 0, 0);
}

void ComparisonView::renewHover()
{
    if (m_hover->isHidden())
        return;
    const auto text = m_hovered ? m_hovered->textAt(m_hoverAt) : std::nullopt;
    if (!text)
        return hideHover();
    m_hover->showText(*text, m_hovered->mapTo(this, m_hoverAt));
    Q_EMIT hovered(text->inOneLine());
}

void ComparisonView::hideHover()
{
    if (m_hover->isHidden())
        return;
    m_hover->hide();
    Q_EMIT hovered({});
}

void ComparisonView::fit()
{
    m_viewport.fit();
}

void ComparisonView::zoomIn()
{
    zoomView(m_viewport, ZoomStep::In);
}

void ComparisonView::zoomOut()
{
    zoomView(m_viewport, ZoomStep::Out);
}

void ComparisonView::undoZoom()
{
    m_viewport.undoZoom();
}

void ComparisonView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hideHover();
    if (event->key() == Qt::Key_Delete && m_bookmarks->removeHere())
        return;
    if (!applyNavigationKey(m_viewport, *event))
        QWidget::keyPressEvent(event);
}
