#include "core/runner/lessonoptions.h"

#include "core/lesson/lessonfiles.h"
#include "core/observe/childprocess.h"
#include "core/runner/optionreader.h"
#include "core/runner/runoptions.h"

namespace {

const QString folderOption = QStringLiteral("folder");

Result<LessonRequest::What> whatIn(const QStringList& positional)
{
    const QString name = positional.isEmpty() ? QString() : positional.constFirst();
    if (name == QLatin1String("list"))
        return LessonRequest::What::List;
    if (name == QLatin1String("check"))
        return LessonRequest::What::Check;
    return failure("lesson is followed by “" + name.toStdString() + "”; expected list or check");
}

}  // namespace

Result<LessonRequest> parseLessonArguments(const QStringList& arguments)
{
    OptionReader options({folderOption}, {jsonFlag});
    return options.parse(arguments)
        .and_then([&] { return whatIn(options.positional()); })
        .and_then([&](LessonRequest::What what) -> Result<LessonRequest> {
            LessonRequest request{what, options.positional().sliced(1),
                                  QString::fromStdString(lesson::shippedFolder(ownProgram())),
                                  options.isSet(jsonFlag)};
            if (options.isSet(folderOption))
                request.folder = options.value(folderOption);
            if (what == LessonRequest::What::List && !request.names.isEmpty())
                return failure("unexpected argument “" + request.names.constFirst().toStdString() +
                               "”; expected none after list");
            if (request.folder.isEmpty())
                return failure("the lessons that came with the program were not found; expected "
                               "--folder and the folder with lessons");
            return request;
        });
}
