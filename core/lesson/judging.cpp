#include "core/lesson/judging.h"

#include "core/lesson/conditionjudge.h"

namespace lesson {

std::string_view nameOf(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Holds:
        return "holds";
    case Outcome::DoesNotHold:
        return "does-not-hold";
    case Outcome::Inconclusive:
        return "inconclusive";
    case Outcome::Skipped:
        return "skipped";
    }
    return {};
}

Judged judge(const Check& check, const Lesson& lesson, const Measurements& measurements,
             const Equipment& equipment)
{
    for (const Needs& needs : {lesson.needs, check.needs}) {
        if (std::string lack = lackOf(needs, equipment); !lack.empty())
            return {Outcome::Skipped, {}, std::move(lack)};
    }
    ConditionJudge judge(lesson, measurements, equipment);
    const Truth truth = judge.judge(check.holdsIf);
    if (!truth.isTrue)
        return {Outcome::Inconclusive, judge.measured(), truth.doubt};
    if (*truth.isTrue)
        return {Outcome::Holds, judge.measured(), "all that may be true satisfies it."};
    if (std::string unrest = judge.unrest(); !unrest.empty())
        return {Outcome::Inconclusive, judge.measured(), std::move(unrest)};
    return {Outcome::DoesNotHold, judge.measured(), "nothing that may be true satisfies it."};
}

}  // namespace lesson
