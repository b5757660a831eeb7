#pragma once

#include "core/model/plan.h"
#include "core/model/workloadtraits.h"

#include <QString>

#include <vector>

/// What is known of the experiment's workload; of the first one where there is none of that name.
[[nodiscard]] const WorkloadTraits& traitsOf(const Experiment& experiment) noexcept;

/// Whether the workload fetches something, so that addresses can be given, and a folder to keep it.
[[nodiscard]] bool takesAddresses(const Experiment& experiment) noexcept;

/// The settings that mean anything to the experiment: those of its workload, without what describes
/// the local server where addresses are given.
[[nodiscard]] std::vector<Setting> settingsOf(const Experiment& experiment);

/// `experiment` with another workload, and the number of tasks and workers that it has by itself.
[[nodiscard]] Experiment withWorkload(Experiment experiment, const std::string& name);

/// `experiment` with the list of addresses at `path`, each of which is one task; with none, and the
/// workload's own number of tasks, where `path` is empty. Reads the file.
[[nodiscard]] Experiment withAddresses(Experiment experiment, const std::string& path);

/// Why the addresses cannot be read, naming the file and the line; empty if they can, or if there
/// are none. Reads the file.
[[nodiscard]] QString addressProblemOf(const Experiment& experiment);
