#include "core/runner/options.h"

#include "core/model/limits.h"
#include "core/workload/workload.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <cmath>

namespace {

constexpr int maxRepeats = 1000;

std::string text(const QString& string)
{
    return string.toStdString();
}

/// Reads the options of one subcommand.
class Options {
public:
    Options(const QStringList& names, const QStringList& flags)
    {
        for (const QString& name : names)
            m_parser.addOption(QCommandLineOption(name, QString(), name));
        for (const QString& flag : flags)
            m_parser.addOption(QCommandLineOption(flag));
        m_valued = names;
        m_allowed = names + flags;
    }

    [[nodiscard]] Result<void> parse(const QStringList& arguments)
    {
        if (!m_parser.parse(QStringList(QString()) + arguments))
            return failure(text(m_parser.errorText()) + " Expected: --" +
                           text(m_allowed.join(QStringLiteral(", --"))) + ".");
        return checkValues();
    }

    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isSet(const QString& name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_parser.value(name); }

    [[nodiscard]] Result<void> expectNoPositional() const
    {
        if (positional().isEmpty())
            return {};
        return failure("unexpected argument “" + text(positional().constFirst()) + "”");
    }

    /// Sets `number` to the option's value where it is given.
    [[nodiscard]] Result<void> readNumber(const QString& name, int low, int high, int& number) const
    {
        if (!isSet(name))
            return {};
        bool isNumber = false;
        const int given = value(name).toInt(&isNumber);
        if (!isNumber || given < low || given > high)
            return failure("--" + text(name) + " is “" + text(value(name)) +
                           "”; expected a whole number from " + std::to_string(low) + " to " +
                           std::to_string(high));
        number = given;
        return {};
    }

private:
    /// An option that is given twice or swallows the next one is a slip.
    [[nodiscard]] Result<void> checkValues() const
    {
        for (const QString& name : m_valued) {
            const QStringList values = m_parser.values(name);
            if (values.size() > 1)
                return failure("--" + text(name) + " is given " + std::to_string(values.size()) +
                               " times; expected once at most");
            if (!values.isEmpty() && values.constFirst().startsWith(QLatin1String("--")))
                return failure("--" + text(name) + " is followed by “" + text(values.constFirst()) +
                               "”; expected its value");
        }
        return {};
    }

    QCommandLineParser m_parser;
    QStringList m_valued;
    QStringList m_allowed;
};

const QString tasksOption = QStringLiteral("tasks");
const QString lengthOption = QStringLiteral("task-ms");
const QString workersOption = QStringLiteral("workers");
const QString withOption = QStringLiteral("with");
const QString workloadOption = QStringLiteral("workload");
const QString modesOption = QStringLiteral("modes");
const QString repeatOption = QStringLiteral("repeat");
const QString inProgressOption = QStringLiteral("in-progress");
const QString splitOption = QStringLiteral("split");
const QString coresOption = QStringLiteral("cores");
const QString saveOption = QStringLiteral("save");
const QString jsonFlag = QStringLiteral("json");
const QString streamFlag = QStringLiteral("stream");

const QStringList experimentOptions{workloadOption, tasksOption, lengthOption, workersOption,
                                    withOption};

Result<void> readLength(const Options& options, Nanoseconds& length)
{
    if (!options.isSet(lengthOption))
        return {};
    bool isNumber = false;
    const double milliseconds = options.value(lengthOption).toDouble(&isNumber);
    const double low = toMilliseconds(limits::minTaskLength);
    const double high = toMilliseconds(limits::maxTaskLength);
    if (!isNumber || !(milliseconds >= low && milliseconds <= high))
        return failure("--task-ms is “" + text(options.value(lengthOption)) +
                       "”; expected milliseconds from 0.01 to 600000");
    length = Nanoseconds(std::llround(milliseconds * 1e6));
    return {};
}

Result<void> readWith(const Options& options, WorkerKind& with)
{
    if (!options.isSet(withOption))
        return {};
    const auto kind = workerKindNamed(text(options.value(withOption)));
    if (!kind)
        return failure("--with is “" + text(options.value(withOption)) +
                       "”; expected threads or processes");
    with = *kind;
    return {};
}

Result<void> readWorkload(const Options& options, std::string& workload)
{
    if (!options.isSet(workloadOption))
        return {};
    workload = text(options.value(workloadOption));
    if (!workloadNamed(workload))
        return failure("--workload is “" + workload + "”; expected " + workloadNames());
    return {};
}

Result<Experiment> readExperiment(const Options& options)
{
    Experiment experiment;
    return readWorkload(options, experiment.workload)
        .and_then(
            [&] { return options.readNumber(tasksOption, 1, limits::maxTasks, experiment.tasks); })
        .and_then([&] { return readLength(options, experiment.taskLength); })
        .and_then([&] {
            return options.readNumber(workersOption, 1, limits::maxWorkersAsked,
                                      experiment.workers);
        })
        .and_then([&] { return readWith(options, experiment.with); })
        .map([&] { return experiment; });
}

Result<std::vector<Mode>> readModes(const Options& options)
{
    if (!options.isSet(modesOption))
        return std::vector(allModes.begin(), allModes.end());
    std::vector<Mode> modes;
    for (const QString& name : options.value(modesOption).split(QLatin1Char(','))) {
        const auto mode = modeNamed(text(name.trimmed()));
        if (!mode)
            return failure("--modes names “" + text(name) +
                           "”; expected a list of sequential, concurrent, parallel, both, "
                           "both-split");
        modes.push_back(*mode);
    }
    return modes;
}

/// All runs are kept in memory together.
Result<void> checkSize(const Experiment& experiment, std::size_t runs)
{
    const auto tasks = runs * static_cast<std::size_t>(experiment.tasks);
    if (tasks <= static_cast<std::size_t>(limits::maxTasksOfAllRuns))
        return {};
    return failure("--repeat and --tasks ask for " + std::to_string(tasks) +
                   " tasks in all runs together; expected " +
                   std::to_string(limits::maxTasksOfAllRuns) + " at most");
}

void readOutput(const Options& options, RunRequest& request)
{
    request.asJson = options.isSet(jsonFlag);
    request.asStream = options.isSet(streamFlag);
    request.savePath = options.value(saveOption);
}

Result<void> checkOutput(const Options& options, const RunRequest& request)
{
    if (options.isSet(saveOption) && request.savePath.isEmpty())
        return failure("--save needs the name of a file");
    if (request.asJson && request.asStream)
        return failure("--json and --stream both write to standard output; expected one of them");
    return {};
}

}  // namespace

Result<RunRequest> parseCompare(const QStringList& arguments, const Machine& machine)
{
    Options options(experimentOptions + QStringList{modesOption, repeatOption, saveOption},
                    {jsonFlag, streamFlag});
    RunRequest request;
    std::vector<Mode> modes;
    int repeats = 1;
    return options.parse(arguments)
        .and_then([&] { return options.expectNoPositional(); })
        .and_then([&] { return readExperiment(options); })
        .map([&](Experiment experiment) { request.experiment = std::move(experiment); })
        .and_then([&] { return readModes(options); })
        .map([&](std::vector<Mode> given) { modes = std::move(given); })
        .and_then([&] { return options.readNumber(repeatOption, 1, maxRepeats, repeats); })
        .and_then([&] {
            return checkSize(request.experiment, modes.size() * static_cast<std::size_t>(repeats));
        })
        .map([&] { readOutput(options, request); })
        .and_then([&] { return checkOutput(options, request); })
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
    Options options(experimentOptions +
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
        .and_then(expectAll)
        .and_then([&] {
            return options.readNumber(inProgressOption, 1, limits::maxInProgress, plan.inProgress);
        })
        .and_then(
            [&] { return options.readNumber(splitOption, 1, limits::maxWorkersAsked, plan.split); })
        .and_then([&] { return options.readNumber(coresOption, 1, machine.cores, plan.cores); })
        .and_then([&] { return validate(plan, machine.cores); })
        .map([&] { readOutput(options, request); })
        .and_then([&] { return checkOutput(options, request); })
        .map([&] {
            plan.with = request.experiment.with;
            request.runs.push_back({std::nullopt, plan});
            return request;
        });
}

Result<ObserveRequest> parseObserve(const QStringList& arguments,
                                    const std::vector<std::string>& command)
{
    Options options({jsonFlag, saveOption}, {streamFlag});
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
    Options options({}, {jsonFlag});
    return options.parse(arguments).and_then([&]() -> Result<ShowRequest> {
        if (options.positional().size() != 1)
            return failure("show needs the name of one recording; " +
                           std::to_string(options.positional().size()) + " were given");
        return ShowRequest{options.positional().constFirst(), options.isSet(jsonFlag)};
    });
}

Result<ExportRequest> parseExport(const QStringList& arguments)
{
    Options options({}, {});
    return options.parse(arguments).and_then([&]() -> Result<ExportRequest> {
        if (options.positional().size() != 2)
            return failure("export needs the name of a recording and that of the file to write; " +
                           std::to_string(options.positional().size()) + " were given");
        const QString to = options.positional().constLast();
        const QString ending = to.section(QLatin1Char('.'), -1).toLower();
        if (ending != QLatin1String("csv") && ending != QLatin1String("json"))
            return failure("export cannot write “" + text(to) +
                           "”; expected a name that ends in .csv or .json");
        return ExportRequest{options.positional().constFirst(), to,
                             ending == QLatin1String("csv") ? ExportFormat::Csv
                                                            : ExportFormat::Json};
    });
}

Result<bool> parseInfo(const QStringList& arguments)
{
    Options options({}, {jsonFlag});
    return options.parse(arguments).and_then([&] { return options.expectNoPositional(); }).map([&] {
        return options.isSet(jsonFlag);
    });
}

QString helpText()
{
    return QStringLiteral(
               "coreogram-run: run the same work in different ways and see what the cores really "
               "do\n"
               "\n"
               "  coreogram-run compare [experiment] [--modes LIST] [--repeat N] [--json] [--save "
               "FILE]\n"
               "  coreogram-run run     [experiment] --in-progress N --split N --cores N [--json] "
               "[--save FILE]\n"
               "  coreogram-run observe [--json FILE] [--save FILE] -- COMMAND [ARGUMENT…]\n"
               "  coreogram-run show    FILE.coreogram [--json]\n"
               "  coreogram-run export  FILE.coreogram OUT.(csv|json)\n"
               "  coreogram-run info    [--json]\n"
               "\n"
               "Experiment:\n"
               "  --workload NAME   what each task does: %1 (default compute)\n"
               "  --tasks N         how many tasks, 1 to 10000 (default 4)\n"
               "  --task-ms MS      one core's time for each, 0.01 to 600000 (default 200)\n"
               "  --workers N       W: parts of a split task, and cores asked for, 1 to 256\n"
               "                    (default: the machine's cores)\n"
               "  --with KIND       threads or processes (default threads)\n"
               "\n"
               "  --modes LIST      sequential,concurrent,parallel,both,both-split (default all)\n"
               "  --repeat N        run each so often, in turns, 1 to 1000 (default 1)\n"
               "  --in-progress N   how many tasks may be in progress at once, 1 to 256\n"
               "  --split N         into how many parts each task is split, 1 to 256\n"
               "  --cores N         how many cores the workers may use, up to the machine's\n"
               "  --save FILE       keep the recording; open it with show, or in the window\n"
               "  --json            print the result as JSON; observe writes it to FILE\n"
               "  --stream          write the event stream to standard output, and stop when "
               "standard\n"
               "                    input closes\n"
               "\n"
               "observe runs any program, unchanged, and shows its threads and child processes. "
               "Its own\n"
               "words go to standard error, and its exit status is the program's, or 127 where it "
               "could not\n"
               "be started.\n"
               "\n"
               "Exit status: 0 done; 1 the run or a task failed; 2 the arguments are wrong; 130 "
               "interrupted.\n")
        .arg(QString::fromStdString(workloadNames()));
}
