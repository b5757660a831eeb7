#pragma once

#include <QWidget>

class ExperimentEditor;
class LabHistory;
class PlanEditor;
class PresetList;
class QLabel;
class QPushButton;
class QVBoxLayout;
struct LabSettings;

/// The Lab: what to run, how to run it, and the buttons that run it.
class LabPane : public QWidget {
    Q_OBJECT

public:
    enum class Activity { Idle, Running, Stopping };

    /// `history` is borrowed and outlives the pane.
    explicit LabPane(LabHistory& history, QWidget* parent = nullptr);

    void setActivity(Activity activity);

Q_SIGNALS:
    void runAllAsked();
    void runPlanAsked();
    void stopAsked();

private:
    void createHeading(QVBoxLayout* column);
    void createHow(QVBoxLayout* column);
    void createWhat(QVBoxLayout* column);
    QWidget* createFooter();
    void connectControls();
    void showSettings(const LabSettings& settings);
    void updateButtons();

    LabHistory& m_history;
    PresetList* m_presets = nullptr;
    PlanEditor* m_plan = nullptr;
    ExperimentEditor* m_experiment = nullptr;
    QLabel* m_estimate = nullptr;
    QPushButton* m_runAll = nullptr;
    QPushButton* m_runPlan = nullptr;
    QPushButton* m_stop = nullptr;
    Activity m_activity = Activity::Idle;
};
