#include "app/study/sweepeditor.h"

#include "app/lab/labfield.h"
#include "app/lab/workloadwords.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

SweepEditor::SweepEditor(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    createKinds();
    createNumbers();
}

void SweepEditor::setSettings(const StudySettings& settings)
{
    const QSignalBlocker blocker(this);
    for (const WorkerKind kind : allWorkerKinds)
        m_kinds[static_cast<std::size_t>(kind)]->setChecked(
            std::ranges::find(settings.kinds, kind) != settings.kinds.end());
    m_maxWorkers->setValue(settings.maxWorkers);
    m_repeats->setValue(settings.repeats);
}

std::vector<WorkerKind> SweepEditor::kinds() const
{
    std::vector<WorkerKind> kinds;
    for (const WorkerKind kind : allWorkerKinds) {
        if (m_kinds[static_cast<std::size_t>(kind)]->isChecked())
            kinds.push_back(kind);
    }
    return kinds;
}

int SweepEditor::maxWorkers() const
{
    return m_maxWorkers->value();
}

int SweepEditor::repeats() const
{
    return m_repeats->value();
}

void SweepEditor::createKinds()
{
    for (const WorkerKind kind : allWorkerKinds) {
        auto* box = new QCheckBox(titleOf(kind), this);
        const std::string_view name = nameOf(kind);
        box->setObjectName(QStringLiteral("study-") +
                           QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
        box->setToolTip(sentenceOf(kind));
        box->setAccessibleDescription(box->toolTip());
        connect(box, &QCheckBox::toggled, this, &SweepEditor::sweepEdited);
        layout()->addWidget(box);
        m_kinds[static_cast<std::size_t>(kind)] = box;
    }
}

void SweepEditor::createNumbers()
{
    m_maxWorkers =
        addNumber("studyMaxWorkers", leastMaxWorkers, limits::maxWorkersAsked, tr("Up to workers"),
                  tr("The study runs with 1, 2, … and so many workers."));
    m_repeats = addNumber("studyRepeats", 1, mostRepeats, tr("Repeats"),
                          tr("How often each is run, in turns; five are needed to say anything."));
}

QSpinBox* SweepEditor::addNumber(const char* name, int low, int high, const QString& title,
                                 const QString& sentence)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(low, high);
    connect(box, &QSpinBox::valueChanged, this, &SweepEditor::sweepEdited);
    layout()->addWidget(new LabField(title, sentence, box));
    return box;
}
