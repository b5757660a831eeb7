#pragma once

#include "core/model/plan.h"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;

/// The named modes, one below the other; choosing one sets the plan's numbers.
class PresetList : public QWidget {
    Q_OBJECT

public:
    explicit PresetList(QWidget* parent = nullptr);

    /// Offers `modes`; the others are there but cannot be chosen, and say why.
    void setModes(const std::vector<Mode>& modes);

    /// Marks the preset that the plan is, or none.
    void setPreset(std::optional<Mode> preset);

Q_SIGNALS:
    void presetChosen(Mode preset);  ///< by the user

private:
    void createButtons();

    QButtonGroup* m_group;
};
