#include "app/study/workeditor.h"

#include "app/lab/labfield.h"
#include "app/lab/millisecondsbox.h"
#include "app/study/settingcontrol.h"
#include "core/model/workloadtraits.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// "compute" → "Compute"
QString titleOf(std::string_view workload)
{
    const QString name = QCoreApplication::translate("Workload", workload.data());
    return name.left(1).toUpper() + name.mid(1);
}

/// A study has nothing to gain from a port of its own.
bool isOffered(Setting setting) noexcept
{
    return setting != Setting::Port;
}

}  // namespace

WorkEditor::WorkEditor(QWidget* parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    createWorkload();
    createTasks();
    createTaskLength();
    createSettings();
}

void WorkEditor::setExperiment(const Experiment& experiment)
{
    m_experiment = experiment;
    const QSignalBlocker workload(m_workload), tasks(m_tasks), length(m_taskLength);
    m_workload->setCurrentIndex(m_workload->findData(QString::fromStdString(experiment.workload)));
    m_tasks->setValue(experiment.tasks);
    m_taskLength->setLength(experiment.taskLength);
    for (const auto& [control, field] : m_settings)
        control->setValue(experiment.settings[control->setting()]);
    showFields();
}

void WorkEditor::createWorkload()
{
    m_workload = new QComboBox(this);
    m_workload->setObjectName(QStringLiteral("studyWorkload"));
    for (const WorkloadTraits& traits : workloadTraits())
        m_workload->addItem(titleOf(traits.name), text(traits.name));
    connect(m_workload, &QComboBox::activated, this,
            [this] { Q_EMIT workloadChosen(m_workload->currentData().toString()); });
    m_workloadField = addField(tr("Workload"), {}, m_workload);
}

void WorkEditor::createTasks()
{
    m_tasks = new QSpinBox(this);
    m_tasks->setObjectName(QStringLiteral("studyTasks"));
    m_tasks->setRange(1, limits::maxTasks);
    m_tasks->setGroupSeparatorShown(true);
    connect(m_tasks, &QSpinBox::valueChanged, this, &WorkEditor::reportEdit);
    addField(tr("Tasks"), tr("How many pieces of work there are in each run."), m_tasks);
}

void WorkEditor::createTaskLength()
{
    m_taskLength = new MillisecondsBox(this);
    m_taskLength->setObjectName(QStringLiteral("studyTaskLength"));
    connect(m_taskLength, &QDoubleSpinBox::valueChanged, this, &WorkEditor::reportEdit);
    m_taskLengthField = addField(tr("Task length"),
                                 tr("How long one worker alone needs for one task."), m_taskLength);
}

void WorkEditor::createSettings()
{
    for (std::size_t i = 0; i < settingCount; ++i) {
        auto* control = new SettingControl(static_cast<Setting>(i), this);
        connect(control, &SettingControl::valueEdited, this, &WorkEditor::reportEdit);
        m_settings.push_back({control, addField(settingTitle(control->setting()),
                                                settingSentence(control->setting()), control)});
    }
}

LabField* WorkEditor::addField(const QString& name, const QString& sentence, QWidget* control)
{
    auto* field = new LabField(name, sentence, control, this);
    m_column->addWidget(field);
    return field;
}

/// Only what the workload takes.
void WorkEditor::showFields()
{
    const WorkloadTraits* const traits = workloadTraitsOf(m_experiment.workload);
    m_workloadField->setSentence(
        traits ? QCoreApplication::translate("Workload", traits->summary.data()) : QString());
    m_taskLengthField->setVisible(traits && traits->takesLength);
    for (const auto& [control, field] : m_settings)
        field->setVisible(traits && traits->has(control->setting()) &&
                          isOffered(control->setting()));
}

void WorkEditor::reportEdit()
{
    Experiment experiment = m_experiment;
    experiment.tasks = m_tasks->value();
    // What the box cannot show would be lost.
    if (sender() == m_taskLength)
        experiment.taskLength = m_taskLength->length();
    for (const auto& [control, field] : m_settings)
        experiment.settings[control->setting()] = control->value();
    m_experiment = experiment;
    Q_EMIT experimentEdited(experiment);
}
