#pragma once

#include "core/model/result.h"

#include <string>

/// Our slices of a program's main thread against those that perf(1) recorded of the same run. The
/// two are different records of the same switches, so that their times differ by what it takes to
/// write one.
struct SliceComparison {
    int theirs = 0;  ///< slices over 1 µs that perf saw whole
    int same = 0;    ///< of which we have one on the same core, with edges within 20 µs
    double medianDifference = 0;   ///< of their edges, in ns
    double largestDifference = 0;  ///< of their edges, in ns
};

/// Runs `command`, a command line of the shell, under both. The error says why it cannot.
[[nodiscard]] Result<SliceComparison> sliceComparison(const std::string& command);
