#pragma once

#include "core/model/plan.h"

#include <QStringList>

#include <span>

/// The program that records: what COREOGRAM_RUNNER names, or `coreogram-run` in `folder`.
[[nodiscard]] QString runnerIn(const QString& folder);

/// Arguments of coreogram-run that run `experiment` under each of `modes` and stream what happens.
[[nodiscard]] QStringList compareArguments(const Experiment& experiment,
                                           std::span<const Mode> modes);

/// Arguments of coreogram-run that run `experiment` under `plan` and stream what happens.
[[nodiscard]] QStringList runArguments(const Experiment& experiment, const Plan& plan);

/// Arguments of coreogram-run that run the program `command` and stream what its threads do.
[[nodiscard]] QStringList observeArguments(const QStringList& command);
