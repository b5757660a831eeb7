#pragma once

#include "core/analysis/study.h"
#include "core/lesson/condition.h"

#include <array>
#include <cstddef>
#include <string>
#include <variant>

namespace lesson {

/// How many runs have each verdict, in the order of Verdict.
using VerdictCounts = std::array<std::size_t, 5>;

/// What was looked at to judge a claim: a quantity with its value, or the verdicts on the repeats
/// of a run. Plain data.
struct Figure {
    Measure measure;  ///< of verdicts, only which run they are on
    std::variant<Estimate, VerdictCounts> value;

    [[nodiscard]] bool isVerdict() const noexcept
    {
        return std::holds_alternative<VerdictCounts>(value);
    }
};

/// As who writes lessons names it: "wall(a.both) 101 ms (100 to 104 ms)", "verdict(a.both) 5 ×
/// both"
[[nodiscard]] std::string textOf(const Figure& figure);

}  // namespace lesson
