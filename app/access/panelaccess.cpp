#include "app/access/panelaccess.h"

#include "app/access/rowaccess.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"

#include <QCoreApplication>

PanelAccess::PanelAccess(PanelWidget& panel) : QAccessibleWidget(&panel, QAccessible::List) {}

PanelAccess::~PanelAccess()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
}

PanelWidget* PanelAccess::panel() const
{
    return qobject_cast<PanelWidget*>(object());
}

/// "Concurrent: 804 ms, Concurrent, not parallel"
QString PanelAccess::name() const
{
    const PanelText& text = panel()->text();
    if (text.verdict.isEmpty())
        return QCoreApplication::translate("PanelAccess", "%1: %2", "a run, its time")
            .arg(text.title, text.wall);
    return QCoreApplication::translate("PanelAccess", "%1: %2, %3", "a run, its time, its verdict")
        .arg(text.title, text.wall, text.verdict);
}

QString PanelAccess::text(QAccessible::Text kind) const
{
    if (!panel())
        return {};
    switch (kind) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return panel()->text().description;
    case QAccessible::Help:
        return panel()->text().hint;
    case QAccessible::Value: {
        const QAccessibleInterface* const row = child(panel()->markedRow());
        return row ? row->text(QAccessible::Value) : QString();
    }
    default:
        return QAccessibleWidget::text(kind);
    }
}

int PanelAccess::childCount() const
{
    return panel() ? static_cast<int>(panel()->rows()) : 0;
}

QAccessibleInterface* PanelAccess::child(int row) const
{
    if (row < 0 || row >= childCount())
        return nullptr;
    const auto made = m_rows.constFind(row);
    if (made != m_rows.cend())
        return QAccessible::accessibleInterface(*made);
    auto* const access = new RowAccess(*panel(), row);
    m_rows.insert(row, QAccessible::registerAccessibleInterface(access));
    return access;
}

int PanelAccess::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* const row = dynamic_cast<const RowAccess*>(child);
    return row && row->isValid() && row->parent() == this ? row->row() : -1;
}

QAccessibleInterface* PanelAccess::childAt(int x, int y) const
{
    if (!panel())
        return nullptr;
    const QPoint here = panel()->mapFromGlobal(QPoint(x, y));
    return panel()->rect().contains(here) ? child(panel()->geometryOfParts().rowAt(here.y()))
                                          : nullptr;
}

QAccessibleInterface* PanelAccess::focusChild() const
{
    if (panel() && panel()->hasFocus() && panel()->markedRow() >= 0)
        return child(panel()->markedRow());
    return QAccessibleWidget::focusChild();
}
