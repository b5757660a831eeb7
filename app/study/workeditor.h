#pragma once

#include "core/model/plan.h"

#include <QWidget>

class LabField;
class MillisecondsBox;
class QSpinBox;
class SettingsEditor;
class WorkloadChooser;

/// What a study runs: the workload and its amounts.
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
    void takeTasks(int tasks);
    void takeTaskLength();
    void takeSetting(Setting setting, qint64 value);

    WorkloadChooser* m_workload = nullptr;
    QSpinBox* m_tasks = nullptr;
    MillisecondsBox* m_taskLength = nullptr;
    LabField* m_taskLengthField = nullptr;
    SettingsEditor* m_settings = nullptr;
    Experiment m_experiment;
};
