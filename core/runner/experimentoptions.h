#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QStringList>

#include <vector>

class OptionReader;

/// The names of the options that say what to run: `workload`, `tasks`, …, and every setting.
[[nodiscard]] QStringList experimentOptions();

/// What the options of `reader` say. An option that the workload does not take is an error.
[[nodiscard]] Result<Experiment> readExperiment(const OptionReader& reader);

/// The same where `with` may be a list: each kind once, the experiment has the first.
[[nodiscard]] Result<Experiment> readExperiment(const OptionReader& reader,
                                                std::vector<WorkerKind>& kinds);
