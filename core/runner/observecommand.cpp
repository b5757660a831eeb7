#include "core/observe/cores.h"
#include "core/observe/observation.h"
#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/recordingsink.h"
#include "core/runner/report.h"
#include "core/runner/stoprequest.h"

#include <unistd.h>

#include <csignal>

namespace {

constexpr int statusNotStarted = 127;

ObservationOrder orderFor(const ObserveRequest& request, const RecordingSink& sink)
{
    ObservationOrder order;
    order.command = request.command;
    order.collectEvery = collectEveryQuiet;
    if (!request.asStream)
        return order;
    order.files = ProgramFiles::Merged;
    order.collectEvery = collectEveryLive;
    order.window = getppid();  // whoever asked for the stream shows it
    order.stopRequested = [&sink] { return stopRequest::isRaised() || sink.isOutputLost(); };
    return order;
}

/// Its own words go to standard error, which it shares with the program.
void report(const ObserveRequest& request, const RecordingSink& sink, const RunSummary& summary)
{
    if (request.asStream)
        return;
    if (request.jsonPath.isEmpty())
        return printReport(sink.comparison(), stderr);
    if (!summary.message.empty())
        complain(statusFailed, summary.message);
    if (auto written = writeJson(sink.comparison(), request.jsonPath); !written)
        complain(statusFailed, written.error().message);
}

int executeAndReport(const ObserveRequest& request, const Cores& cores)
{
    // Before the program runs, not when it has run for an hour.
    if (auto writable = request.jsonPath.isEmpty() ? Result<void>() : tryFile(request.jsonPath);
        !writable)
        return complain(statusUsage, writable.error().message);
    RecordingSink sink;
    if (auto opened = sink.open(request.asStream, request.savePath); !opened)
        return complain(statusUsage, opened.error().message);
    sink.take(StreamStarted{"coreogram-run " COREOGRAM_VERSION, cores.machine()});
    const ObservationEnd end =
        observe(orderFor(request, sink), [&sink](const Frame& frame) { sink.take(frame); });
    sink.take(StreamEnded{});
    if (!end.wasStarted) {
        if (!request.asStream)
            complain(statusNotStarted, end.summary.message);
        return statusNotStarted;
    }
    if (auto saved = sink.commit(); !saved)
        complain(statusFailed, saved.error().message);
    report(request, sink, end.summary);
    return end.summary.exitStatus.value_or(statusFailed);
}

}  // namespace

int observeCommand(const QStringList& arguments, const std::vector<std::string>& command)
{
    const auto request = parseObserve(arguments, command);
    if (!request)
        return complain(statusUsage, request.error().message);
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    // Whoever reads our words may go away: the program, its status and the recording do not.
    std::signal(SIGPIPE, SIG_IGN);
    return executeAndReport(*request, *cores);
}
