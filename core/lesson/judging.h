#pragma once

#include "core/lesson/figure.h"
#include "core/lesson/measurement.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// What became of a claim.
enum class Outcome { Holds, DoesNotHold, Inconclusive, Skipped };

/// As in JSON: `holds`, `does-not-hold`, `inconclusive`, `skipped`.
[[nodiscard]] std::string_view nameOf(Outcome outcome) noexcept;

struct Judged {
    Outcome outcome = Outcome::Inconclusive;
    std::string measured;  ///< "wall(a.both) 101 ms (100 to 104 ms), verdict(a.both) both"
    std::string why;       ///< one sentence

    bool operator==(const Judged&) const = default;
};

/// What became of a claim, and every figure that this was seen by.
struct Examined {
    Judged judged;
    std::vector<Figure> figures{};
};

/// Judges a claim by what was measured and by nothing else. It *holds* only if the whole interval
/// of what may be true satisfies it, and *does not hold* only if the whole interval violates it and
/// the machine had nothing else to do; else it is *inconclusive*. It is *skipped* where the machine
/// lacks what it needs.
[[nodiscard]] Examined examine(const Check& check, const Lesson& lesson,
                               const Measurements& measurements, const Equipment& equipment);

/// The same without the figures.
[[nodiscard]] Judged judge(const Check& check, const Lesson& lesson,
                           const Measurements& measurements, const Equipment& equipment);

}  // namespace lesson
