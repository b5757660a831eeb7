#pragma once

#include "core/model/setting.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

/// A control for each of the settings that a workload has: a number, or a choice.
class SettingsEditor : public QWidget {
    Q_OBJECT

public:
    /// The controls follow `before` in the order of the keyboard; it is borrowed.
    explicit SettingsEditor(QWidget* before, QWidget* parent = nullptr);

    /// Shows the values of `settings`; has other controls where other ones are shown.
    void showSettings(const std::vector<Setting>& shown, const Settings& settings);

Q_SIGNALS:
    void settingEdited(Setting setting, qint64 value);  ///< by the user

private:
    void rebuild();
    [[nodiscard]] QWidget* createControl(Setting setting);
    [[nodiscard]] QWidget* createNumber(Setting setting);
    [[nodiscard]] QWidget* createChoice(Setting setting);

    QWidget* const m_before;
    QVBoxLayout* m_column;
    std::vector<Setting> m_shown;
    std::vector<QWidget*> m_controls;  ///< in the same order
};
