#include "core/runner/commands.h"
#include "core/runner/lessonoptions.h"
#include "core/runner/lessonreport.h"
#include "core/runner/lessonruns.h"
#include "core/runner/recordingsink.h"
#include "core/runner/report.h"
#include "core/runner/stoprequest.h"
#include "core/runner/textcells.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace {

using lesson::ReadLesson;

bool isFile(const QString& name)
{
    return name.endsWith(QLatin1String(".md"));
}

/// Says what is wrong with the files that are no lessons, and leaves them out.
int complainOfProblems(std::vector<ReadLesson>& lessons)
{
    int status = statusDone;
    for (const ReadLesson& read : lessons) {
        for (const lesson::Problem& problem : read.problems)
            status = complain(statusFailed, printable(textOf(problem, read.file)));
    }
    std::erase_if(lessons, [](const ReadLesson& read) { return !read.lesson; });
    return status;
}

Result<ReadLesson> named(const QString& name, const std::vector<ReadLesson>& lessons)
{
    if (isFile(name))
        return lesson::readLesson(name.toStdString());
    std::vector<std::string_view> names;
    for (const ReadLesson& read : lessons) {
        if (read.lesson && read.lesson->name == name.toStdString())
            return read;
        if (read.lesson)
            names.push_back(read.lesson->name);
    }
    return failure("there is no lesson “" + name.toStdString() + "”; expected " +
                   (names.empty() ? "a file that ends in .md"
                                  : lesson::expectedInstead(name.toStdString(), names)));
}

/// Those that are asked for, in that order; all where none is.
Result<std::vector<ReadLesson>> chosen(const LessonRequest& request)
{
    const bool needsFolder = request.names.isEmpty() || !std::ranges::all_of(request.names, isFile);
    std::vector<ReadLesson> all;
    if (needsFolder) {
        auto read = lesson::readLessons(request.folder.toStdString());
        if (!read)
            return read;
        all = std::move(*read);
    }
    if (request.names.isEmpty())
        return all;
    std::vector<ReadLesson> wanted;
    for (const QString& name : request.names) {
        auto read = named(name, all);
        if (!read)
            return tl::unexpected(read.error());
        wanted.push_back(std::move(*read));
    }
    return wanted;
}

int list(const LessonRequest& request, const std::vector<ReadLesson>& lessons)
{
    if (request.asJson)
        printJson(lessonListJson(lessons));
    else
        std::fputs(lessonListText(lessons).c_str(), stdout);
    return statusDone;
}

LessonResult resultOf(const lesson::Lesson& lesson, const lesson::Measurements& measurements,
                      const lesson::Equipment& equipment)
{
    LessonResult result{lesson.name, lesson.title, {}};
    lesson::forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        result.checks.push_back({check.claim, judge(check, lesson, measurements, equipment)});
    });
    return result;
}

int statusOf(const LessonResult& result)
{
    const auto isWrong = [](const CheckResult& check) {
        return check.judged.outcome == lesson::Outcome::DoesNotHold;
    };
    return std::ranges::any_of(result.checks, isWrong) ? statusCheckFailed : statusDone;
}

std::string folderOf(const ReadLesson& read)
{
    return QFileInfo(QString::fromStdString(read.file)).absolutePath().toStdString();
}

int check(const LessonRequest& request, const std::vector<ReadLesson>& lessons,
          const LessonEquipment& with)
{
    std::vector<LessonResult> results;
    int status = statusDone;
    for (const ReadLesson& read : lessons) {
        const LessonRuns runs = runExperiments(*read.lesson, folderOf(read), with);
        results.push_back(resultOf(*read.lesson, runs.measurements, with.equipment));
        status = std::max(status, statusOf(results.back()));
        if (!request.asJson)
            std::fputs(lessonResultText(results.back()).c_str(), stdout);
        std::fflush(stdout);
        if (runs.wasInterrupted) {
            status = statusInterrupted;
            break;
        }
    }
    if (request.asJson)
        printJson(lessonResultJson(results));
    return status;
}

Result<const lesson::Experiment*> experimentIn(const lesson::Lesson& lesson,
                                               const std::string& name)
{
    if (const auto* const found = lesson::experimentNamed(lesson, name))
        return found;
    std::vector<std::string_view> names;
    lesson::forEach<lesson::Experiment>(
        lesson, [&](const lesson::Experiment& each) { names.push_back(each.name); });
    return failure(
        "there is no experiment “" + name + "” in " + lesson.name + "; expected " +
        (names.empty() ? "a lesson with experiments" : lesson::expectedInstead(name, names)));
}

int run(const LessonRequest& request, const ReadLesson& read, const LessonEquipment& with)
{
    const auto found = experimentIn(*read.lesson, request.experiment.toStdString());
    if (!found)
        return complain(statusUsage, found.error().message);
    lesson::Experiment experiment = **found;
    if (request.repeats > 0)
        experiment.repeats = request.repeats;
    if (const auto lack = lesson::lackOf(lesson::needsOf(experiment), with.equipment);
        !lack.empty())
        return complain(statusFailed, "this machine cannot run it: " + lack);
    RecordingSink sink;
    if (auto opened = sink.open(request.asStream, request.savePath); !opened)
        return complain(statusUsage, opened.error().message);
    const Audience audience = request.asStream ? Audience::Window : Audience::Terminal;
    int status = runExperiment(experiment, folderOf(read), with, sink, audience);
    if (auto saved = sink.commit(); !saved)
        status = complain(std::max(status, statusFailed), saved.error().message);
    if (!request.asStream)
        printReport(sink.comparison(), request.asJson);
    return status;
}

int execute(const LessonRequest& request, const std::vector<ReadLesson>& lessons)
{
    if (request.what == LessonRequest::What::List)
        return list(request, lessons);
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    stopRequest::listenToSignals();
    const auto with = lessonEquipment(*cores, request.python);
    if (!with)
        return complain(statusUsage, with.error().message);
    if (request.what == LessonRequest::What::Check)
        return check(request, lessons, *with);
    return lessons.empty() ? statusFailed : run(request, lessons.front(), *with);
}

}  // namespace

int lessonCommand(const QStringList& arguments)
{
    const auto request = parseLessonArguments(arguments);
    if (!request)
        return complain(statusUsage, request.error().message);
    auto lessons = chosen(*request);
    if (!lessons)
        return complain(statusUsage, lessons.error().message);
    const int status = complainOfProblems(*lessons);
    return std::max(status, execute(*request, *lessons));
}
