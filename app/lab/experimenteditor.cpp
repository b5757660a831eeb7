#include "app/lab/experimenteditor.h"

#include "app/lab/estimate.h"
#include "app/lab/experimentneeds.h"
#include "app/lab/labfield.h"
#include "app/lab/millisecondsbox.h"
#include "app/lab/pathfield.h"
#include "app/lab/settingseditor.h"
#include "app/lab/workloadwords.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

ExperimentEditor::ExperimentEditor(int machineCores, QWidget* parent)
    : QWidget(parent),
      m_machineCores(machineCores)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    createTasks();
    createTaskLength();
    createWorkers();
    createKind();
    createSettings();
    createAddresses();
    createPictureFolder();
}

void ExperimentEditor::setExperiment(const Experiment& experiment)
{
    m_experiment = experiment;
    showAmounts();
    showWorkers();
    m_settings->showSettings(settingsOf(experiment), experiment.settings);
    showPaths();
}

void ExperimentEditor::setAddressProblem(const QString& problem)
{
    m_addresses->setProblem(problem);
}

void ExperimentEditor::createTasks()
{
    m_tasks = new QSpinBox(this);
    m_tasks->setObjectName(QStringLiteral("tasks"));
    m_tasks->setRange(1, limits::maxTasks);
    m_tasks->setGroupSeparatorShown(true);
    connect(m_tasks, &QSpinBox::valueChanged, this, [this] { reportEdit(LabControl::Tasks); });
    m_tasksField = addField(tr("Tasks"), {}, m_tasks);
}

void ExperimentEditor::createTaskLength()
{
    m_taskLength = new MillisecondsBox(this);
    m_taskLength->setObjectName(QStringLiteral("taskLength"));
    connect(m_taskLength, &QDoubleSpinBox::valueChanged, this,
            [this] { reportEdit(LabControl::TaskLength); });
    m_lengthField = addField(tr("Task length"), {}, m_taskLength);
}

void ExperimentEditor::createWorkers()
{
    m_workers = new QSpinBox(this);
    m_workers->setObjectName(QStringLiteral("workers"));
    m_workers->setRange(0, limits::maxWorkersAsked);
    connect(m_workers, &QSpinBox::valueChanged, this, [this] { reportEdit(LabControl::Workers); });
    m_workersField = addField(tr("Workers"), {}, m_workers);
}

void ExperimentEditor::createKind()
{
    m_with = new QComboBox(this);
    m_with->setObjectName(QStringLiteral("with"));
    for (const WorkerKind kind : allWorkerKinds) {
        m_with->addItem(titleOf(kind));
        m_with->setItemData(m_with->count() - 1, sentenceOf(kind), Qt::ToolTipRole);
    }
    connect(m_with, &QComboBox::activated, this, [this] { reportEdit(LabControl::With); });
    m_withField = addField(tr("Kind of worker"), {}, m_with);
}

void ExperimentEditor::createSettings()
{
    m_settings = new SettingsEditor(m_with, this);
    connect(m_settings, &SettingsEditor::settingEdited, this, &ExperimentEditor::reportSetting);
    layout()->addWidget(m_settings);
}

void ExperimentEditor::createAddresses()
{
    m_addresses = new PathField(
        PathField::Kind::File,
        {tr("Addresses"),
         tr("A file with addresses to download, http or https, one a line and one task each."),
         tr("from a local server"), tr("Choose a List of Addresses")},
        this);
    m_addresses->setObjectName(QStringLiteral("addresses"));
    connect(m_addresses, &PathField::pathEdited, this, [this](const QString& path) {
        Q_EMIT experimentEdited(LabControl::Addresses,
                                withAddresses(m_experiment, path.toStdString()));
    });
    layout()->addWidget(m_addresses);
}

void ExperimentEditor::createPictureFolder()
{
    m_pictures = new PathField(PathField::Kind::Folder,
                               {tr("Keep the pictures in"),
                                tr("A folder for what is downloaded; without one, it is not kept."),
                                tr("not kept"), tr("Choose a Folder for the Pictures")},
                               this);
    m_pictures->setObjectName(QStringLiteral("pictures"));
    connect(m_pictures, &PathField::pathEdited, this, [this](const QString& path) {
        Experiment experiment = m_experiment;
        experiment.pictures = path.toStdString();
        Q_EMIT experimentEdited(LabControl::PictureFolder, experiment);
    });
    layout()->addWidget(m_pictures);
}

LabField* ExperimentEditor::addField(const QString& name, const QString& sentence, QWidget* control)
{
    auto* field = new LabField(name, sentence, control);
    layout()->addWidget(field);
    return field;
}

void ExperimentEditor::showAmounts()
{
    const QSignalBlocker tasks(m_tasks), length(m_taskLength);
    const QString estimate = estimateText(m_experiment);
    const bool isList = !m_experiment.urls.empty();
    m_tasks->setValue(m_experiment.tasks);
    m_tasks->setEnabled(!isList);
    m_tasksField->setSentence(
        isList ? tr("Each address is one task.")
               : tr("How many pieces of work there are; each has a start and a stop. %1")
                     .arg(estimate)
                     .trimmed());
    m_taskLength->setLength(m_experiment.taskLength);
    m_lengthField->setVisible(traitsOf(m_experiment).takesLength);
    m_lengthField->setSentence(
        tr("How long one task takes by itself; the work is the same in every mode. %1")
            .arg(estimate));
}

void ExperimentEditor::showWorkers()
{
    const QSignalBlocker workers(m_workers);
    const WorkloadTraits& traits = traitsOf(m_experiment);
    m_workers->setSpecialValueText(traits.workers > 0
                                       ? tr("as usual (%1)").arg(traits.workers)
                                       : tr("one per core (%1)").arg(m_machineCores));
    m_workers->setValue(m_experiment.workers);
    m_workersField->setSentence(workersSentence(traits));
    m_with->setCurrentIndex(static_cast<int>(m_experiment.with));
    m_withField->setSentence(sentenceOf(m_experiment.with));
    m_withField->setNote(sentenceOf(m_experiment.with));
}

void ExperimentEditor::showPaths()
{
    m_addresses->setVisible(takesAddresses(m_experiment));
    m_addresses->setPath(QString::fromStdString(m_experiment.urls));
    m_pictures->setVisible(takesAddresses(m_experiment));
    m_pictures->setPath(QString::fromStdString(m_experiment.pictures));
}

void ExperimentEditor::reportEdit(LabControl control)
{
    Experiment experiment = m_experiment;
    experiment.tasks = m_tasks->value();
    experiment.workers = m_workers->value();
    experiment.with = static_cast<WorkerKind>(m_with->currentIndex());
    if (control == LabControl::TaskLength)  // else what the box cannot show would be lost
        experiment.taskLength = m_taskLength->length();
    Q_EMIT experimentEdited(control, experiment);
}

void ExperimentEditor::reportSetting(Setting setting, qint64 value)
{
    Experiment experiment = m_experiment;
    experiment.settings[setting] = value;
    Q_EMIT experimentEdited(controlOf(setting), experiment);
}
