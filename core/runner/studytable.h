#pragma once

#include "core/analysis/study.h"
#include "core/runner/textstyle.h"

#include <string>

/// A study as a table for each kind of worker, a line per number of workers: the median wall time,
/// speedup and efficiency with their intervals, and a curve below it; then the summary. Columns
/// that do not fit are left out.
[[nodiscard]] std::string studyTable(const Study& study, const TextStyle& style);
