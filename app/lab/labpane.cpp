#include "app/lab/labpane.h"

#include "app/lab/estimate.h"
#include "app/lab/experimenteditor.h"
#include "app/lab/experimentneeds.h"
#include "app/lab/labhistory.h"
#include "app/lab/planeditor.h"
#include "app/lab/presetlist.h"
#include "app/lab/sentenceline.h"
#include "app/lab/workloadchooser.h"
#include "app/shell/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStatusTipEvent>
#include <QVBoxLayout>

namespace {

constexpr int spaceBetweenParts = 8;

}  // namespace

LabPane::LabPane(LabHistory& history, QWidget* parent) : PlacePane(parent), m_history(history)
{
    content()->setSpacing(6);
    createWhat();
    createHow();
    createHowMuch();
    content()->addStretch();
    createButtons();
    connectControls();
    showSettings(m_history.settings());
}

LabPane::~LabPane()
{
    disconnect(qApp, nullptr, this, nullptr);  // the focus moves while the controls go
}

void LabPane::setActivity(Activity activity)
{
    m_activity = activity;
    updateButtons();
}

bool LabPane::event(QEvent* event)
{
    if (event->type() == QEvent::StatusTip) {  // of the field under the pointer
        m_sentence->setHovered(static_cast<QStatusTipEvent*>(event)->tip());
        return true;
    }
    if (event->type() == QEvent::WindowActivate)
        m_history.recheckAddresses();  // the user may come from an editor
    return PlacePane::event(event);
}

void LabPane::createWhat()
{
    content()->addWidget(textLabel(tr("WHAT TO RUN"), Role::Caption));
    m_workload = new WorkloadChooser;
    content()->addWidget(m_workload);
}

void LabPane::createHow()
{
    content()->addSpacing(spaceBetweenParts);
    content()->addWidget(textLabel(tr("HOW TO RUN IT"), Role::Caption));
    m_presets = new PresetList;
    content()->addWidget(m_presets);
    content()->addSpacing(spaceBetweenParts);
    content()->addWidget(textLabel(tr("THE PLAN: THREE NUMBERS"), Role::Caption));
    m_plan = new PlanEditor(m_history.machineCores());
    content()->addWidget(m_plan);
}

void LabPane::createHowMuch()
{
    content()->addSpacing(spaceBetweenParts);
    content()->addWidget(textLabel(tr("TASKS AND WORKERS"), Role::Caption));
    m_experiment = new ExperimentEditor(m_history.machineCores());
    content()->addWidget(m_experiment);
}

void LabPane::createButtons()
{
    m_sentence = new SentenceLine;
    m_runPlan = new QPushButton(tr("Run this plan"));
    m_runPlan->setToolTip(tr("Runs the tasks once, with the three numbers above (Ctrl+Return)."));
    m_runAll = new QPushButton(tr("Run all"));
    setRole(m_runAll, Role::Primary);
    m_runAll->setToolTip(tr("Runs the tasks once in each of the modes (Space or F5)."));
    m_stop = new QPushButton(tr("Stop"));
    setRole(m_stop, Role::Primary);
    m_stop->setToolTip(tr("Stops the run; what it recorded is kept (Ctrl+.)."));
    footer()->addWidget(m_sentence);
    auto* buttons = new QHBoxLayout;
    footer()->addLayout(buttons);
    for (QPushButton* button : {m_runPlan, m_runAll, m_stop}) {
        button->setAccessibleDescription(button->toolTip());
        buttons->addWidget(button, 1);
    }
}

void LabPane::connectControls()
{
    connect(m_workload, &WorkloadChooser::workloadChosen, this, [this](const QString& name) {
        m_history.editExperiment(LabControl::Workload,
                                 withWorkload(m_history.settings().experiment, name.toStdString()));
    });
    connect(m_presets, &PresetList::presetChosen, &m_history, &LabHistory::choosePreset);
    connect(m_plan, &PlanEditor::planEdited, &m_history, &LabHistory::editPlan);
    connect(m_experiment, &ExperimentEditor::experimentEdited, &m_history,
            &LabHistory::editExperiment);
    connect(&m_history, &LabHistory::settingsChanged, this, &LabPane::showSettings);
    connect(m_runAll, &QPushButton::clicked, this, &LabPane::runAllAsked);
    connect(m_runPlan, &QPushButton::clicked, this, &LabPane::runPlanAsked);
    connect(m_stop, &QPushButton::clicked, this, &LabPane::stopAsked);
    connect(qApp, &QApplication::focusChanged, this, &LabPane::explainFocus);
}

void LabPane::showSettings(const LabSettings& settings)
{
    const Experiment& experiment = settings.experiment;
    m_workload->setExperiment(experiment);
    m_presets->setModes(modesOf(experiment));
    m_presets->setPreset(settings.preset);
    m_plan->setCanSplit(traitsOf(experiment).canSplit);
    m_plan->setPlan(settings.plan);
    m_plan->setProblem(problemOf(settings, m_history.machineCores()));
    m_experiment->setExperiment(experiment);
    m_experiment->setAddressProblem(m_history.addressProblem());
    m_sentence->setUsual(estimateText(experiment));
    explainFocus();
    updateButtons();
}

void LabPane::explainFocus()
{
    const QWidget* focus = QApplication::focusWidget();
    m_sentence->setFocused(focus && isAncestorOf(focus) ? focus->accessibleDescription()
                                                        : QString());
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
    m_runPlan->setEnabled(m_history.problem().isEmpty());
    m_runAll->setEnabled(m_history.addressProblem().isEmpty());
}
