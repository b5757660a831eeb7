#include "app/lab/labsettings.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("LabSettings", text);
}

}  // namespace

LabSettings initialSettings(int machineCores)
{
    LabSettings settings;
    settings.preset = Mode::Concurrent;
    return withExperiment(settings, settings.experiment, machineCores);
}

LabSettings withExperiment(LabSettings settings, const Experiment& experiment, int machineCores)
{
    settings.experiment = experiment;
    settings.plan.with = experiment.with;
    if (settings.preset)
        settings.plan = planFor(*settings.preset, experiment, machineCores);
    return settings;
}

LabSettings withPreset(LabSettings settings, Mode preset, int machineCores)
{
    settings.preset = preset;
    settings.plan = planFor(preset, settings.experiment, machineCores);
    return settings;
}

LabSettings withPlan(LabSettings settings, const Plan& plan, int machineCores)
{
    settings.plan = plan;
    settings.plan.with = settings.experiment.with;
    settings.preset = modeOf(settings.plan, settings.experiment, machineCores);
    return settings;
}

QString problemOf(const LabSettings& settings, int machineCores)
{
    const Plan& plan = settings.plan;
    const QLocale locale;
    if (plan.workers() > limits::maxWorkers)
        return tr("%1 in progress × %2 parts need %3 workers; at most %4 can run at once. Lower "
                  "one of the two.")
            .arg(locale.toString(plan.inProgress), locale.toString(plan.split),
                 locale.toString(plan.workers()), locale.toString(limits::maxWorkers));
    if (const auto ok = validate(plan, machineCores); !ok)
        return QString::fromStdString(ok.error().message);
    if (const auto ok = validate(settings.experiment); !ok)
        return QString::fromStdString(ok.error().message);
    return {};
}

Nanoseconds sequentialLength(const Experiment& experiment) noexcept
{
    return experiment.taskLength * experiment.tasks;
}
