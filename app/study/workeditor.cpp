#include "app/study/workeditor.h"

#include "app/lab/experimentneeds.h"
#include "app/lab/labfield.h"
#include "app/lab/millisecondsbox.h"
#include "app/lab/settingseditor.h"
#include "app/lab/workloadchooser.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

WorkEditor::WorkEditor(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    createWorkload();
    createTasks();
    createTaskLength();
    createSettings();
}

void WorkEditor::setExperiment(const Experiment& experiment)
{
    m_experiment = experiment;
    const QSignalBlocker tasks(m_tasks), length(m_taskLength);
    m_workload->setExperiment(experiment);
    m_tasks->setValue(experiment.tasks);
    m_taskLength->setLength(experiment.taskLength);
    m_taskLengthField->setVisible(traitsOf(experiment).takesLength);
    std::vector<Setting> settings = settingsOf(experiment);
    std::erase(settings, Setting::Port);  // a study gains nothing from a certain one
    m_settings->showSettings(settings, experiment.settings);
}

void WorkEditor::createWorkload()
{
    m_workload = new WorkloadChooser(this);
    // The Lab has one too: in the window each has a name of its own.
    m_workload->findChild<QComboBox*>()->setObjectName(QStringLiteral("studyWorkload"));
    connect(m_workload, &WorkloadChooser::workloadChosen, this, &WorkEditor::workloadChosen);
    layout()->addWidget(m_workload);
}

void WorkEditor::createTasks()
{
    m_tasks = new QSpinBox(this);
    m_tasks->setObjectName(QStringLiteral("studyTasks"));
    m_tasks->setRange(1, limits::maxTasks);
    m_tasks->setGroupSeparatorShown(true);
    connect(m_tasks, &QSpinBox::valueChanged, this, &WorkEditor::takeTasks);
    layout()->addWidget(
        new LabField(tr("Tasks"), tr("How many pieces of work there are in each run."), m_tasks));
}

void WorkEditor::createTaskLength()
{
    m_taskLength = new MillisecondsBox(this);
    m_taskLength->setObjectName(QStringLiteral("studyTaskLength"));
    connect(m_taskLength, &QDoubleSpinBox::valueChanged, this, &WorkEditor::takeTaskLength);
    m_taskLengthField = new LabField(
        tr("Task length"), tr("How long one worker alone needs for one task."), m_taskLength);
    layout()->addWidget(m_taskLengthField);
}

void WorkEditor::createSettings()
{
    m_settings = new SettingsEditor(m_taskLength);
    connect(m_settings, &SettingsEditor::settingEdited, this, &WorkEditor::takeSetting);
    layout()->addWidget(m_settings);
}

void WorkEditor::takeTasks(int tasks)
{
    m_experiment.tasks = tasks;
    Q_EMIT experimentEdited(m_experiment);
}

void WorkEditor::takeTaskLength()
{
    m_experiment.taskLength = m_taskLength->length();
    Q_EMIT experimentEdited(m_experiment);
}

void WorkEditor::takeSetting(Setting setting, qint64 value)
{
    m_experiment.settings[setting] = value;
    Q_EMIT experimentEdited(m_experiment);
}
