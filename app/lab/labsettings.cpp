#include "app/lab/labsettings.h"

#include "app/lab/experimentneeds.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("LabSettings", text);
}

/// A plan that the experiment's tasks allow.
LabSettings settled(LabSettings settings, int machineCores)
{
    const Experiment& experiment = settings.experiment;
    settings.plan.with = experiment.with;
    if (settings.preset)
        settings.plan = planFor(*settings.preset, experiment, machineCores);
    const bool isSplit =
        settings.plan.split > 1 || (settings.preset && !isModeOf(*settings.preset, experiment));
    if (!isSplit || traitsOf(experiment).canSplit)
        return settings;
    settings.plan.split = 1;
    settings.preset = modeOf(settings.plan, experiment, machineCores);
    return settings;
}

}  // namespace

LabControl controlOf(Setting setting) noexcept
{
    return static_cast<LabControl>(static_cast<int>(LabControl::FirstSetting) +
                                   static_cast<int>(setting));
}

std::optional<Setting> settingOf(LabControl control) noexcept
{
    if (control < LabControl::FirstSetting)
        return std::nullopt;
    return static_cast<Setting>(static_cast<int>(control) -
                                static_cast<int>(LabControl::FirstSetting));
}

LabSettings initialSettings(int machineCores)
{
    LabSettings settings;
    settings.preset = Mode::Concurrent;
    return withExperiment(settings, settings.experiment, machineCores);
}

LabSettings withExperiment(LabSettings settings, const Experiment& experiment, int machineCores)
{
    settings.experiment = experiment;
    return settled(settings, machineCores);
}

LabSettings withPreset(LabSettings settings, Mode preset, int machineCores)
{
    settings.preset = preset;
    return settled(settings, machineCores);
}

LabSettings withPlan(LabSettings settings, const Plan& plan, int machineCores)
{
    settings.plan = plan;
    settings.plan.with = settings.experiment.with;
    settings.preset = modeOf(settings.plan, settings.experiment, machineCores);
    return settings;
}

bool isModeOf(Mode mode, const Experiment& experiment)
{
    const std::vector<Mode> modes = modesOf(experiment);
    return std::ranges::find(modes, mode) != modes.end();
}

QString problemOf(const LabSettings& settings, int machineCores)
{
    const Plan& plan = settings.plan;
    const QLocale locale;
    if (plan.partsInProgress() > limits::maxWorkers)
        return tr("%1 in progress × %2 parts are %3 at once; at most %4 can be. Lower one of the "
                  "two.")
            .arg(locale.toString(plan.inProgress), locale.toString(plan.split),
                 locale.toString(plan.partsInProgress()), locale.toString(limits::maxWorkers));
    if (const auto ok = validate(plan, settings.experiment, machineCores); !ok)
        return QString::fromStdString(ok.error().message);
    if (const auto ok = validate(settings.experiment); !ok)
        return QString::fromStdString(ok.error().message);
    return {};
}

std::optional<Nanoseconds> sequentialLength(const Experiment& experiment) noexcept
{
    if (!traitsOf(experiment).takesLength)
        return std::nullopt;
    return experiment.taskLength * experiment.tasks;
}
