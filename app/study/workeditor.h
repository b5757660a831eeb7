#pragma once

#include "core/model/plan.h"

#include <QWidget>

#include <vector>

class LabField;
class MillisecondsBox;
class QComboBox;
class QSpinBox;
class QVBoxLayout;
class SettingControl;

/// What a study runs: the workload and its amounts, by what its traits say it takes.
class WorkEditor : public QWidget {
    Q_OBJECT

public:
    explicit WorkEditor(QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment);

Q_SIGNALS:
    // By the user.
    void workloadChosen(const QString& name);
    void experimentEdited(const Experiment& experiment);

private:
    void createWorkload();
    void createTasks();
    void createTaskLength();
    void createSettings();
    LabField* addField(const QString& name, const QString& sentence, QWidget* control);
    void showFields();
    void reportEdit();

    QVBoxLayout* m_column = nullptr;
    QComboBox* m_workload = nullptr;
    QSpinBox* m_tasks = nullptr;
    MillisecondsBox* m_taskLength = nullptr;
    LabField* m_workloadField = nullptr;
    LabField* m_taskLengthField = nullptr;

    struct SettingField {
        SettingControl* control;
        LabField* field;
    };
    std::vector<SettingField> m_settings;
    Experiment m_experiment;
};
