#include "core/runner/options.h"

#include "core/model/limits.h"
#include "core/runner/experimentoptions.h"
#include "core/runner/optionreader.h"
#include "core/runner/runoptions.h"

#include <QFileInfo>

#include <algorithm>

namespace {

std::string text(const QString& string)
{
    return string.toStdString();
}

/// ".json, .fxt or .csv"
std::string exportEndings()
{
    std::string names;
    for (const ExportTraits& traits : exportTraits) {
        const bool isLast = &traits == &exportTraits.back();
        names += (names.empty() ? "." : isLast ? " or ." : ", .") + std::string(traits.ending);
    }
    return names;
}

const QString modesOption = QStringLiteral("modes");
const QString inProgressOption = QStringLiteral("in-progress");
const QString splitOption = QStringLiteral("split");
const QString coresOption = QStringLiteral("cores");

/// The names of modes as one lists them: "sequential, concurrent, both".
std::string namesOf(const std::vector<Mode>& modes)
{
    std::string names;
    for (const Mode mode : modes)
        names += (names.empty() ? "" : ", ") + std::string(nameOf(mode));
    return names;
}

Result<std::vector<Mode>> readModes(const OptionReader& options, const Experiment& experiment)
{
    const std::vector<Mode> possible = modesOf(experiment);
    if (!options.isSet(modesOption))
        return possible;
    std::vector<Mode> modes;
    for (const QString& name : options.value(modesOption).split(QLatin1Char(','))) {
        const auto mode = modeNamed(text(name.trimmed()));
        if (!mode)
            return failure("--modes names “" + text(name) + "”; expected a list of " +
                           namesOf({allModes.begin(), allModes.end()}));
        if (std::ranges::find(possible, *mode) == possible.end())
            return failure("--modes names “" + text(name) + "”, but a task of the workload " +
                           experiment.workload + " cannot be split; expected a list of " +
                           namesOf(possible));
        modes.push_back(*mode);
    }
    return modes;
}

}  // namespace

Result<RunRequest> parseCompare(const QStringList& arguments, const Machine& machine)
{
    OptionReader options(experimentOptions() + QStringList{modesOption, repeatOption, saveOption},
                         {jsonFlag, streamFlag});
    RunRequest request;
    std::vector<Mode> modes;
    int repeats = 1;
    return options.parse(arguments)
        .and_then([&] { return options.expectNoPositional(); })
        .and_then([&] { return readExperiment(options); })
        .map([&](Experiment experiment) { request.experiment = std::move(experiment); })
        .and_then([&] { return readAddresses(request); })
        .and_then([&] { return readModes(options, request.experiment); })
        .map([&](std::vector<Mode> given) { modes = std::move(given); })
        .and_then([&] { return options.readNumber(repeatOption, 1, maxRepeats, repeats); })
        .and_then([&] {
            return checkSize(request.experiment, modes.size() * static_cast<std::size_t>(repeats));
        })
        .and_then([&] { return readOutput(options, request); })
        .map([&] {
            // Repeats are interleaved, so that a drift of the machine hits every mode alike.
            for (int i = 0; i < repeats; ++i) {
                for (const Mode mode : modes)
                    request.runs.push_back(
                        {mode, planFor(mode, request.experiment, machine.cores)});
            }
            return request;
        });
}

Result<RunRequest> parseRun(const QStringList& arguments, const Machine& machine)
{
    OptionReader options(experimentOptions() +
                             QStringList{inProgressOption, splitOption, coresOption, saveOption},
                         {jsonFlag, streamFlag});
    RunRequest request;
    Plan plan;
    const auto expectAll = [&]() -> Result<void> {
        for (const QString& name : {inProgressOption, splitOption, coresOption}) {
            if (!options.isSet(name))
                return failure("--" + text(name) +
                               " is missing; run needs --in-progress, --split and --cores");
        }
        return {};
    };
    return options.parse(arguments)
        .and_then([&] { return options.expectNoPositional(); })
        .and_then([&] { return readExperiment(options); })
        .map([&](Experiment experiment) { request.experiment = std::move(experiment); })
        .and_then([&] { return readAddresses(request); })
        .and_then(expectAll)
        .and_then([&] {
            return options.readNumber(inProgressOption, 1, limits::maxInProgress, plan.inProgress);
        })
        .and_then(
            [&] { return options.readNumber(splitOption, 1, limits::maxWorkersAsked, plan.split); })
        .and_then([&] { return options.readNumber(coresOption, 1, machine.cores, plan.cores); })
        .and_then([&] { return validate(plan, request.experiment, machine.cores); })
        .and_then([&] { return readOutput(options, request); })
        .map([&] {
            plan.with = request.experiment.with;
            request.runs.push_back({std::nullopt, plan});
            return request;
        });
}

Result<ObserveRequest> parseObserve(const QStringList& arguments,
                                    const std::vector<std::string>& command)
{
    OptionReader options({jsonFlag, saveOption}, {streamFlag});
    const auto check = [&]() -> Result<void> {
        if (!options.positional().isEmpty())
            return failure("observe got “" + text(options.positional().constFirst()) +
                           "” before the command; expected “--” before it");
        if (command.empty() || command[0].empty())
            return failure("observe needs a command after “--”, such as: observe -- xz -T2 file");
        if (command.size() > limits::maxArguments)
            return failure("the command has " + std::to_string(command.size()) +
                           " words; expected at most " + std::to_string(limits::maxArguments));
        for (const QString& name : {jsonFlag, saveOption}) {
            if (options.isSet(name) && options.value(name).isEmpty())
                return failure("--" + text(name) + " needs the name of a file");
        }
        return {};
    };
    const auto checkFiles = [&]() -> Result<void> {
        const QString json = QFileInfo(options.value(jsonFlag)).absoluteFilePath();
        if (options.isSet(jsonFlag) && options.isSet(saveOption) &&
            json == QFileInfo(options.value(saveOption)).absoluteFilePath())
            return failure("--json and --save both name “" + text(options.value(saveOption)) +
                           "”; expected two files");
        return {};
    };
    return options.parse(arguments).and_then(check).and_then(checkFiles).map([&] {
        return ObserveRequest{command, options.isSet(streamFlag), options.value(jsonFlag),
                              options.value(saveOption)};
    });
}

Result<ShowRequest> parseShow(const QStringList& arguments)
{
    OptionReader options({}, {jsonFlag});
    return options.parse(arguments).and_then([&]() -> Result<ShowRequest> {
        if (options.positional().size() != 1)
            return failure("show needs the name of one recording; " +
                           std::to_string(options.positional().size()) + " were given");
        return ShowRequest{options.positional().constFirst(), options.isSet(jsonFlag)};
    });
}

Result<ExportRequest> parseExport(const QStringList& arguments)
{
    OptionReader options({}, {});
    return options.parse(arguments).and_then([&]() -> Result<ExportRequest> {
        if (options.positional().size() != 2)
            return failure("export needs the name of a recording and that of the file to write; " +
                           std::to_string(options.positional().size()) + " were given");
        const QString to = options.positional().constLast();
        const auto format = exportFormatOf(to);
        if (!format)
            return failure("export cannot write “" + text(to) + "”; expected a name that ends in " +
                           exportEndings());
        return ExportRequest{options.positional().constFirst(), to, *format};
    });
}

Result<bool> parseInfo(const QStringList& arguments)
{
    OptionReader options({}, {jsonFlag});
    return options.parse(arguments).and_then([&] { return options.expectNoPositional(); }).map([&] {
        return options.isSet(jsonFlag);
    });
}
