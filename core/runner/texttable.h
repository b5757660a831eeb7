#pragma once

#include "core/model/recording.h"
#include "core/runner/textstyle.h"

#include <string>

/// The figures of a comparison as a table, a line per plan: real, user and sys as `time` reports
/// them, speedup, efficiency, tasks in progress and workers running (maximum and mean), verdict.
/// Where runs repeat a plan, medians with a second line of the lowest and the highest value.
/// Columns that do not fit the width are shortened, then left out, and named below the table.
[[nodiscard]] std::string textTable(const Comparison& comparison, const TextStyle& style);
