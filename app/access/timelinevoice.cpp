#include "app/access/timelinevoice.h"

#include "app/access/widgetaccess.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"

#include <QAccessible>
#include <QApplication>

TimelineVoice::TimelineVoice(ComparisonView& view) : QObject(&view), m_view(view)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(widgetAccess);
        return true;
    }();
    Q_UNUSED(isInstalled);
    for (PanelWidget* const panel : view.stack().panels())
        watch(panel);
    connect(&view.stack(), &PanelStack::panelAdded, this, &TimelineVoice::watch);
    connect(&view.viewport(), &Viewport::cursorChanged, this, [this] { follow(Cause::Cursor); });
}

void TimelineVoice::watch(PanelWidget* panel)
{
    connect(panel, &PanelWidget::pointed, this, [this] { follow(Cause::Key); });
}

void TimelineVoice::follow(Cause cause)
{
    auto* const panel = qobject_cast<PanelWidget*>(QApplication::focusWidget());
    const int row = panel && m_view.isAncestorOf(panel) ? panel->markedRow() : -1;
    if (row < 0 || row >= static_cast<int>(panel->rows())) {
        m_row = -1;
        return;
    }
    if (panel != m_panel || row != m_row)
        enterRow(*panel, row);
    else
        say(*panel, cause);
}

void TimelineVoice::enterRow(PanelWidget& panel, int row)
{
    m_panel = &panel;
    m_row = row;
    m_text = panel.textOfRow(static_cast<std::size_t>(row)).inOneLine();
    m_described = m_text;  // it is read with the row
    QAccessibleEvent event(&panel, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
    Q_EMIT rowEntered(&panel, row);
    Q_EMIT said(m_text);
}

void TimelineVoice::say(PanelWidget& panel, Cause cause)
{
    const QString text = panel.textOfRow(static_cast<std::size_t>(m_row)).inOneLine();
    if (text != m_text) {
        m_text = text;
        QAccessibleValueChangeEvent value(&panel, text);
        value.setChild(m_row);
        QAccessible::updateAccessibility(&value);
        Q_EMIT said(text);
    }
    if (cause == Cause::Key && text != m_described) {  // readers speak it, unlike values of rows
        m_described = text;
        QAccessibleEvent description(&panel, QAccessible::DescriptionChanged);
        description.setChild(m_row);
        QAccessible::updateAccessibility(&description);
        Q_EMIT described(text);
    }
}
