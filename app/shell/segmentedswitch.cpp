#include "app/shell/segmentedswitch.h"

#include "app/shell/role.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

SegmentedSwitch::SegmentedSwitch(QWidget* parent)
    : QWidget(parent),
      m_layout(new QHBoxLayout(this)),
      m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::choiceMade);
}

void SegmentedSwitch::addChoice(const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text, this);
    setRole(button, Role::Segment);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
    const int index = static_cast<int>(m_group->buttons().size());
    button->setChecked(index == 0);
    button->setProperty("place", index == 0 ? QStringLiteral("first") : QStringLiteral("last"));
    if (index > 1)
        m_group->button(index - 1)->setProperty("place", QStringLiteral("middle"));
    m_group->addButton(button, index);
    m_layout->addWidget(button);
    setFocusProxy(m_group->button(0));
}

void SegmentedSwitch::setChoice(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

int SegmentedSwitch::choice() const
{
    return m_group->checkedId();
}
