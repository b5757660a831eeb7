#pragma once

#include "core/model/recording.h"

#include <string>
#include <vector>

struct TextStyle;

/// What the work of a run came to, a sentence for each matter, the telling ones first: "2000000
/// items appended: none of them in the parent's memory". Findings without words of their own stand
/// with their names. Empty for a run without findings.
[[nodiscard]] std::vector<std::string> findingWords(const Recording& run);

/// A paragraph for each run that found anything; empty if none did.
[[nodiscard]] std::string findingText(const Comparison& comparison, const TextStyle& style);
