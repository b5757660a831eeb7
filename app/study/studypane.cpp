#include "app/study/studypane.h"

#include "app/lab/sentenceline.h"
#include "app/shell/textlabel.h"
#include "app/study/sweepeditor.h"
#include "app/study/workeditor.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStatusTipEvent>
#include <QVBoxLayout>

StudyPane::StudyPane(QSettings& memory, int machineCores, QWidget* parent)
    : PlacePane(parent),
      m_memory(memory),
      m_settings(recallStudy(memory, machineCores))
{
    createHeading();
    createEditors();
    content()->addStretch();
    createButtons();
    connectControls();
    showSettings();
    updateButtons();
}

StudyPane::~StudyPane()
{
    disconnect(qApp, nullptr, this, nullptr);  // the focus moves while the controls go
}

void StudyPane::setActivity(Activity activity)
{
    m_activity = activity;
    updateButtons();
}

void StudyPane::setSettings(const StudySettings& settings)
{
    m_settings = settings;
    showSettings();
    updateButtons();
}

void StudyPane::study()
{
    if (m_activity != Activity::Idle)
        return;
    if (!problemOf(m_settings).isEmpty()) {
        Q_EMIT problemShown();
        return;
    }
    remember(m_settings, m_memory);
    Q_EMIT studyAsked(studyArguments(m_settings), runsOf(m_settings));
}

bool StudyPane::event(QEvent* event)
{
    if (event->type() != QEvent::StatusTip)
        return PlacePane::event(event);
    m_sentence->setHovered(static_cast<QStatusTipEvent*>(event)->tip());
    return true;
}

void StudyPane::createHeading()
{
    content()->addWidget(textLabel(tr("How work scales"), Role::Heading));
    content()->addWidget(textLabel(tr("Run the same work with more and more workers, and see how "
                                      "much faster it becomes."),
                                   Role::Muted));
}

void StudyPane::createEditors()
{
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("WITH WHICH WORKERS"), Role::Caption));
    m_sweep = new SweepEditor;
    content()->addWidget(m_sweep);
    m_problem = textLabel({}, Role::Text);
    m_problem->setObjectName(QStringLiteral("studyProblem"));
    content()->addWidget(m_problem);
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("WHAT TO RUN"), Role::Caption));
    m_work = new WorkEditor;
    content()->addWidget(m_work);
}

void StudyPane::createButtons()
{
    m_sentence = new SentenceLine;
    m_sentence->setObjectName(QStringLiteral("studySentence"));
    footer()->addWidget(m_sentence);
    m_study = new QPushButton(tr("Run study"));
    m_study->setObjectName(QStringLiteral("study"));
    m_study->setToolTip(tr("Runs the work with every number of workers (Space or F5)."));
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stopStudy"));
    m_stop->setToolTip(tr("Stops the study; what was measured is kept (Ctrl+.)."));
    for (QPushButton* button : {m_study, m_stop}) {
        setRole(button, Role::Primary);
        button->setAccessibleDescription(button->toolTip());
        footer()->addWidget(button);
    }
}

void StudyPane::connectControls()
{
    connect(m_work, &WorkEditor::workloadChosen, this, &StudyPane::chooseWorkload);
    connect(m_work, &WorkEditor::experimentEdited, this, &StudyPane::takeExperiment);
    connect(m_sweep, &SweepEditor::sweepEdited, this, &StudyPane::takeSweep);
    connect(m_study, &QPushButton::clicked, this, &StudyPane::study);
    connect(m_stop, &QPushButton::clicked, this, &StudyPane::stopAsked);
    connect(qApp, &QApplication::focusChanged, this, &StudyPane::explainFocus);
}

void StudyPane::showSettings()
{
    m_sweep->setSettings(m_settings);
    m_work->setExperiment(m_settings.experiment);
}

void StudyPane::explainFocus()
{
    const QWidget* const focus = QApplication::focusWidget();
    m_sentence->setFocused(focus && isAncestorOf(focus) ? focus->accessibleDescription()
                                                        : QString());
}

void StudyPane::updateButtons()
{
    const QString problem = problemOf(m_settings);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const int runs = runsOf(m_settings);
    m_sentence->setUsual(runs == 1 ? tr("1 run") : tr("%1 runs").arg(QLocale().toString(runs)));
    const bool isIdle = m_activity == Activity::Idle;
    const bool hadFocus = m_study->hasFocus() || m_stop->hasFocus();
    m_stop->setVisible(!isIdle);
    m_study->setVisible(isIdle);
    m_study->setEnabled(problem.isEmpty());
    if (hadFocus)
        (isIdle ? m_study : m_stop)->setFocus();
    m_stop->setText(m_activity == Activity::Stopping ? tr("Stopping…") : tr("Stop"));
}

void StudyPane::chooseWorkload(const QString& name)
{
    setSettings(withWorkload(m_settings, name.toStdString()));
}

void StudyPane::takeExperiment(const Experiment& experiment)
{
    m_settings.experiment = experiment;
    updateButtons();
}

void StudyPane::takeSweep()
{
    m_settings.kinds = m_sweep->kinds();
    m_settings.maxWorkers = m_sweep->maxWorkers();
    m_settings.repeats = m_sweep->repeats();
    updateButtons();
}
