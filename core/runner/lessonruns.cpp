#include "core/runner/lessonruns.h"

#include "core/observe/observation.h"
#include "core/observe/schedulingrecord.h"
#include "core/runner/commands.h"
#include "core/runner/programwords.h"
#include "core/runner/runexecution.h"
#include "core/runner/stoprequest.h"
#include "core/runner/textcells.h"

#include <unistd.h>

namespace {

bool isPython(const lesson::ObservedProgram& program)
{
    return program.file.ends_with(".py");
}

/// Every plan once, and then again: so a drift of the machine hits all of them alike.
RunRequest requestFor(const lesson::Experiment& experiment, const Machine& machine)
{
    RunRequest request;
    request.experiment = experiment.work;
    const auto planned = lesson::plannedRuns(experiment, machine);
    for (int i = 0; i < experiment.repeats; ++i) {
        for (const lesson::PlannedRun& run : planned)
            request.runs.push_back({run.mode, run.plan});
    }
    return request;
}

std::vector<std::string> commandFor(const lesson::ObservedProgram& program,
                                    const std::string& folder, const std::string& python)
{
    const std::string file = folder + "/" + program.file;
    std::vector<std::string> command{file};
    if (isPython(program))
        command = {python, file};
    command.insert(command.end(), program.arguments.begin(), program.arguments.end());
    return command;
}

ObservationOrder orderFor(const std::vector<std::string>& command, const RecordingSink& sink,
                          Audience audience)
{
    const bool isLive = audience == Audience::Window;
    ObservationOrder order;
    order.command = command;
    order.files = ProgramFiles::Merged;  // standard output is for the report or the stream
    order.collectEvery = isLive ? collectEveryLive : collectEveryQuiet;
    order.window = isLive ? getppid() : 0;  // whoever asked for the stream shows it
    order.stopRequested = [&sink] { return stopRequest::isRaised() || sink.isOutputLost(); };
    order.endAsked = stopRequest::raise;
    order.endsWhatIsLeft = true;  // nobody would know of it
    return order;
}

/// Of a program that has failed without being stopped; `words` are what it said last.
void tellFailure(const RunSummary& summary, const std::string& words)
{
    if (summary.end != RunEnd::Failed)
        return;
    const std::string said = words.empty() ? "" : "; it said last:\n" + words;
    complain(statusFailed, printable(summary.message) + said);
}

/// All in one recording; a program that cannot be started is not tried again.
int observeRepeatedly(ObservationOrder order, int repeats, const Machine& machine,
                      RecordingSink& sink, Audience audience)
{
    ProgramWords words;
    const bool isSilent = audience == Audience::Nobody;
    order.output = isSilent ? words.descriptor() : -1;
    sink.take(StreamStarted{"coreogram-run " COREOGRAM_VERSION, machine});
    int status = statusDone;
    for (int i = 0; i < repeats && status == statusDone; ++i) {
        order.run = RunId(i);
        const ObservationEnd end =
            observe(order, [&sink](const Frame& frame) { sink.take(frame); });
        if (!end.wasStarted)
            status = complain(statusFailed, end.summary.message);
        else if (order.stopRequested())
            status = statusInterrupted;
        else if (isSilent)
            tellFailure(end.summary, words.lastLines());
        words.clear();
    }
    sink.take(StreamEnded{});
    return status;
}

}  // namespace

Result<LessonEquipment> lessonEquipment(const Cores& cores, const QString& python)
{
    LessonEquipment with{cores, {.machine = cores.machine()}, {}};
    with.equipment.hasExactEvidence = SchedulingRecord::open().has_value();
    const QString program = python.isEmpty() ? lesson::usualInterpreter() : python;
    if (program.isEmpty())
        return with;
    const auto interpreter = lesson::askInterpreter(program);
    if (!interpreter && !python.isEmpty())
        return tl::unexpected(interpreter.error());
    if (interpreter) {
        with.python = interpreter->program.toStdString();
        with.equipment.hasPython = true;
        with.equipment.hasInterpreterLock = interpreter->hasLock;
    }
    return with;
}

int runExperiment(const lesson::Experiment& experiment, const std::string& folder,
                  const LessonEquipment& with, RecordingSink& sink, Audience audience)
{
    const Machine& machine = with.cores.machine();
    if (const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how))
        return observeRepeatedly(
            orderFor(commandFor(*program, folder, with.python), sink, audience), experiment.repeats,
            machine, sink, audience);
    RunRequest request = requestFor(experiment, machine);
    request.asStream = audience == Audience::Window;
    return executeRuns(request, with.cores, sink);
}

LessonRuns runExperiments(const lesson::Lesson& lesson, const std::string& folder,
                          const LessonEquipment& with)
{
    LessonRuns runs;
    if (!lesson::lackOf(lesson.needs, with.equipment).empty())
        return runs;
    lesson::forEach<lesson::Experiment>(lesson, [&](const lesson::Experiment& experiment) {
        if (stopRequest::isRaised() ||
            !lesson::lackOf(lesson::needsOf(experiment), with.equipment).empty())
            return;
        RecordingSink sink;
        sink.keepComparison();
        // What fails has been said on the way; claims on it are inconclusive.
        static_cast<void>(runExperiment(experiment, folder, with, sink, Audience::Nobody));
        runs.measurements[experiment.name] = sink.comparison();
    });
    runs.wasInterrupted = stopRequest::isRaised();
    return runs;
}
