#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/report.h"
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
    const auto write = request->as == ExportFormat::Csv ? writeCsvFile : writeJson;
    if (auto written = write(opened->comparison, request->toPath); !written)
        return complain(statusFailed, written.error().message);
    return statusDone;
}
