#pragma once

#include "app/shell/activity.h"
#include "app/shell/placepane.h"

class ExperimentEditor;
class LabHistory;
class PlanEditor;
class PresetList;
class QPushButton;
class SentenceLine;
class WorkloadChooser;
struct LabSettings;

/// The Lab: what to run, how to run it, and the buttons that run it.
class LabPane : public PlacePane {
    Q_OBJECT

public:
    /// `history` is borrowed and outlives the pane.
    explicit LabPane(LabHistory& history, QWidget* parent = nullptr);
    ~LabPane() override;

    void setActivity(Activity activity);

Q_SIGNALS:
    void runAllAsked();
    void runPlanAsked();
    void stopAsked();

protected:
    bool event(QEvent* event) override;

private:
    void createWhat();
    void createHow();
    void createHowMuch();
    void createButtons();
    void connectControls();
    void showSettings(const LabSettings& settings);
    void explainFocus();  ///< says what the control with the focus means
    void updateButtons();

    LabHistory& m_history;
    WorkloadChooser* m_workload = nullptr;
    PresetList* m_presets = nullptr;
    PlanEditor* m_plan = nullptr;
    ExperimentEditor* m_experiment = nullptr;
    SentenceLine* m_sentence = nullptr;
    QPushButton* m_runAll = nullptr;
    QPushButton* m_runPlan = nullptr;
    QPushButton* m_stop = nullptr;
    Activity m_activity = Activity::Idle;
};
