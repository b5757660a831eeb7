#pragma once

#include <QWidget>

class LabField;
class QComboBox;
struct Experiment;

/// What to run: one of the workloads that there are, and what it does.
class WorkloadChooser : public QWidget {
    Q_OBJECT

public:
    explicit WorkloadChooser(QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment);

Q_SIGNALS:
    void workloadChosen(const QString& name);  ///< by the user

private:
    void createChoices();

    QComboBox* m_choices = nullptr;
    LabField* m_field = nullptr;
};
