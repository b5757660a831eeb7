#include "core/runner/studyoptions.h"

#include "core/analysis/sweep.h"
#include "core/runner/experimentoptions.h"
#include "core/runner/optionreader.h"
#include "core/runner/runoptions.h"

#include <QFileInfo>

#include <algorithm>

namespace {

const QString maxWorkersOption = QStringLiteral("max-workers");
const QString workersOption = QStringLiteral("workers");
const QString csvOption = QStringLiteral("csv");

constexpr int usualRepeats = 5;  ///< as many as a median needs to be enclosed by its interval

/// How far to go: beyond the cores, so that one sees what too many workers do.
int usualMaxWorkers(const Machine& machine) noexcept
{
    return std::clamp(2 * machine.cores, 2, limits::maxWorkersAsked);
}

struct Sweep {
    std::vector<WorkerKind> kinds{};
    int maxWorkers = 2;
    int repeats = usualRepeats;

    [[nodiscard]] std::size_t runs() const noexcept
    {
        return kinds.size() * static_cast<std::size_t>(maxWorkers) *
               static_cast<std::size_t>(repeats);
    }
};

/// Every plan once, and then again: so a drift of the machine hits all of them alike.
std::vector<PlannedRun> runsOf(const Sweep& sweep, Experiment experiment, int machineCores)
{
    std::vector<PlannedRun> runs;
    for (int repeat = 0; repeat < sweep.repeats; ++repeat) {
        for (const WorkerKind kind : sweep.kinds) {
            experiment.with = kind;
            for (int workers = 1; workers <= sweep.maxWorkers; ++workers)
                runs.push_back({std::nullopt, planWith(experiment, workers, machineCores)});
        }
    }
    return runs;
}

Result<void> expectNoWorkers(const OptionReader& options)
{
    if (!options.isSet(workersOption))
        return {};
    return failure("--workers means nothing to study, which tries every number of them; expected "
                   "--max-workers");
}

Result<void> readCsv(const OptionReader& options, StudyRequest& request)
{
    request.csvPath = options.value(csvOption);
    if (!options.isSet(csvOption))
        return {};
    if (request.csvPath.isEmpty())
        return failure("--csv needs the name of a file");
    if (request.runs.asStream)
        return failure("--csv and --stream are both given; expected one of them");
    if (!request.runs.savePath.isEmpty() && QFileInfo(request.csvPath).absoluteFilePath() ==
                                                QFileInfo(request.runs.savePath).absoluteFilePath())
        return failure("--csv and --save both name “" + request.csvPath.toStdString() +
                       "”; expected two files");
    return {};
}

}  // namespace

Result<StudyRequest> parseStudy(const QStringList& arguments, const Machine& machine)
{
    OptionReader options(experimentOptions() +
                             QStringList{maxWorkersOption, repeatOption, csvOption, saveOption},
                         {jsonFlag, streamFlag});
    StudyRequest request;
    Sweep sweep{.maxWorkers = usualMaxWorkers(machine)};
    Experiment& experiment = request.runs.experiment;
    return options.parse(arguments)
        .and_then([&] { return options.expectNoPositional(); })
        .and_then([&] { return expectNoWorkers(options); })
        .and_then([&] { return readExperiment(options, sweep.kinds); })
        .map([&](Experiment given) { experiment = std::move(given); })
        .and_then([&] { return readAddresses(request.runs); })
        .and_then([&] {
            return options.readNumber(maxWorkersOption, 2, limits::maxWorkersAsked,
                                      sweep.maxWorkers);
        })
        .and_then([&] { return options.readNumber(repeatOption, 1, maxRepeats, sweep.repeats); })
        .and_then([&] { return checkSize(experiment, sweep.runs()); })
        .and_then([&] { return readOutput(options, request.runs); })
        .and_then([&] { return readCsv(options, request); })
        .map([&] {
            request.runs.runs = runsOf(sweep, experiment, machine.cores);
            return request;
        });
}
