#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/report.h"
#include "core/storage/recordingfile.h"

int showCommand(const QStringList& arguments)
{
    const auto request = parseShow(arguments);
    if (!request)
        return complain(statusUsage, request.error().message);
    const auto opened = readRecording(request->path);
    if (!opened)
        return complain(statusFailed, opened.error().message);
    if (!opened->warning.empty())
        complain(statusDone, opened->warning);
    printReport(opened->comparison, request->asJson);
    return statusDone;
}
