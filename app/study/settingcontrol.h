#pragma once

#include "core/model/setting.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

/// A control for one setting of a workload: a box of choices, or of a number with its unit.
class SettingControl : public QWidget {
    Q_OBJECT

public:
    explicit SettingControl(Setting setting, QWidget* parent = nullptr);

    [[nodiscard]] Setting setting() const noexcept { return m_setting; }
    [[nodiscard]] std::int64_t value() const;
    void setValue(std::int64_t value);

Q_SIGNALS:
    void valueEdited();  ///< by the user

private:
    void createChoices(const SettingTraits& traits);
    void createNumber(const SettingTraits& traits);

    const Setting m_setting;
    QComboBox* m_choices = nullptr;
    QSpinBox* m_number = nullptr;
};

/// What a setting is called: "Serial part", "Delay", …
[[nodiscard]] QString settingTitle(Setting setting);

/// One sentence that says what it means.
[[nodiscard]] QString settingSentence(Setting setting);
