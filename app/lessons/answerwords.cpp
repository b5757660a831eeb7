#include "app/lessons/answerwords.h"

#include "app/lessons/lessonwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)
};

QString optionText(const Question& question, std::size_t option)
{
    return u"“"_s + textOf((*question.options)[option].text) + u"”"_s;
}

}  // namespace

QString answerText(const Answer& answer, const Question& question, const QString& given)
{
    if (question.number && answer.number)
        return given;
    if (question.drawing && answer.drawn)
        return AnswerWords::tr("a bar of %1").arg(given);
    QStringList chosen;
    for (const int option : answer.chosen) {
        if (question.options && static_cast<std::size_t>(option) < question.options->size())
            chosen << optionText(question, static_cast<std::size_t>(option));
    }
    return chosen.join(u", "_s);
}

QString numberText(double number, const lesson::NumberAnswer& asked)
{
    constexpr int figures = 3;
    const bool isLarge = std::abs(number) >= 1'000;
    const QString text =
        isLarge ? QLocale().toString(number, 'f', 0) : QLocale().toString(number, 'g', figures);
    return asked.unit.empty() ? text : text + u' ' + textOf(asked.unit);
}

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Guess:
        return AnswerWords::tr("a guess");
    case Confidence::Probably:
        return AnswerWords::tr("probably");
    case Confidence::Sure:
        return AnswerWords::tr("sure");
    }
    return {};
}

QString votesText(const Answer& answer, const Question& question)
{
    QStringList votes;
    for (std::size_t i = 0; question.options && i < answer.votes.size(); ++i) {
        if (i < question.options->size() && answer.votes[i] > 0)
            votes << AnswerWords::tr("%1 for %2")
                         .arg(QLocale().toString(answer.votes[i]), optionText(question, i));
    }
    return votes.join(u", "_s);
}

QString rightnessText(std::optional<bool> isRight)
{
    if (!isRight)
        return AnswerWords::tr("not known");
    return *isRight ? AnswerWords::tr("right") : AnswerWords::tr("not right");
}

QString outcomeText(lesson::Outcome outcome)
{
    switch (outcome) {
    case lesson::Outcome::Holds:
        return AnswerWords::tr("holds");
    case lesson::Outcome::DoesNotHold:
        return AnswerWords::tr("does not hold");
    case lesson::Outcome::Inconclusive:
        return AnswerWords::tr("inconclusive");
    case lesson::Outcome::Skipped:
        return AnswerWords::tr("skipped");
    }
    return {};
}
