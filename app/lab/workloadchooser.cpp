#include "app/lab/workloadchooser.h"

#include "app/lab/experimentneeds.h"
#include "app/lab/labfield.h"
#include "app/lab/workloadwords.h"

#include <QComboBox>
#include <QVBoxLayout>

WorkloadChooser::WorkloadChooser(QWidget* parent) : QWidget(parent)
{
    createChoices();
    m_field = new LabField(tr("Workload"), {}, m_choices);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    setFocusProxy(m_choices);
    connect(m_choices, &QComboBox::activated, this,
            [this] { Q_EMIT workloadChosen(m_choices->currentData().toString()); });
}

void WorkloadChooser::setExperiment(const Experiment& experiment)
{
    const WorkloadTraits& traits = traitsOf(experiment);
    m_choices->setCurrentIndex(static_cast<int>(&traits - workloadTraits().data()));
    m_field->setSentence(summaryOf(traits));
    m_field->setNote(summaryOf(traits));
}

void WorkloadChooser::createChoices()
{
    m_choices = new QComboBox;
    m_choices->setObjectName(QStringLiteral("workload"));
    for (const WorkloadTraits& workload : workloadTraits()) {
        m_choices->addItem(titleOf(workload),
                           QString::fromLatin1(workload.name.data(),
                                               static_cast<qsizetype>(workload.name.size())));
        m_choices->setItemData(m_choices->count() - 1, summaryOf(workload), Qt::ToolTipRole);
    }
    m_choices->setMaxVisibleItems(m_choices->count());
}
