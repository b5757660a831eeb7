#include "app/access/rowaccess.h"

#include "app/access/rowtotals.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"

#include <QKeySequence>

#include <algorithm>
#include <chrono>

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

RowGroup groupOf(const PanelWidget& panel, int row)
{
    return panel.source().groups()[static_cast<std::size_t>(row)];
}

}  // namespace

RowAccess::RowAccess(PanelWidget& panel, int row) : m_panel(&panel), m_row(row) {}

bool RowAccess::isValid() const
{
    return m_panel && m_row < static_cast<int>(m_panel->rows());
}

QWindow* RowAccess::window() const
{
    return m_panel ? m_panel->window()->windowHandle() : nullptr;
}

QAccessibleInterface* RowAccess::parent() const
{
    return QAccessible::queryAccessibleInterface(m_panel);
}

QString RowAccess::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    switch (kind) {
    case QAccessible::Name:
        return labelOf(m_panel->source(), groupOf(*m_panel, m_row));
    case QAccessible::Description:
        return description();
    case QAccessible::Value:
        return m_panel->viewport().cursor()
                   ? m_panel->textOfRow(static_cast<std::size_t>(m_row)).inOneLine()
                   : QString();
    default:
        return {};
    }
}

/// Readers tell a changed description of what has the focus: there it is what the cursor is on.
QString RowAccess::description() const
{
    if (isMarked() && m_panel->viewport().cursor())
        return text(QAccessible::Value);
    const RowSource source = m_panel->source();
    return sentenceOf(totalsOfRows(source, groupOf(*m_panel, m_row)), source);
}

QRect RowAccess::rect() const
{
    if (!isValid())
        return {};
    const PanelLayout layout = m_panel->geometryOfParts();
    const QRect row = layout.rowRect(static_cast<std::size_t>(m_row)).toAlignedRect();
    return {m_panel->mapToGlobal(row.topLeft()), row.size()};
}

QAccessible::State RowAccess::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    state.focusable = true;
    state.selectable = true;
    state.readOnly = true;
    state.selected = isMarked();
    state.focused = isMarked() && m_panel->hasFocus();
    state.active = state.focused;
    state.invisible = !m_panel->isVisible();
    const QRect row = rect();
    const QRect here(m_panel->mapFromGlobal(row.topLeft()), row.size());
    state.offscreen = !m_panel->visibleRegion().intersects(here);
    return state;
}

void* RowAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface*>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface*>(this);
    return nullptr;
}

QVariant RowAccess::currentValue() const
{
    const auto cursor = m_panel ? m_panel->viewport().cursor() : std::nullopt;
    return cursor ? QVariant(Milliseconds(*cursor).count()) : QVariant();
}

void RowAccess::setCurrentValue(const QVariant& milliseconds)
{
    bool isNumber = false;
    const double wanted = milliseconds.toDouble(&isNumber);
    if (!isNumber || !isValid())
        return;
    const double t = std::clamp(wanted, 0.0, maximumValue().toDouble());
    const auto at = std::chrono::round<Nanoseconds>(Milliseconds(t));
    takeFocus();
    m_panel->viewport().reveal(at);
    m_panel->viewport().setPlayhead(at);
}

QVariant RowAccess::maximumValue() const
{
    return m_panel ? Milliseconds(m_panel->viewport().contentEnd()).count() : 0.0;
}

QStringList RowAccess::actionNames() const
{
    return {setFocusAction(), increaseAction(), decreaseAction()};
}

void RowAccess::doAction(const QString& name)
{
    if (!isValid())
        return;
    takeFocus();
    if (name == increaseAction())
        m_panel->stepEdge(Direction::Forward);
    else if (name == decreaseAction())
        m_panel->stepEdge(Direction::Back);
}

QStringList RowAccess::keyBindingsForAction(const QString& name) const
{
    const auto key = [](Qt::Key which) {
        return QStringList{QKeySequence(which).toString(QKeySequence::NativeText)};
    };
    if (name == increaseAction())
        return key(Qt::Key_Right);
    return name == decreaseAction() ? key(Qt::Key_Left) : QStringList();
}

bool RowAccess::isMarked() const
{
    return m_panel && m_panel->markedRow() == m_row;
}

void RowAccess::takeFocus()
{
    m_panel->setFocus(Qt::OtherFocusReason);
    m_panel->markRow(static_cast<std::size_t>(m_row));
}
