#pragma once

#include "core/analysis/verdict.h"
#include "core/lesson/problem.h"
#include "core/lesson/quantity.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lesson {

/// Which of the values that the repeats of a run gave.
enum class Statistic { Median, Lowest, Highest };

/// "highest wall(four.parallel)"
struct Measure {
    Quantity quantity = Quantity::Wall;
    Statistic statistic = Statistic::Median;
    std::string of;  ///< "experiment.run" or "experiment"; empty: the machine
    Place place{};
};

/// An amount that is known or measured, or computed of two such. Times are in nanoseconds.
struct Amount {
    enum class Kind { Known, Measured, Sum, Difference, Product, Quotient };
    Kind kind = Kind::Known;
    double value = 0;             ///< of Kind::Known
    Measure measure{};            ///< of Kind::Measured
    std::vector<Amount> parts{};  ///< of the others: two
};

enum class Relation { Equal, NotEqual, Less, AtMost, More, AtLeast };

/// How far the left side of = may be from the right.
struct Tolerance {
    double share = 0;   ///< of the right side, 0 to 1
    double amount = 0;  ///< in its unit
};

/// "wall(a) = 2 × wall(b) ± 3 %"
struct Comparing {
    Amount left;
    Relation relation = Relation::Equal;
    Amount right;
    Tolerance tolerance{};
};

/// "verdict(four.parallel) = parallel"
struct VerdictIs {
    std::string of;
    bool isNegated = false;
    Verdict verdict = Verdict::Neither;
    Place place{};
};

/// What a claim says of what is measured.
struct Condition {
    enum class Join { All, Any };
    std::variant<Comparing, VerdictIs, Join> kind = Join::All;
    std::vector<Condition> parts{};  ///< of a Join: at least one
};

/// Reads one comparison; what is wrong is added to `problems`, with the place in the file, where
/// `text` begins at `place`. Times compare with times only; what can vary is compared with = only
/// within a tolerance.
[[nodiscard]] std::optional<Condition> parseCondition(std::string_view text, Place place,
                                                      Problems& problems);

/// Reads an amount, such as a quantity of a run. `isTime` tells whether it is one.
[[nodiscard]] std::optional<Amount> parseAmount(std::string_view text, Place place,
                                                Problems& problems, bool& isTime);

/// Every run or experiment that is spoken of, with its place and the quantity; a verdict has none.
struct Reference {
    std::string of;
    std::optional<Quantity> quantity;
    Place place;
};
[[nodiscard]] std::vector<Reference> referencesOf(const Condition& condition);
[[nodiscard]] std::vector<Reference> referencesOf(const Amount& amount);

}  // namespace lesson
