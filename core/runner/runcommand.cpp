#include "core/engine/executor.h"
#include "core/observe/childprocess.h"
#include "core/observe/cores.h"
#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/progress.h"
#include "core/runner/recordingsink.h"
#include "core/runner/report.h"
#include "core/runner/runexecution.h"
#include "core/runner/runwords.h"
#include "core/runner/stoprequest.h"
#include "core/workload/workload.h"

#include <unistd.h>

#include <algorithm>

namespace {

ExecutorSettings settingsFor(const RunRequest& request, const RecordingSink& sink)
{
    ExecutorSettings settings;
    settings.workerProgram = ownProgram();
    settings.addresses = request.addresses;
    settings.collectEvery = request.asStream ? collectEveryLive : collectEveryQuiet;
    settings.window = request.asStream ? getppid() : 0;  // whoever asked for the stream shows it
    settings.stopRequested = [&sink] { return stopRequest::isRaised() || sink.isOutputLost(); };
    return settings;
}

}  // namespace

int executeRuns(const RunRequest& request, const Cores& cores, RecordingSink& sink)
{
    const ExecutorSettings settings = settingsFor(request, sink);
    const auto take = [&](const Frame& frame) {
        sink.take(frame);
        if (const auto* const failed = std::get_if<TaskFailed>(&frame); failed && !request.asStream)
            complain(statusFailed,
                     "task " + std::to_string(number(failed->task)) + " failed: " + failed->error);
    };
    Executor executor(cores, take, settings);
    const Progress progress(request.runs.size());
    progress.show(0, "calibrating");
    const std::uint64_t amount = calibratedAmount(request.experiment, cores);

    sink.take(StreamStarted{"coreogram-run " COREOGRAM_VERSION, cores.machine()});
    int status = statusDone;
    for (std::size_t i = 0; i < request.runs.size() && status != statusInterrupted; ++i) {
        const auto& [mode, plan] = request.runs[i];
        progress.show(i, mode ? nameOf(*mode) : wordsOf(plan));
        RunStart start{
            .id = RunId(i), .mode = mode, .plan = plan, .experiment = request.experiment};
        start.experiment.with = plan.with;
        const RunSummary summary = executor.run(start, amount);
        if (!summary.message.empty())
            complain(statusFailed, summary.message);
        if (summary.end == RunEnd::Interrupted)
            status = statusInterrupted;
        else if (summary.end == RunEnd::Failed)
            status = statusFailed;
    }
    sink.take(StreamEnded{});
    return status;
}

namespace {

int executeAndReport(const Result<RunRequest>& request, const Cores& cores)
{
    if (!request)
        return complain(statusUsage, request.error().message);
    RecordingSink sink;
    if (auto opened = sink.open(request->asStream, request->savePath); !opened)
        return complain(statusUsage, opened.error().message);
    stopRequest::listenToSignals();
    int status = executeRuns(*request, cores, sink);
    if (auto saved = sink.commit(); !saved)
        status = complain(std::max(status, statusFailed), saved.error().message);
    if (!request->asStream)
        printReport(sink.comparison(), request->asJson);
    return status;
}

}  // namespace

int compareCommand(const QStringList& arguments)
{
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    return executeAndReport(parseCompare(arguments, cores->machine()), *cores);
}

int runCommand(const QStringList& arguments)
{
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    return executeAndReport(parseRun(arguments, cores->machine()), *cores);
}
