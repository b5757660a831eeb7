#include "app/lessons/answergrading.h"

#include "app/lessons/answerwords.h"
#include "app/timeline/timetext.h"
#include "core/lesson/grading.h"

#include <algorithm>
#include <cmath>

namespace {

std::optional<bool> areRight(const std::vector<int>& chosen,
                             const std::vector<lesson::Option>& options, const Known& known)
{
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto right = isRight(options[i], known);
        if (!right)
            return std::nullopt;
        const bool isChosen = std::ranges::find(chosen, static_cast<int>(i)) != chosen.end();
        if (isChosen != *right)
            return false;
    }
    return true;
}

}  // namespace

bool isGraded(const Question& question)
{
    return isMeasured(question) || std::ranges::any_of(*question.options, &lesson::Option::isRight);
}

bool isMeasured(const Question& question)
{
    return !question.options ||
           std::ranges::any_of(*question.options, [](const lesson::Option& option) {
               return !option.rightIf.empty();
           });
}

std::optional<bool> isRight(const lesson::Option& option, const Known& known)
{
    const auto result = known.progress.results.find(option.rightIf);
    if (option.rightIf.empty() || result == known.progress.results.end())
        return lesson::isRight(option, known.lesson, known.measurements, known.equipment);
    switch (result->second.outcome) {
    case lesson::Outcome::Holds:
        return true;
    case lesson::Outcome::DoesNotHold:
        return false;
    case lesson::Outcome::Inconclusive:
    case lesson::Outcome::Skipped:
        break;
    }
    return std::nullopt;
}

std::optional<bool> isRight(const Answer& answer, const Question& question, const Known& known)
{
    if (!isGraded(question))
        return std::nullopt;
    if (question.options && question.isMultiple && !answer.chosen.empty())
        return areRight(answer.chosen, *question.options, known);
    if (question.options && !answer.chosen.empty())
        return isRight((*question.options)[static_cast<std::size_t>(answer.chosen.front())], known);
    if (question.number && answer.number)
        return lesson::isRight(*question.number, *answer.number, known.lesson, known.measurements,
                               known.equipment);
    if (question.drawing && answer.drawn)
        return lesson::isRight(*question.drawing, *answer.drawn, known.lesson, known.measurements,
                               known.equipment);
    return std::nullopt;
}

QString measuredText(const Question& question, const Known& known)
{
    if (question.number) {
        const lesson::Measured measured = lesson::measuredNumber(
            *question.number, known.lesson, known.measurements, known.equipment);
        if (measured.doubt.empty())
            return numberText(measured.estimate.value, *question.number);
    } else if (question.drawing) {
        const lesson::Measured measured = lesson::measuredLength(
            *question.drawing, known.lesson, known.measurements, known.equipment);
        if (measured.doubt.empty())
            return durationText(Nanoseconds(std::llround(measured.estimate.value)));
    }
    return {};
}
