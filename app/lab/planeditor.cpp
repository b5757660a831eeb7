#include "app/lab/planeditor.h"

#include "app/lab/labfield.h"
#include "app/shell/role.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

void showIn(QSpinBox* box, int value)
{
    const QSignalBlocker blocker(box);
    box->setValue(value);
}

}  // namespace

PlanEditor::PlanEditor(int machineCores, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    createFields(machineCores);
    createProblem();
}

void PlanEditor::setPlan(const Plan& plan)
{
    m_plan = plan;
    showIn(m_inProgress, plan.inProgress);
    showIn(m_split, plan.split);
    showIn(m_cores, plan.cores);
}

void PlanEditor::setCanSplit(bool canSplit)
{
    m_split->setEnabled(canSplit);
    m_splitField->setSentence(
        canSplit ? tr("Into how many parts each task is split; every part has a worker of its own.")
                 : tr("A task of this workload cannot be split into parts."));
}

void PlanEditor::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PlanEditor::createFields(int machineCores)
{
    m_inProgress =
        createNumber(LabControl::InProgress, QStringLiteral("inProgress"), limits::maxInProgress);
    m_split = createNumber(LabControl::Split, QStringLiteral("split"), limits::maxWorkersAsked);
    m_cores = createNumber(LabControl::Cores, QStringLiteral("cores"), machineCores);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [row](const QString& name, const QString& sentence, QSpinBox* box) {
        auto* field = new LabField(name, sentence, box, LabField::Shape::Below);
        row->addWidget(field, 1);
        return field;
    };
    add(tr("In progress"), tr("How many tasks may be between their start and their stop at once."),
        m_inProgress);
    m_splitField = add(tr("Parts"), {}, m_split);
    add(tr("Cores"),
        tr("How many of this machine's cores (%1) the workers may use.").arg(machineCores),
        m_cores);
    m_inProgress->setAccessibleName(tr("Tasks in progress"));
    m_split->setAccessibleName(tr("Parts of each task"));
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void PlanEditor::createProblem()
{
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    setRole(m_problem, Role::Error);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("Why this plan cannot be run"));
    m_problem->hide();
    layout()->addWidget(m_problem);
}

QSpinBox* PlanEditor::createNumber(LabControl control, const QString& objectName, int most)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(objectName);
    box->setRange(1, most);
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::valueChanged, this, [this, control] { reportEdit(control); });
    return box;
}

void PlanEditor::reportEdit(LabControl control)
{
    Plan plan = m_plan;
    plan.inProgress = m_inProgress->value();
    plan.split = m_split->value();
    plan.cores = m_cores->value();
    Q_EMIT planEdited(control, plan);
}
