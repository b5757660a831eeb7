#include "core/runner/lessonruns.h"

#include "core/observe/observation.h"
#include "core/observe/schedulingrecord.h"
#include "core/runner/commands.h"
#include "core/runner/runexecution.h"
#include "core/runner/stoprequest.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace {

constexpr int longestAnswer = 10'000;  ///< ms that an interpreter may take to start

/// Asks the interpreter itself: only it knows how it was built and started.
bool hasInterpreterLock(const QString& python)
{
    QProcess process;
    process.start(python,
                  {QStringLiteral("-c"), QStringLiteral("import sys; print(int(getattr(sys, "
                                                        "'_is_gil_enabled', lambda: True)()))")});
    return !process.waitForFinished(longestAnswer) ||
           process.readAllStandardOutput().trimmed() != "0";
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

Comparison compare(const lesson::Experiment& experiment, const Cores& cores)
{
    RecordingSink sink;
    sink.keepComparison();
    // What fails has been said on the way; claims on it are inconclusive.
    static_cast<void>(executeRuns(requestFor(experiment, cores.machine()), cores, sink));
    return sink.comparison();
}

std::vector<std::string> commandFor(const lesson::ObservedProgram& program,
                                    const std::string& folder)
{
    const std::string file = folder + "/" + program.file;
    std::vector<std::string> command{file};
    if (file.ends_with(".py"))
        command = {pythonProgram(), file};
    command.insert(command.end(), program.arguments.begin(), program.arguments.end());
    return command;
}

Comparison observeRepeatedly(const lesson::ObservedProgram& program, int repeats,
                             const std::string& folder, const Cores& cores)
{
    ObservationOrder order;
    order.command = commandFor(program, folder);
    order.collectEvery = collectEveryQuiet;
    order.files = ProgramFiles::Merged;  // standard output is for the report
    order.stopRequested = [] { return stopRequest::isRaised(); };
    Comparison all{cores.machine(), "coreogram-run " COREOGRAM_VERSION, {}, {}, true};
    for (int i = 0; i < repeats && !stopRequest::isRaised(); ++i) {
        RecordingSink sink;
        sink.keepComparison();
        sink.take(StreamStarted{all.producer, all.machine});
        const ObservationEnd end =
            observe(order, [&sink](const Frame& frame) { sink.take(frame); });
        sink.take(StreamEnded{});
        if (!end.wasStarted)
            complain(statusFailed, end.summary.message);
        const auto& runs = sink.comparison().runs;
        all.runs.insert(all.runs.end(), runs.begin(), runs.end());
    }
    return all;
}

}  // namespace

std::string pythonProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("python3")).toStdString();
}

lesson::Equipment equipmentOf(const Cores& cores)
{
    lesson::Equipment equipment{.machine = cores.machine()};
    equipment.hasExactEvidence = SchedulingRecord::open().has_value();
    const std::string python = pythonProgram();
    equipment.hasPython = !python.empty();
    if (equipment.hasPython)
        equipment.hasInterpreterLock = hasInterpreterLock(QString::fromStdString(python));
    return equipment;
}

LessonRuns runExperiments(const lesson::Lesson& lesson, const std::string& folder,
                          const Cores& cores, const lesson::Equipment& equipment)
{
    LessonRuns runs;
    if (!lesson::lackOf(lesson.needs, equipment).empty())
        return runs;
    lesson::forEach<lesson::Experiment>(lesson, [&](const lesson::Experiment& experiment) {
        if (stopRequest::isRaised())
            return;
        const auto* const program = std::get_if<lesson::ObservedProgram>(&experiment.how);
        const bool isPython = program && program->file.ends_with(".py");
        if (isPython && !equipment.hasPython)
            return;
        runs.measurements[experiment.name] =
            program ? observeRepeatedly(*program, experiment.repeats, folder, cores)
                    : compare(experiment, cores);
    });
    runs.wasInterrupted = stopRequest::isRaised();
    return runs;
}
