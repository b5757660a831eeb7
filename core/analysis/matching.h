#pragma once

#include "core/model/recording.h"

#include <cstddef>
#include <optional>
#include <vector>

/// How far two runs are runs of the same.
enum class Likeness {
    None,      ///< another plan, another workload or another program
    SamePlan,  ///< the plan and the workload, but with other amounts or arguments
    SameWork,  ///< the experiment too
};

/// Plans are alike if their numbers and workers are, whatever they are called; where the tasks'
/// addresses come from and where their pictures go makes no difference.
[[nodiscard]] Likeness likenessOf(const RunStart& a, const RunStart& b);

/// A run of another recording, and how far it is the same.
struct RunMatch {
    std::size_t run = 0;  ///< index in the other recording
    Likeness likeness = Likeness::None;
    bool operator==(const RunMatch&) const = default;
};

/// For each run of `runs` the one of `others` that is most like it, with the same mode where there
/// is a choice; repeats in their order, none twice. Empty where there is none.
[[nodiscard]] std::vector<std::optional<RunMatch>> matchRuns(const std::vector<Recording>& runs,
                                                             const std::vector<Recording>& others);
