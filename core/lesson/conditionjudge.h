#pragma once

#include "core/lesson/figure.h"
#include "core/lesson/measurement.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

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

    /// Every quantity and verdict that was looked at, each once.
    [[nodiscard]] const std::vector<Figure>& figures() const noexcept { return m_figures; }

    /// Why a claim that is violated may be right all the same; empty if the machine was quiet.
    [[nodiscard]] std::string unrest() const;

private:
    [[nodiscard]] Truth judgeParts(const Condition& condition);
    [[nodiscard]] Truth judgeComparing(const Comparing& comparing);
    [[nodiscard]] Truth judgeVerdict(const VerdictIs& said);

    /// Remembers the quantities of an amount, with the experiments that they come from.
    void note(const Amount& amount);
    void add(const Figure& figure);

    const Lesson& m_lesson;
    const Measurements& m_measurements;
    const Equipment& m_equipment;
    std::vector<Figure> m_figures;
    std::set<std::string> m_experiments;  ///< whose figures depend on how busy it was
};

}  // namespace lesson
