#include "core/runner/lessonreport.h"

#include "core/runner/textcells.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QJsonArray texts(const std::vector<std::string>& values)
{
    QJsonArray array;
    for (const std::string& value : values)
        array.append(text(value));
    return array;
}

QJsonObject document(const QJsonArray& lessons)
{
    return {{"format"_L1, "coreogram-lessons/1"_L1}, {"lessons"_L1, lessons}};
}

QJsonObject toJson(const CheckResult& check)
{
    return {{"claim"_L1, text(check.claim)},
            {"outcome"_L1, text(nameOf(check.judged.outcome))},
            {"measured"_L1, text(check.judged.measured)},
            {"why"_L1, text(check.judged.why)}};
}

int widestName(const std::vector<lesson::ReadLesson>& lessons)
{
    int widest = 0;
    for (const lesson::ReadLesson& read : lessons) {
        if (read.lesson)
            widest = std::max(widest, displayWidth(printable(read.lesson->name)));
    }
    return widest;
}

}  // namespace

QJsonObject lessonListJson(const std::vector<lesson::ReadLesson>& lessons)
{
    QJsonArray list;
    for (const lesson::ReadLesson& read : lessons) {
        if (!read.lesson)
            continue;
        const lesson::Lesson& lesson = *read.lesson;
        list.append(QJsonObject{{"name"_L1, text(lesson.name)},
                                {"title"_L1, text(lesson.title)},
                                {"minutes"_L1, lesson.minutes},
                                {"steps"_L1, static_cast<qint64>(lesson.steps.size())},
                                {"misconception"_L1, text(lesson.misconception)},
                                {"outcomes"_L1, texts(lesson.outcomes)},
                                {"file"_L1, text(read.file)}});
    }
    return document(list);
}

QJsonObject lessonResultJson(const std::vector<LessonResult>& results)
{
    QJsonArray list;
    for (const LessonResult& result : results) {
        QJsonArray checks;
        for (const CheckResult& check : result.checks)
            checks.append(toJson(check));
        list.append(QJsonObject{{"name"_L1, text(result.name)}, {"checks"_L1, checks}});
    }
    return document(list);
}

std::string lessonListText(const std::vector<lesson::ReadLesson>& lessons)
{
    const int width = widestName(lessons);
    std::string all;
    for (const lesson::ReadLesson& read : lessons) {
        if (read.lesson)
            all += alignedLeft(printable(read.lesson->name), width) +
                   alignedRight(std::to_string(read.lesson->minutes), 5) + " min  " +
                   printable(read.lesson->title) + '\n';
    }
    return all;
}

std::string lessonResultText(const LessonResult& result)
{
    constexpr int outcomeWidth = 13;
    std::string all = printable(result.title) + " (" + printable(result.name) + ")\n";
    for (const CheckResult& check : result.checks) {
        const auto below = [&](const std::string& line) {
            return line.empty() ? "" : std::string(outcomeWidth + 4, ' ') + printable(line) + '\n';
        };
        all += "  " + alignedLeft(nameOf(check.judged.outcome), outcomeWidth) + "  " +
               printable(check.claim) + '\n' + below(check.judged.measured) +
               below(check.judged.why);
    }
    return all;
}
