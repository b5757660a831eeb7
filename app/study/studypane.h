#pragma once

#include "app/shell/activity.h"
#include "app/shell/placepane.h"
#include "app/study/studysettings.h"

class QLabel;
class QPushButton;
class SentenceLine;
class SweepEditor;
class WorkEditor;

/// Study: what to run, with which workers and how often, and the buttons that do.
class StudyPane : public PlacePane {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives the pane.
    StudyPane(QSettings& memory, int machineCores, QWidget* parent = nullptr);
    ~StudyPane() override;

    void setActivity(Activity activity);
    /// Shows these in the place of what was set.
    void setSettings(const StudySettings& settings);

    /// Asks for the study, or says in place why it cannot be.
    void study();

Q_SIGNALS:
    void studyAsked(const QStringList& arguments, int runs);
    void stopAsked();
    void problemShown();  ///< which the user has to see

protected:
    bool event(QEvent* event) override;

private:
    void createHeading();
    void createEditors();
    void createButtons();
    void connectControls();
    void showSettings();
    void explainFocus();
    void updateButtons();
    void chooseWorkload(const QString& name);
    void takeExperiment(const Experiment& experiment);
    void takeSweep();

    QSettings& m_memory;
    StudySettings m_settings;
    WorkEditor* m_work = nullptr;
    SweepEditor* m_sweep = nullptr;
    QLabel* m_problem = nullptr;
    SentenceLine* m_sentence = nullptr;
    QPushButton* m_study = nullptr;
    QPushButton* m_stop = nullptr;
    Activity m_activity = Activity::Idle;
};
