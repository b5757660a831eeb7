#pragma once

#include "core/model/recording.h"
#include "core/runner/textstyle.h"

#include <string>

/// The threads of an observed program: how long each ran, was ready and was blocked. Those that ran
/// longest, where there are many. Empty for a run of our own.
[[nodiscard]] std::string threadTable(const Recording& run, const TextStyle& style);
