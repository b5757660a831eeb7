#include "app/lab/labpane.h"

#include "app/lab/experimenteditor.h"
#include "app/lab/labhistory.h"
#include "app/lab/planeditor.h"
#include "app/lab/presetlist.h"
#include "app/shell/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

/// "200 ms" or "1.5 s".
QString lengthText(Nanoseconds length)
{
    const double milliseconds = toMilliseconds(length);
    const QLocale locale;
    if (milliseconds < 1000)
        return LabPane::tr("%1 ms").arg(locale.toString(milliseconds, 'g', 4));
    return LabPane::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'g', 4));
}

}  // namespace

LabPane::LabPane(LabHistory& history, QWidget* parent) : PlacePane(parent), m_history(history)
{
    createHeading();
    createHow();
    createWhat();
    content()->addStretch();
    createButtons();
    connectControls();
    showSettings(m_history.settings());
}

void LabPane::setActivity(Activity activity)
{
    m_activity = activity;
    updateButtons();
}

void LabPane::createHeading()
{
    content()->addWidget(textLabel(tr("Same work, run differently"), Role::Heading));
    content()->addWidget(textLabel(tr("Choose how the tasks are run, then watch what this "
                                      "machine's cores really do."),
                                   Role::Muted));
}

void LabPane::createHow()
{
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("HOW TO RUN THEM"), Role::Caption));
    m_presets = new PresetList;
    content()->addWidget(m_presets);
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("THE PLAN: THREE NUMBERS"), Role::Caption));
    m_plan = new PlanEditor(m_history.machineCores());
    content()->addWidget(m_plan);
}

void LabPane::createWhat()
{
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("WHAT TO RUN"), Role::Caption));
    m_experiment = new ExperimentEditor(m_history.machineCores());
    content()->addWidget(m_experiment);
}

void LabPane::createButtons()
{
    m_estimate = textLabel({}, Role::Small);
    m_runPlan = new QPushButton(tr("Run this plan"));
    m_runPlan->setToolTip(tr("Runs the tasks once, with the three numbers above (Ctrl+Return)."));
    m_runAll = new QPushButton(tr("Run all"));
    setRole(m_runAll, Role::Primary);
    m_runAll->setToolTip(tr("Runs the tasks once in each of the five modes (Space or F5)."));
    m_stop = new QPushButton(tr("Stop"));
    setRole(m_stop, Role::Primary);
    m_stop->setToolTip(tr("Stops the run; what it recorded is kept (Ctrl+.)."));
    footer()->addWidget(m_estimate);
    auto* buttons = new QHBoxLayout;
    footer()->addLayout(buttons);
    for (QPushButton* button : {m_runPlan, m_runAll, m_stop}) {
        button->setAccessibleDescription(button->toolTip());
        buttons->addWidget(button, 1);
    }
}

void LabPane::connectControls()
{
    connect(m_presets, &PresetList::presetChosen, &m_history, &LabHistory::choosePreset);
    connect(m_plan, &PlanEditor::planEdited, &m_history, &LabHistory::editPlan);
    connect(m_experiment, &ExperimentEditor::experimentEdited, &m_history,
            &LabHistory::editExperiment);
    connect(&m_history, &LabHistory::settingsChanged, this, &LabPane::showSettings);
    connect(m_runAll, &QPushButton::clicked, this, &LabPane::runAllAsked);
    connect(m_runPlan, &QPushButton::clicked, this, &LabPane::runPlanAsked);
    connect(m_stop, &QPushButton::clicked, this, &LabPane::stopAsked);
}

void LabPane::showSettings(const LabSettings& settings)
{
    m_presets->setPreset(settings.preset);
    m_plan->setPlan(settings.plan);
    m_plan->setProblem(problemOf(settings, m_history.machineCores()));
    m_experiment->setExperiment(settings.experiment);
    m_estimate->setText(tr("%1 × %2: %3 one after another.")
                            .arg(QLocale().toString(settings.experiment.tasks),
                                 lengthText(settings.experiment.taskLength),
                                 lengthText(sequentialLength(settings.experiment))));
    updateButtons();
}

void LabPane::updateButtons()
{
    const bool isIdle = m_activity == Activity::Idle;
    const bool hadFocus = m_runPlan->hasFocus() || m_runAll->hasFocus() || m_stop->hasFocus();
    m_stop->setVisible(!isIdle);
    m_runPlan->setVisible(isIdle);
    m_runAll->setVisible(isIdle);
    if (hadFocus)
        (isIdle ? m_runAll : m_stop)->setFocus();
    m_stop->setText(m_activity == Activity::Stopping ? tr("Stopping…") : tr("Stop"));
    m_runPlan->setEnabled(problemOf(m_history.settings(), m_history.machineCores()).isEmpty());
}
