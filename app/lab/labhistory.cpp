#include "app/lab/labhistory.h"

#include "app/lab/experimentneeds.h"
#include "app/lab/workloadwords.h"

#include <utility>

namespace {

/// Numbers are edited in many small steps; what is chosen from a few is not.
bool isNumber(LabControl control)
{
    if (const auto setting = settingOf(control))
        return traitsOf(*setting).choices.empty();
    switch (control) {
    case LabControl::Preset:
    case LabControl::Workload:
    case LabControl::With:
    case LabControl::Addresses:
    case LabControl::PictureFolder:
        return false;
    default:
        return true;
    }
}

QString describe(LabControl control)
{
    if (const auto setting = settingOf(control))
        return LabHistory::tr("“%1”", "a setting").arg(titleOf(*setting));
    switch (control) {
    case LabControl::Preset:
        return LabHistory::tr("choice of mode");
    case LabControl::InProgress:
        return LabHistory::tr("tasks in progress");
    case LabControl::Split:
        return LabHistory::tr("parts of a task");
    case LabControl::Cores:
        return LabHistory::tr("cores");
    case LabControl::Workload:
        return LabHistory::tr("workload");
    case LabControl::Tasks:
        return LabHistory::tr("number of tasks");
    case LabControl::TaskLength:
        return LabHistory::tr("task length");
    case LabControl::Workers:
        return LabHistory::tr("number of workers");
    case LabControl::With:
        return LabHistory::tr("kind of worker");
    case LabControl::Addresses:
        return LabHistory::tr("list of addresses");
    case LabControl::PictureFolder:
        return LabHistory::tr("folder for pictures");
    case LabControl::FirstSetting:
        break;
    }
    return {};
}

}  // namespace

/// One step of the Lab's history.
class LabEdit : public QUndoCommand {
public:
    LabEdit(LabHistory& history, LabControl control, LabSettings next)
        : QUndoCommand(describe(control)),
          m_history(history),
          m_control(control),
          m_epoch(history.m_epoch),
          m_before(history.m_settings),
          m_after(std::move(next))
    {}

    void undo() override { m_history.apply(m_before); }
    void redo() override { m_history.apply(m_after); }
    int id() const override { return isNumber(m_control) ? static_cast<int>(m_control) : -1; }

    bool mergeWith(const QUndoCommand* later) override
    {
        const auto& edit = static_cast<const LabEdit&>(*later);
        if (edit.m_epoch != m_epoch)
            return false;
        m_after = edit.m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    LabHistory& m_history;
    const LabControl m_control;
    const int m_epoch;
    const LabSettings m_before;
    LabSettings m_after;
};

LabHistory::LabHistory(int machineCores, QObject* parent)
    : QObject(parent),
      m_machineCores(machineCores),
      m_settings(initialSettings(machineCores))
{}

void LabHistory::choosePreset(Mode preset)
{
    edit(LabControl::Preset, withPreset(m_settings, preset, m_machineCores));
}

void LabHistory::editPlan(LabControl control, const Plan& plan)
{
    edit(control, withPlan(m_settings, plan, m_machineCores));
}

void LabHistory::editExperiment(LabControl control, const Experiment& experiment)
{
    edit(control, withExperiment(m_settings, experiment, m_machineCores));
}

void LabHistory::restore(const LabSettings& settings)
{
    m_undoStack.clear();
    apply(settings);
}

void LabHistory::recheckAddresses()
{
    if (!m_settings.experiment.urls.empty())
        apply(withExperiment(m_settings,
                             withAddresses(m_settings.experiment, m_settings.experiment.urls),
                             m_machineCores));
}

QString LabHistory::problem() const
{
    return m_addressProblem.isEmpty() ? problemOf(m_settings, m_machineCores) : m_addressProblem;
}

void LabHistory::edit(LabControl control, const LabSettings& next)
{
    if (next != m_settings)
        m_undoStack.push(new LabEdit(*this, control, next));
}

void LabHistory::apply(const LabSettings& settings)
{
    m_settings = settings;
    m_addressProblem = addressProblemOf(settings.experiment);
    Q_EMIT settingsChanged(m_settings);
}
