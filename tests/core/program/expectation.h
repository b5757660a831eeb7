#pragma once

#include "trial.h"

/// What is wrong with how a program ended and with what it printed, measured by what its plan must
/// come to; empty if nothing is.
[[nodiscard]] QString flawOf(const Trial& trial);
