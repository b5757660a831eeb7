#include "core/runner/commands.h"
#include "core/runner/report.h"
#include "core/runner/runexecution.h"
#include "core/runner/stoprequest.h"
#include "core/runner/studyoptions.h"
#include "core/runner/studytable.h"
#include "core/runner/terminal.h"
#include "core/storage/studyjson.h"

#include <algorithm>

namespace {

void print(const Study& study, bool asJson)
{
    if (asJson)
        printJson(studyJson(study));
    else
        std::fputs(studyTable(study, styleOf(stdout)).c_str(), stdout);
}

/// Keeps what was recorded and prints what it comes to, of an interrupted study too.
int report(const StudyRequest& request, RecordingSink& sink, int status)
{
    if (auto saved = sink.commit(); !saved)
        status = complain(std::max(status, statusFailed), saved.error().message);
    if (request.runs.asStream)
        return status;
    const Study study = studyOf(sink.comparison());
    if (!request.csvPath.isEmpty()) {
        if (auto written = writeStudyCsvFile(study, request.csvPath); !written)
            status = complain(std::max(status, statusFailed), written.error().message);
    }
    print(study, request.runs.asJson);
    return status;
}

}  // namespace

int studyCommand(const QStringList& arguments)
{
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    const auto request = parseStudy(arguments, cores->machine());
    if (!request)
        return complain(statusUsage, request.error().message);
    RecordingSink sink;
    auto opened = sink.open(request->runs.asStream, request->runs.savePath);
    if (opened && !request->csvPath.isEmpty())
        opened = tryFile(request->csvPath);
    if (!opened)
        return complain(statusUsage, opened.error().message);
    stopRequest::listenToSignals();
    return report(*request, sink, executeRuns(request->runs, *cores, sink));
}
