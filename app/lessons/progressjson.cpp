#include "app/lessons/progressjson.h"

#include "app/lessons/answerjson.h"
#include "app/lessons/lessonwords.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array outcomes{lesson::Outcome::Holds, lesson::Outcome::DoesNotHold,
                              lesson::Outcome::Inconclusive, lesson::Outcome::Skipped};

constexpr int mostEarlier = 50;  ///< answers that a file keeps of one question

QDateTime timeIn(const QJsonObject& kept, QLatin1StringView key)
{
    return QDateTime::fromString(kept[key].toString(), Qt::ISODate);
}

void putTime(QJsonObject& json, QLatin1StringView key, const QDateTime& time)
{
    json.remove(key);
    if (time.isValid())
        json[key] = time.toUTC().toString(Qt::ISODate);
}

/// By its number and title. Where another step stands there now, by its title alone.
int stepIn(const QJsonObject& kept, const lesson::Lesson& lesson)
{
    const int last = static_cast<int>(lesson.steps.size()) - 1;
    const int step = std::clamp(kept["step"_L1].toInt(), 0, std::max(last, 0));
    const std::string title = kept["step_title"_L1].toString().toStdString();
    if (last < 0 || lesson.steps[static_cast<std::size_t>(step)].title == title)
        return step;
    const auto found = std::ranges::find(lesson.steps, title, &lesson::Step::title);
    return found == lesson.steps.end() ? step : static_cast<int>(found - lesson.steps.begin());
}

std::optional<lesson::Judged> resultIn(const QJsonObject& kept, const lesson::Check& check)
{
    const std::string name = kept["outcome"_L1].toString().toStdString();
    const auto outcome =
        std::ranges::find_if(outcomes, [&](auto known) { return nameOf(known) == name; });
    if (outcome == outcomes.end() || kept["claim"_L1].toString() != textOf(check.claim))
        return std::nullopt;
    return lesson::Judged{*outcome, kept["measured"_L1].toString().toStdString(),
                          kept["why"_L1].toString().toStdString()};
}

QJsonObject jsonOf(const lesson::Judged& judged, const lesson::Check& check)
{
    return {{"claim"_L1, textOf(check.claim)},
            {"outcome"_L1, textOf(nameOf(judged.outcome))},
            {"measured"_L1, textOf(judged.measured)},
            {"why"_L1, textOf(judged.why)}};
}

/// Whether `kept` answers something that `question` does not have now, so that `seen` lacks it.
bool saysMoreThan(const Answer& seen, const QJsonObject& kept)
{
    const auto count = [&](QLatin1StringView key) {
        return static_cast<std::size_t>(kept[key].toArray().size());
    };
    return count("chosen"_L1) > seen.chosen.size() || count("votes"_L1) > seen.votes.size() ||
           (kept.contains("number"_L1) && !seen.number) ||
           (kept.contains("drawn_ns"_L1) && !seen.drawn);
}

/// `now` in place of `kept`, with what was answered to another question in "earlier".
QJsonObject replaced(QJsonObject kept, const Answer& seen, QJsonObject now)
{
    QJsonArray earlier = kept.take("earlier"_L1).toArray();
    if (saysMoreThan(seen, kept) && earlier.size() < mostEarlier)
        earlier.append(kept);
    if (!earlier.isEmpty())
        now["earlier"_L1] = earlier;
    return now;
}

/// An answer that is as it was keeps all that was written of it.
QJsonObject withAnswers(QJsonObject kept, const LessonProgress& progress,
                        const std::vector<Question>& questions)
{
    for (const Question& question : questions) {
        const QString name = textOf(question.name);
        const Answer before = answerIn(kept[name].toObject(), question);
        const auto now = progress.answers.find(question.name);
        if ((now == progress.answers.end() ? Answer() : now->second) == before)
            continue;
        const QJsonObject json =
            replaced(kept[name].toObject(), before,
                     now == progress.answers.end() ? QJsonObject() : jsonOf(now->second, question));
        if (json.isEmpty())
            kept.remove(name);
        else
            kept[name] = json;
    }
    return kept;
}

QJsonObject withResults(QJsonObject kept, const LessonProgress& progress,
                        const lesson::Lesson& lesson)
{
    forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        const QString name = textOf(check.name);
        if (const auto now = progress.results.find(check.name); now != progress.results.end())
            kept[name] = jsonOf(now->second, check);
        else if (resultIn(kept[name].toObject(), check))
            kept.remove(name);
    });
    return kept;
}

}  // namespace

LessonProgress progressIn(const QJsonObject& kept, const lesson::Lesson& lesson)
{
    LessonProgress progress{.step = stepIn(kept, lesson),
                            .begun = timeIn(kept, "begun"_L1),
                            .changed = timeIn(kept, "changed"_L1),
                            .finished = timeIn(kept, "finished"_L1)};
    const QJsonObject answers = kept["answers"_L1].toObject();
    for (const Question& question : questionsOf(lesson)) {
        Answer answer = answerIn(answers[textOf(question.name)].toObject(), question);
        if (answer != Answer())
            progress.answers.emplace(question.name, std::move(answer));
    }
    const QJsonObject results = kept["results"_L1].toObject();
    forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        if (auto judged = resultIn(results[textOf(check.name)].toObject(), check))
            progress.results.emplace(check.name, std::move(*judged));
    });
    return progress;
}

QJsonObject withProgress(QJsonObject kept, const LessonProgress& progress,
                         const lesson::Lesson& lesson)
{
    kept["format"_L1] = u"coreogram-progress/%1"_s.arg(progressFormat);
    kept["lesson"_L1] = textOf(lesson.name);
    const auto step = static_cast<std::size_t>(std::max(progress.step, 0));
    kept["step"_L1] = static_cast<qint64>(step);
    kept["step_title"_L1] =
        step < lesson.steps.size() ? textOf(lesson.steps[step].title) : QString();
    putTime(kept, "begun"_L1, progress.begun);
    putTime(kept, "changed"_L1, progress.changed);
    putTime(kept, "finished"_L1, progress.finished);
    kept["answers"_L1] = withAnswers(kept["answers"_L1].toObject(), progress, questionsOf(lesson));
    kept["results"_L1] = withResults(kept["results"_L1].toObject(), progress, lesson);
    return kept;
}
