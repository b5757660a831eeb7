#include "core/lesson/judging.h"

#include "core/lesson/conditionjudge.h"

#include <algorithm>

namespace lesson {

namespace {

/// Why a run that a claim speaks of is not there on this machine; empty if it is.
std::string lackOf(const Reference& reference, const Lesson& lesson, const Equipment& equipment)
{
    const RunReference named = resolve(lesson, reference.of);
    if (!named.experiment)
        return {};
    if (const auto* const program = std::get_if<ObservedProgram>(&named.experiment->how)) {
        const bool lacksPython = program->file.ends_with(".py") && !equipment.hasPython;
        return lacksPython ? lackOf(Needs{.python = true}, equipment) : std::string();
    }
    const auto planned = plannedRuns(*named.experiment, equipment.machine);
    const bool isStudy = named.run.empty();  // of which all runs are spoken of
    if (isStudy || std::ranges::find(planned, named.run, &PlannedRun::name) != planned.end())
        return {};
    return "the run " + reference.of + " needs more cores or workers than there are here.";
}

std::string lackOf(const Check& check, const Lesson& lesson, const Equipment& equipment)
{
    for (const Needs& needs : {lesson.needs, check.needs}) {
        if (std::string lack = lackOf(needs, equipment); !lack.empty())
            return lack;
    }
    for (const Reference& reference : referencesOf(check.holdsIf)) {
        if (std::string lack = lackOf(reference, lesson, equipment); !lack.empty())
            return lack;
    }
    return {};
}

/// Two sentences in one; the second may be empty.
std::string joined(const std::string& sentence, const std::string& other)
{
    return other.empty() ? sentence : sentence.substr(0, sentence.size() - 1) + "; " + other;
}

std::string textOf(const std::vector<Figure>& figures)
{
    std::string all;
    for (const Figure& figure : figures)
        all += (all.empty() ? "" : ", ") + textOf(figure);
    return all;
}

/// What speaks against a claim counts only on a machine without `unrest`.
Outcome outcomeOf(const Truth& truth, const std::string& unrest)
{
    if (!truth.isTrue || (!*truth.isTrue && !unrest.empty()))
        return Outcome::Inconclusive;
    return *truth.isTrue ? Outcome::Holds : Outcome::DoesNotHold;
}

std::string whyOf(const Truth& truth, const std::string& unrest)
{
    if (!truth.isTrue)
        return joined(truth.doubt, unrest);
    if (*truth.isTrue)
        return "all that may be true satisfies it.";
    return unrest.empty() ? "nothing that may be true satisfies it." : unrest;
}

}  // namespace

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

Examined examine(const Check& check, const Lesson& lesson, const Measurements& measurements,
                 const Equipment& equipment)
{
    if (std::string lack = lackOf(check, lesson, equipment); !lack.empty())
        return {{Outcome::Skipped, {}, std::move(lack)}};
    ConditionJudge judge(lesson, measurements, equipment);
    const Truth truth = judge.judge(check.holdsIf);
    return {
        {outcomeOf(truth, judge.unrest()), textOf(judge.figures()), whyOf(truth, judge.unrest())},
        judge.figures()};
}

Judged judge(const Check& check, const Lesson& lesson, const Measurements& measurements,
             const Equipment& equipment)
{
    return examine(check, lesson, measurements, equipment).judged;
}

}  // namespace lesson
