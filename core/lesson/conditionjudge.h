#pragma once

#include "core/lesson/measurement.h"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace lesson {

/// What a condition comes to; a doubt tells why it is not known.
struct Truth {
    std::optional<bool> isTrue;
    std::string doubt;
};

/// Judges the conditions of one claim, and remembers what it looked at.
class ConditionJudge {
public:
    ConditionJudge(const Lesson& lesson, const Measurements& measurements,
                   const Equipment& equipment);

    [[nodiscard]] Truth judge(const Condition& condition);

    /// Every quantity that was looked at, with its value.
    [[nodiscard]] std::string measured() const { return m_measured; }

    /// Why a claim that is violated may be right all the same; empty if the machine was quiet.
    [[nodiscard]] std::string unrest() const;

private:
    /// How many runs have each verdict.
    using VerdictCounts = std::array<std::size_t, 5>;

    [[nodiscard]] Truth judgeParts(const Condition& condition);
    [[nodiscard]] Truth judgeComparing(const Comparing& comparing);
    [[nodiscard]] Truth judgeVerdict(const VerdictIs& said);

    /// Remembers the quantities of an amount, with the experiments that they come from.
    void note(const Amount& amount);
    void note(const std::string& of, const VerdictCounts& counts);
    void add(const std::string& figure);

    const Lesson& m_lesson;
    const Measurements& m_measurements;
    const Equipment& m_equipment;
    std::string m_measured;
    std::set<std::string> m_experiments;  ///< that were measured and looked at
};

}  // namespace lesson
