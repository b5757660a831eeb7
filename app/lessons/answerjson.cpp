#include "app/lessons/answerjson.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostVotes = 1'000'000;

QString textOf(const Question& question, int option)
{
    return QString::fromStdString((*question.options)[static_cast<std::size_t>(option)].text);
}

int optionCount(const Question& question)
{
    return question.options ? static_cast<int>(question.options->size()) : 0;
}

/// The option that has the text of `kept`: that of the same number if it is one of several.
std::optional<int> optionOf(const QJsonObject& kept, const Question& question)
{
    const QString text = kept["text"_L1].toString();
    const int before = kept["option"_L1].toInt(-1);
    if (0 <= before && before < optionCount(question) && textOf(question, before) == text)
        return before;
    for (int option = 0; option < optionCount(question); ++option) {
        if (textOf(question, option) == text)
            return option;
    }
    return std::nullopt;
}

std::vector<int> chosenIn(const QJsonObject& kept, const Question& question)
{
    std::vector<int> chosen;
    for (const QJsonValue& value : kept["chosen"_L1].toArray()) {
        const auto option = optionOf(value.toObject(), question);
        if (option && std::ranges::find(chosen, *option) == chosen.end())
            chosen.push_back(*option);
    }
    std::ranges::sort(chosen);
    if (!question.isMultiple && chosen.size() > 1)
        chosen.resize(1);
    return chosen;
}

std::vector<int> votesIn(const QJsonObject& kept, const Question& question)
{
    std::vector<int> votes;
    for (const QJsonValue& value : kept["votes"_L1].toArray()) {
        const QJsonObject vote = value.toObject();
        const auto option = optionOf(vote, question);
        if (!option)
            continue;
        votes.resize(question.options->size());
        votes[static_cast<std::size_t>(*option)] =
            std::clamp(vote["count"_L1].toInt(), 0, mostVotes);
    }
    return votes;
}

QJsonObject jsonOf(const Question& question, int option)
{
    return {{"option"_L1, option}, {"text"_L1, textOf(question, option)}};
}

}  // namespace

Answer answerIn(const QJsonObject& kept, const Question& question)
{
    Answer answer;
    if (question.options)
        answer = {.chosen = chosenIn(kept, question), .votes = votesIn(kept, question)};
    if (question.number && kept["number"_L1].isDouble() &&
        kept["unit"_L1].toString() == QString::fromStdString(question.number->unit))
        answer.number = kept["number"_L1].toDouble();
    if (question.drawing && kept["drawn_ns"_L1].isDouble())
        answer.drawn = Nanoseconds(std::max<qint64>(kept["drawn_ns"_L1].toInteger(), 0));
    if (answer.isGiven())
        answer.confidence = confidenceNamed(kept["confidence"_L1].toString().toStdString());
    return answer;
}

QJsonObject jsonOf(const Answer& answer, const Question& question)
{
    QJsonObject json;
    QJsonArray chosen;
    for (const int option : answer.chosen) {
        if (0 <= option && option < optionCount(question))
            chosen.append(jsonOf(question, option));
    }
    if (!chosen.isEmpty())
        json["chosen"_L1] = chosen;
    QJsonArray votes;
    for (int i = 0; i < std::min(static_cast<int>(answer.votes.size()), optionCount(question));
         ++i) {
        QJsonObject vote = jsonOf(question, i);
        vote["count"_L1] = answer.votes[static_cast<std::size_t>(i)];
        votes.append(vote);
    }
    if (!votes.isEmpty())
        json["votes"_L1] = votes;
    if (question.number && answer.number && std::isfinite(*answer.number)) {
        json["number"_L1] = *answer.number;
        json["unit"_L1] = QString::fromStdString(question.number->unit);
    }
    if (answer.drawn)
        json["drawn_ns"_L1] = static_cast<qint64>(answer.drawn->count());
    if (answer.confidence)
        json["confidence"_L1] = QString::fromLatin1(nameOf(*answer.confidence).data());
    return json;
}
