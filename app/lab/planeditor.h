#pragma once

#include "app/lab/labsettings.h"

#include <QWidget>

class LabField;
class QLabel;
class QSpinBox;

/// The three numbers of a plan.
class PlanEditor : public QWidget {
    Q_OBJECT

public:
    explicit PlanEditor(int machineCores, QWidget* parent = nullptr);

    void setPlan(const Plan& plan);

    /// Whether a task may have several parts; where not, the control says so.
    void setCanSplit(bool canSplit);

    /// Says in place why the plan cannot be run; nothing where `problem` is empty.
    void setProblem(const QString& problem);

Q_SIGNALS:
    void planEdited(LabControl control, const Plan& plan);  ///< by the user

private:
    void createFields(int machineCores);
    void createProblem();
    QSpinBox* createNumber(LabControl control, const QString& objectName, int most);
    void reportEdit(LabControl control);

    QSpinBox* m_inProgress = nullptr;
    QSpinBox* m_split = nullptr;
    QSpinBox* m_cores = nullptr;
    LabField* m_splitField = nullptr;
    QLabel* m_problem = nullptr;
    Plan m_plan;
};
