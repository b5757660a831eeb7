#pragma once

#include "app/lab/labsettings.h"

#include <QWidget>

class LabField;
class MillisecondsBox;
class QComboBox;
class QSpinBox;
class SegmentedSwitch;

/// What to run: the workload, its amounts, and the kind of worker.
class ExperimentEditor : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentEditor(int machineCores, QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment);

Q_SIGNALS:
    void experimentEdited(LabControl control, const Experiment& experiment);  ///< by the user

private:
    void createWorkload();
    void createTasks();
    void createTaskLength();
    void createWorkers(int machineCores);
    void createKind();
    void addField(const QString& name, const QString& sentence, QWidget* control);
    void reportEdit(LabControl control);
    void explainChoices();

    QComboBox* m_workload = nullptr;
    QSpinBox* m_tasks = nullptr;
    MillisecondsBox* m_taskLength = nullptr;
    QSpinBox* m_workers = nullptr;
    SegmentedSwitch* m_with = nullptr;
    LabField* m_workloadField = nullptr;
    LabField* m_withField = nullptr;
    Experiment m_experiment;
};
