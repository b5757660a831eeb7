#pragma once

#include "core/model/plan.h"

#include <QString>

#include <optional>

/// What the Lab's controls hold: what to run, and how.
struct LabSettings {
    Experiment experiment;
    Plan plan;  ///< its kind of worker is always the experiment's
    std::optional<Mode> preset = Mode::Concurrent;  ///< whose numbers the plan follows, if any

    bool operator==(const LabSettings&) const = default;
};

/// The controls of the Lab, one per value that a user can change.
enum class LabControl {
    Preset,
    InProgress,
    Split,
    Cores,
    Workload,
    Tasks,
    TaskLength,
    Workers,
    With,
    Addresses,
    PictureFolder,
    FirstSetting  ///< and then one for each Setting, see `controlOf`
};

[[nodiscard]] LabControl controlOf(Setting setting) noexcept;
[[nodiscard]] std::optional<Setting> settingOf(LabControl control) noexcept;

/// What the Lab starts with on a machine with `machineCores` cores: four tasks that take turns.
[[nodiscard]] LabSettings initialSettings(int machineCores);

/// `settings` with another experiment. The plan's numbers follow where they are a preset's; where
/// its tasks cannot be split, each becomes one part.
[[nodiscard]] LabSettings withExperiment(LabSettings settings, const Experiment& experiment,
                                         int machineCores);

/// `settings` with the numbers that `preset` names, as far as the experiment's tasks can be split.
[[nodiscard]] LabSettings withPreset(LabSettings settings, Mode preset, int machineCores);

/// `settings` with numbers of the user's own; the preset is the one that they happen to be.
[[nodiscard]] LabSettings withPlan(LabSettings settings, const Plan& plan, int machineCores);

/// Whether `mode` is one of those that there are for `experiment`.
[[nodiscard]] bool isModeOf(Mode mode, const Experiment& experiment);

/// Why the settings cannot be run, in one sentence; empty if they can. Looks into no file.
[[nodiscard]] QString problemOf(const LabSettings& settings, int machineCores);

/// How long all tasks take one after another, by their asked length; empty where it is not known.
[[nodiscard]] std::optional<Nanoseconds> sequentialLength(const Experiment& experiment) noexcept;
