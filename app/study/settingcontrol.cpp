#include "app/study/settingcontrol.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

SettingControl::SettingControl(Setting setting, QWidget* parent)
    : QWidget(parent),
      m_setting(setting)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const SettingTraits& traits = traitsOf(setting);
    setObjectName(QStringLiteral("study-") + text(traits.name));
    if (traits.choices.empty())
        createNumber(traits);
    else
        createChoices(traits);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(layout()->itemAt(0)->widget());
}

std::int64_t SettingControl::value() const
{
    return m_number ? m_number->value() : m_choices->currentIndex();
}

void SettingControl::setValue(std::int64_t value)
{
    const QSignalBlocker blocker(this);
    if (m_number)
        m_number->setValue(static_cast<int>(value));
    else
        m_choices->setCurrentIndex(static_cast<int>(value));
}

void SettingControl::createChoices(const SettingTraits& traits)
{
    m_choices = new QComboBox(this);
    for (const std::string_view choice : traits.choices)
        m_choices->addItem(text(choice));
    connect(m_choices, &QComboBox::activated, this, &SettingControl::valueEdited);
    layout()->addWidget(m_choices);
}

void SettingControl::createNumber(const SettingTraits& traits)
{
    m_number = new QSpinBox(this);
    m_number->setRange(static_cast<int>(traits.low), static_cast<int>(traits.high));
    m_number->setGroupSeparatorShown(true);
    if (!traits.unit.empty())
        m_number->setSuffix(u' ' + text(traits.unit));
    connect(m_number, &QSpinBox::valueChanged, this, &SettingControl::valueEdited);
    layout()->addWidget(m_number);
}

QString settingTitle(Setting setting)
{
    switch (setting) {
    case Setting::Items:
        return SettingControl::tr("Items");
    case Setting::Serial:
        return SettingControl::tr("Serial part");
    case Setting::Sharing:
        return SettingControl::tr("Sharing");
    case Setting::Delay:
        return SettingControl::tr("Delay");
    case Setting::Bandwidth:
        return SettingControl::tr("Bandwidth");
    case Setting::Port:
        return SettingControl::tr("Port");
    case Setting::Timeout:
        return SettingControl::tr("Time-out");
    case Setting::Protection:
        return SettingControl::tr("Protection");
    case Setting::Order:
        return SettingControl::tr("Order of locks");
    case Setting::Rounds:
        return SettingControl::tr("Rounds");
    case Setting::Memory:
        return SettingControl::tr("Memory");
    }
    return {};
}

QString settingSentence(Setting setting)
{
    return QCoreApplication::translate("Setting", traitsOf(setting).summary.data());
}
