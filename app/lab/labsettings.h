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
    With
};

/// What the Lab starts with on a machine with `machineCores` cores: four tasks that take turns.
[[nodiscard]] LabSettings initialSettings(int machineCores);

/// `settings` with another experiment. The plan's numbers follow where they are a preset's.
[[nodiscard]] LabSettings withExperiment(LabSettings settings, const Experiment& experiment,
                                         int machineCores);

/// `settings` with the numbers that `preset` names.
[[nodiscard]] LabSettings withPreset(LabSettings settings, Mode preset, int machineCores);

/// `settings` with numbers of the user's own; the preset is the one that they happen to be.
[[nodiscard]] LabSettings withPlan(LabSettings settings, const Plan& plan, int machineCores);

/// Why the settings cannot be run, in one sentence; empty if they can.
[[nodiscard]] QString problemOf(const LabSettings& settings, int machineCores);

/// How long all tasks take one after another, by their asked length.
[[nodiscard]] Nanoseconds sequentialLength(const Experiment& experiment) noexcept;
