#include "app/lab/settingseditor.h"

#include "app/lab/labfield.h"
#include "app/lab/workloadwords.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

constexpr std::int64_t manyValues = 1000;  ///< from so many on, a step is a tenth of the value

void showIn(QWidget* control, std::int64_t value)
{
    const QSignalBlocker blocker(control);
    if (auto* number = qobject_cast<QSpinBox*>(control))
        number->setValue(static_cast<int>(value));
    else if (auto* choice = qobject_cast<QComboBox*>(control))
        choice->setCurrentIndex(static_cast<int>(value));
}

}  // namespace

SettingsEditor::SettingsEditor(QWidget* before, QWidget* parent)
    : QWidget(parent),
      m_before(before),
      m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void SettingsEditor::showSettings(const std::vector<Setting>& shown, const Settings& settings)
{
    if (shown != m_shown) {
        m_shown = shown;
        rebuild();
    }
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        showIn(m_controls[i], settings[m_shown[i]]);
    setVisible(!m_shown.empty());
}

void SettingsEditor::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();  // it may be the one whose edit has led here
        delete item;
    }
    m_controls.clear();
    QWidget* before = m_before;
    for (const Setting setting : m_shown) {
        QWidget* control = createControl(setting);
        m_column->addWidget(new LabField(titleOf(setting), sentenceOf(setting), control));
        setTabOrder(before, control);
        m_controls.push_back(control);
        before = control;
    }
}

QWidget* SettingsEditor::createControl(Setting setting)
{
    const SettingTraits& traits = traitsOf(setting);
    QWidget* control = traits.choices.empty() ? createNumber(setting) : createChoice(setting);
    control->setObjectName(
        QString::fromLatin1(traits.name.data(), static_cast<qsizetype>(traits.name.size())));
    return control;
}

QWidget* SettingsEditor::createNumber(Setting setting)
{
    const SettingTraits& traits = traitsOf(setting);
    auto* box = new QSpinBox;
    box->setRange(static_cast<int>(traits.low), static_cast<int>(traits.high));
    box->setSuffix(unitOf(setting));
    box->setGroupSeparatorShown(setting != Setting::Port);
    if (traits.high >= manyValues)
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    connect(box, &QSpinBox::valueChanged, this,
            [this, setting](int value) { Q_EMIT settingEdited(setting, value); });
    return box;
}

QWidget* SettingsEditor::createChoice(Setting setting)
{
    auto* box = new QComboBox;
    for (std::size_t value = 0; value < traitsOf(setting).choices.size(); ++value)
        box->addItem(choiceText(setting, static_cast<std::int64_t>(value)));
    connect(box, &QComboBox::activated, this,
            [this, setting](int index) { Q_EMIT settingEdited(setting, index); });
    return box;
}
