#pragma once

#include "core/model/recording.h"

#include <vector>

/// The runs of a comparison that repeat one plan under one name, in their order; at least one. The
/// recordings are borrowed from the comparison.
struct Repeats {
    std::vector<const Recording*> runs;

    /// Those whose every task is done, which alone can be compared in time; all where none is.
    [[nodiscard]] std::vector<const Recording*> comparable() const;

    /// The comparable run in the middle by wall time, the shorter of the middle two.
    [[nodiscard]] const Recording& middle() const;
};

/// In order of the first run of each.
[[nodiscard]] std::vector<Repeats> groupRepeats(const Comparison& comparison);
