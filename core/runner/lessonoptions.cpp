#include "core/runner/lessonoptions.h"

#include "core/lesson/lesson.h"
#include "core/lesson/lessonfiles.h"
#include "core/observe/childprocess.h"
#include "core/runner/optionreader.h"
#include "core/runner/runoptions.h"

namespace {

const QString folderOption = QStringLiteral("folder");
const QString pythonOption = QStringLiteral("python");

Result<LessonRequest::What> whatIn(const QStringList& positional)
{
    using What = LessonRequest::What;
    const QString name = positional.isEmpty() ? QString() : positional.constFirst();
    if (name == QLatin1String("list"))
        return What::List;
    if (name == QLatin1String("check"))
        return What::Check;
    if (name == QLatin1String("run"))
        return What::Run;
    return failure("lesson is followed by “" + name.toStdString() +
                   "”; expected list, check or run");
}

Result<void> takeNames(LessonRequest& request, const QStringList& names)
{
    request.names = names;
    if (request.what == LessonRequest::What::List && !names.isEmpty())
        return failure("unexpected argument “" + names.constFirst().toStdString() +
                       "”; expected none after list");
    if (request.what != LessonRequest::What::Run)
        return {};
    if (names.size() != 2)
        return failure("run is followed by " + std::to_string(names.size()) +
                       " arguments; expected a lesson and one of its experiments");
    request.experiment = request.names.takeLast();
    return {};
}

/// What only some of the three take.
Result<void> checkFlags(const LessonRequest& request)
{
    const bool isRun = request.what == LessonRequest::What::Run;
    if (!isRun && (request.asStream || !request.savePath.isEmpty() || request.repeats > 0))
        return failure("--stream, --save and --repeat are of run; expected none of them");
    if (request.asStream && request.asJson)
        return failure("--json and --stream both write to standard output; expected one of them");
    return {};
}

}  // namespace

Result<LessonRequest> parseLessonArguments(const QStringList& arguments)
{
    OptionReader options({folderOption, pythonOption, repeatOption, saveOption},
                         {jsonFlag, streamFlag});
    if (auto parsed = options.parse(arguments); !parsed)
        return tl::unexpected(parsed.error());
    const auto what = whatIn(options.positional());
    if (!what)
        return tl::unexpected(what.error());
    LessonRequest request{.what = *what,
                          .names = {},
                          .experiment = {},
                          .folder =
                              options.isSet(folderOption)
                                  ? options.value(folderOption)
                                  : QString::fromStdString(lesson::shippedFolder(ownProgram())),
                          .python = options.value(pythonOption),
                          .repeats = 0,
                          .savePath = options.value(saveOption),
                          .asJson = options.isSet(jsonFlag),
                          .asStream = options.isSet(streamFlag)};
    if (auto taken = takeNames(request, options.positional().sliced(1)); !taken)
        return tl::unexpected(taken.error());
    if (auto read =
            options.readNumber(repeatOption, 1, lesson::limits::maxRepeats, request.repeats);
        !read)
        return tl::unexpected(read.error());
    if (auto checked = checkFlags(request); !checked)
        return tl::unexpected(checked.error());
    if (request.folder.isEmpty())
        return failure("the lessons that came with the program were not found; expected "
                       "--folder and the folder with lessons");
    return request;
}
