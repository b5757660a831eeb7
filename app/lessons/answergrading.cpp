#include "app/lessons/answergrading.h"

#include "app/lessons/answerwords.h"
#include "app/timeline/timetext.h"
#include "core/lesson/grading.h"

#include <algorithm>
#include <cmath>

namespace {

using Options = std::vector<lesson::Option>;

std::optional<bool> rightByResult(const lesson::Option& option, const LessonProgress& progress)
{
    const auto result = progress.results.find(option.rightIf);
    if (result == progress.results.end())
        return std::nullopt;
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

std::optional<bool> areRight(const std::vector<int>& chosen, const Options& options,
                             const Known& known)
{
    bool areRight = true;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto right = isRight(options[i], known);
        if (!right)
            return std::nullopt;
        const bool isChosen = std::ranges::find(chosen, static_cast<int>(i)) != chosen.end();
        areRight = areRight && isChosen == *right;
    }
    return areRight;
}

std::optional<bool> isOnlyRight(const lesson::Option& chosen, const Options& options,
                                const Known& known)
{
    const auto right = isRight(chosen, known);
    if (!chosen.rightIf.empty())
        return right;
    const bool areAllKnown = std::ranges::all_of(
        options, [&](const lesson::Option& each) { return isRight(each, known).has_value(); });
    return areAllKnown ? right : std::nullopt;
}

Grade gradeOfOptions(const Answer& answer, const Question& question, const Known& known)
{
    const Options& options = *question.options;
    if (answer.chosen.empty() || !isGraded(question))
        return {};
    if (question.isMultiple)
        return {.isRight = areRight(answer.chosen, options, known)};
    const auto chosen = static_cast<std::size_t>(answer.chosen.front());
    if (chosen >= options.size())
        return {};  // the lesson was edited since
    return {.isRight = isOnlyRight(options[chosen], options, known)};
}

Grade gradeOfNumber(double given, const lesson::NumberAnswer& asked, const Known& known)
{
    const auto measured =
        lesson::measuredNumber(asked, known.lesson, known.measurements, known.equipment);
    Grade grade{.given = numberText(given, asked), .doubt = QString::fromStdString(measured.doubt)};
    if (!measured.doubt.empty())
        return grade;
    grade.isRight =
        lesson::isRight(asked, given, known.lesson, known.measurements, known.equipment);
    grade.measured = numberText(measured.estimate.value, asked);
    return grade;
}

QString lengthText(const lesson::Measured& length)
{
    return durationText(Nanoseconds(std::llround(length.estimate.value)));
}

Grade gradeOfDrawing(Nanoseconds drawn, const lesson::DrawingAnswer& asked, const Known& known)
{
    const auto meant =
        lesson::drawnLength(asked, drawn, known.lesson, known.measurements, known.equipment);
    const auto length =
        lesson::measuredLength(asked, known.lesson, known.measurements, known.equipment);
    Grade grade{.given = meant.doubt.empty() ? lengthText(meant) : durationText(drawn),
                .doubt = QString::fromStdString(meant.doubt.empty() ? length.doubt : meant.doubt)};
    if (length.doubt.empty())
        grade.measured = lengthText(length);
    grade.isRight =
        lesson::isRight(asked, drawn, known.lesson, known.measurements, known.equipment);
    return grade;
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
    const auto right =
        known.outcomeOf
            ? lesson::isRight(option, known.lesson, known.equipment, known.outcomeOf)
            : lesson::isRight(option, known.lesson, known.measurements, known.equipment);
    return right ? right : rightByResult(option, known.progress);
}

Grade gradeOf(const Answer& answer, const Question& question, const Known& known)
{
    if (question.options)
        return gradeOfOptions(answer, question, known);
    if (question.number && answer.number)
        return gradeOfNumber(*answer.number, *question.number, known);
    if (question.drawing && answer.drawn)
        return gradeOfDrawing(*answer.drawn, *question.drawing, known);
    return {};
}
