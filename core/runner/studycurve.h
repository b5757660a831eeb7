#pragma once

#include "core/analysis/study.h"
#include "core/runner/textstyle.h"

#include <string>

/// The speedups as bars, a line per number of workers, with a line that tells what the signs mean.
/// Empty where no speedup is known.
[[nodiscard]] std::string studyCurveText(const StudyCurve& curve, const TextStyle& style);
