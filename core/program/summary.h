#pragma once

#include "core/model/plan.h"

#include <string>

struct Filling;

/// What the program does and how, in a few lines of at most 80 columns.
[[nodiscard]] std::string summaryOf(const Experiment& experiment, const Plan& plan,
                                    const Filling& filling);
