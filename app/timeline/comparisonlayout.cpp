// How a ComparisonView gives its parts their places.

#include "app/timeline/axiswidget.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/emptystate.h"
#include "app/timeline/legendwidget.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace {

constexpr double moreForGhosts = 4;  ///< height of a row in which another run is drawn too

}  // namespace

void ComparisonView::layOut()
{
    const bool isEmpty = m_stack->panels().empty();
    setFocusProxy(isEmpty ? nullptr : m_stack->shownPanels().front());
    m_empty->setGeometry(rect());
    m_empty->setVisible(isEmpty);
    for (QWidget* const part : {static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_legend),
                                static_cast<QWidget*>(m_scroll)})
        part->setVisible(!isEmpty);
    const int axis = static_cast<int>(m_settings.style.axis);
    const int legend = m_legend->heightFor(width());
    const int available = std::max(0, height() - axis - legend);
    chooseStyle(available);

    m_stack->layOut({width(), available});
    if (m_stack->height() > available)
        m_stack->layOut({width() - m_scroll->verticalScrollBar()->sizeHint().width(), available});
    const int used = std::min(available, m_stack->height());
    m_scroll->setGeometry(0, 0, width(), used);
    m_axis->setGeometry(0, used, width(), axis);
    m_axis->setSpan(m_stack->plotSpan());
    m_legend->setGeometry(0, used + axis, width(), legend);
}

void ComparisonView::chooseStyle(int available)
{
    TimelineStyle usual = timelineStyle(font(), m_settings.theme.outlineWidth);
    if (m_stack->hasGhosts())
        usual.minRow += std::round(moreForGhosts * usual.unit);
    const TimelineStyle style = styleFor(available, m_stack->rowsOfPanels(), usual);
    if (style == m_settings.style)
        return;
    m_settings.style = style;
    ++m_settings.generation;
}

void ComparisonView::updateLegend()
{
    LegendUse use;
    for (const PanelWidget* const panel : m_stack->panels()) {
        if (!panel->visibleRegion().isEmpty())
            use.add(panel->use());
    }
    m_legend->setContent(use, m_comparison ? provenanceOf(*m_comparison) : QString());
    if (m_legend->heightFor(width()) != m_legend->height())
        layOut();
}

void ComparisonView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ComparisonView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        applySettings();
}
