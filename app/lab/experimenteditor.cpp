#include "app/lab/experimenteditor.h"

#include "app/lab/labfield.h"
#include "app/lab/millisecondsbox.h"
#include "app/shell/segmentedswitch.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

ExperimentEditor::ExperimentEditor(int machineCores, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    createTasks();
    createTaskLength();
    createWorkers(machineCores);
    createKind();
    createWorkload();
}

void ExperimentEditor::setExperiment(const Experiment& experiment)
{
    m_experiment = experiment;
    const QSignalBlocker tasks(m_tasks), length(m_taskLength), workers(m_workers);
    const QSignalBlocker workload(m_workload);
    m_tasks->setValue(experiment.tasks);
    m_taskLength->setLength(experiment.taskLength);
    m_workers->setValue(experiment.workers);
    m_with->setChoice(static_cast<int>(experiment.with));
    m_workload->setCurrentIndex(m_workload->findData(QString::fromStdString(experiment.workload)));
    explainChoices();
}

void ExperimentEditor::createWorkload()
{
    m_workload = new QComboBox(this);
    m_workload->setObjectName(QStringLiteral("workload"));
    m_workload->addItem(tr("Compute"), QStringLiteral("compute"));
    connect(m_workload, &QComboBox::activated, this, [this] { reportEdit(LabControl::Workload); });
    m_workloadField = new LabField(tr("Workload"), {}, m_workload, this);
    layout()->addWidget(m_workloadField);
}

void ExperimentEditor::createTasks()
{
    m_tasks = new QSpinBox(this);
    m_tasks->setObjectName(QStringLiteral("tasks"));
    m_tasks->setRange(1, limits::maxTasks);
    m_tasks->setGroupSeparatorShown(true);
    connect(m_tasks, &QSpinBox::valueChanged, this, [this] { reportEdit(LabControl::Tasks); });
    addField(tr("Tasks"), tr("How many pieces of work there are; each has a start and a stop."),
             m_tasks);
}

void ExperimentEditor::createTaskLength()
{
    m_taskLength = new MillisecondsBox(this);
    m_taskLength->setObjectName(QStringLiteral("taskLength"));
    connect(m_taskLength, &QDoubleSpinBox::valueChanged, this,
            [this] { reportEdit(LabControl::TaskLength); });
    addField(tr("Task length"),
             tr("How long one core needs for one task; the work is the same in every mode."),
             m_taskLength);
}

void ExperimentEditor::createWorkers(int machineCores)
{
    m_workers = new QSpinBox(this);
    m_workers->setObjectName(QStringLiteral("workers"));
    m_workers->setRange(0, limits::maxWorkersAsked);
    m_workers->setSpecialValueText(tr("one per core (%1)").arg(machineCores));
    connect(m_workers, &QSpinBox::valueChanged, this, [this] { reportEdit(LabControl::Workers); });
    addField(tr("Workers"),
             tr("W: into how many parts the modes split a task, and how many cores they use; 0 "
                "stands for one per core."),
             m_workers);
}

void ExperimentEditor::createKind()
{
    m_with = new SegmentedSwitch(this);
    m_with->setObjectName(QStringLiteral("with"));
    m_with->addChoice(tr("Threads"), tr("Workers share the memory of one process."));
    m_with->addChoice(tr("Processes"), tr("Every worker is a process with memory of its own."));
    connect(m_with, &SegmentedSwitch::choiceMade, this, [this] { reportEdit(LabControl::With); });
    m_withField = new LabField(tr("Kind"), {}, m_with, this);
    layout()->addWidget(m_withField);
}

void ExperimentEditor::addField(const QString& name, const QString& sentence, QWidget* control)
{
    layout()->addWidget(new LabField(name, sentence, control, this));
}

void ExperimentEditor::reportEdit(LabControl control)
{
    Experiment experiment = m_experiment;
    experiment.workload = m_workload->currentData().toString().toStdString();
    experiment.tasks = m_tasks->value();
    experiment.workers = m_workers->value();
    experiment.with = static_cast<WorkerKind>(m_with->choice());
    if (control == LabControl::TaskLength)  // else what the box cannot show would be lost
        experiment.taskLength = m_taskLength->length();
    Q_EMIT experimentEdited(control, experiment);
}

void ExperimentEditor::explainChoices()
{
    m_withField->setSentence(m_experiment.with == WorkerKind::Threads
                                 ? tr("Threads: workers share the memory of one process.")
                                 : tr("Processes: every worker has memory of its own."));
    m_workloadField->setSentence(tr("Compute: arithmetic that keeps a core busy and never waits."));
}
