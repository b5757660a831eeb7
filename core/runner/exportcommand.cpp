#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/storage/exportfile.h"
#include "core/storage/recordingfile.h"

int exportCommand(const QStringList& arguments)
{
    const auto request = parseExport(arguments);
    if (!request)
        return complain(statusUsage, request.error().message);
    const auto opened = readRecording(request->fromPath);
    if (!opened)
        return complain(statusFailed, opened.error().message);
    if (!opened->warning.empty())
        complain(statusDone, opened->warning);
    if (auto written = exportFile(request->toPath, opened->comparison, request->as); !written)
        return complain(statusFailed, written.error().message);
    return statusDone;
}
