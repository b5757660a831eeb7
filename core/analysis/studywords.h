#pragma once

#include "core/analysis/study.h"

#include <string>

// A study in words.

/// What came out, in one sentence: how much faster each kind becomes, with how many workers, and
/// from where more bring nothing; or that it is inconclusive, and why.
[[nodiscard]] std::string summaryOf(const Study& study);

/// "per core" or "per worker"
[[nodiscard]] std::string wordsOf(EfficiencyPer per);
