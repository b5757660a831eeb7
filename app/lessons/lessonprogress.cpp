#include "app/lessons/lessonprogress.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::string_view, 3> confidenceNames{"guess", "probably", "sure"};

Question questionOf(const lesson::Prediction& asked)
{
    return {.name = asked.name,
            .text = asked.question,
            .options = std::get_if<std::vector<lesson::Option>>(&asked.answer),
            .number = std::get_if<lesson::NumberAnswer>(&asked.answer),
            .drawing = std::get_if<lesson::DrawingAnswer>(&asked.answer),
            .explanation = asked.explanation};
}

Question questionOf(const lesson::Observation& asked)
{
    return {.name = asked.name,
            .text = asked.question,
            .options = &asked.options,
            .explanation = asked.explanation,
            .isMultiple = asked.isMultiple};
}

void addQuestions(const std::vector<lesson::Block>& blocks, std::vector<Question>& questions)
{
    for (const lesson::Block& block : blocks) {
        if (const auto* const prediction = std::get_if<lesson::Prediction>(&block))
            questions.push_back(questionOf(*prediction));
        else if (const auto* const observation = std::get_if<lesson::Observation>(&block))
            questions.push_back(questionOf(*observation));
    }
}

}  // namespace

std::string_view nameOf(Confidence confidence) noexcept
{
    return confidenceNames[static_cast<std::size_t>(confidence)];
}

std::optional<Confidence> confidenceNamed(std::string_view name) noexcept
{
    const auto found = std::ranges::find(confidenceNames, name);
    if (found == confidenceNames.end())
        return std::nullopt;
    return static_cast<Confidence>(found - confidenceNames.begin());
}

std::vector<Question> questionsOf(const lesson::Lesson& lesson)
{
    std::vector<Question> questions;
    addQuestions(lesson.introduction, questions);
    for (const lesson::Step& step : lesson.steps)
        addQuestions(step.blocks, questions);
    return questions;
}
