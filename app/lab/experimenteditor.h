#pragma once

#include "app/lab/labsettings.h"

#include <QWidget>

class LabField;
class MillisecondsBox;
class PathField;
class QComboBox;
class QSpinBox;
class SettingsEditor;

/// How much to run and with what: the amounts that the workload takes, and the kind of worker.
class ExperimentEditor : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentEditor(int machineCores, QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment);

    /// Says in place why the addresses cannot be read; nothing where `problem` is empty.
    void setAddressProblem(const QString& problem);

Q_SIGNALS:
    void experimentEdited(LabControl control, const Experiment& experiment);  ///< by the user

private:
    void createTasks();
    void createTaskLength();
    void createWorkers();
    void createKind();
    void createSettings();
    void createAddresses();
    void createPictureFolder();
    LabField* addField(const QString& name, const QString& sentence, QWidget* control);

    void showAmounts();
    void showWorkers();
    void showPaths();
    void reportEdit(LabControl control);
    void reportSetting(Setting setting, qint64 value);

    const int m_machineCores;
    QSpinBox* m_tasks = nullptr;
    MillisecondsBox* m_taskLength = nullptr;
    QSpinBox* m_workers = nullptr;
    QComboBox* m_with = nullptr;
    SettingsEditor* m_settings = nullptr;
    PathField* m_addresses = nullptr;
    PathField* m_pictures = nullptr;
    LabField* m_tasksField = nullptr;
    LabField* m_lengthField = nullptr;
    LabField* m_workersField = nullptr;
    LabField* m_withField = nullptr;
    Experiment m_experiment;
};
