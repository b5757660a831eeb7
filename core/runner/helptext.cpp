#include "core/model/workloadtraits.h"
#include "core/runner/options.h"

namespace {

/// "download, mixed": the workloads that take `setting`.
std::string takersOf(Setting setting)
{
    std::string names;
    for (const WorkloadTraits& workload : workloadTraits()) {
        if (workload.has(setting))
            names += (names.empty() ? "" : ", ") + std::string(workload.name);
    }
    return names;
}

/// A paragraph for each setting, from the table.
QString settingsText()
{
    std::string text;
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const SettingTraits& traits = traitsOf(setting);
        const std::string value = traits.choices.empty() ? "N" : "CHOICE";
        const std::string expected = traits.choices.empty() ? std::to_string(traits.low) + " to " +
                                                                  std::to_string(traits.high)
                                                            : expectedOf(setting);
        text += "  --" + std::string(traits.name) + " " + value + "\n      " +
                std::string(traits.summary) + "\n      " + expected + " (default " +
                textOf(setting, traits.initial) + "); " + takersOf(setting) + "\n";
    }
    return QString::fromStdString(text);
}

/// A line for each workload, from the table.
QString workloadsText()
{
    std::string text;
    for (const WorkloadTraits& workload : workloadTraits())
        text += "  " + std::string(workload.name) + std::string(14 - workload.name.size(), ' ') +
                std::string(workload.summary) + "\n";
    return QString::fromStdString(text);
}

/// "json|fxt|csv"
QString exportEndingsText()
{
    QStringList endings;
    for (const ExportTraits& traits : exportTraits)
        endings << endingOf(traits.format);
    return endings.join(u'|');
}

/// A line for each format that a recording can be exported as, from the table.
QString exportsText()
{
    std::string text;
    for (const ExportTraits& traits : exportTraits)
        text += "  ." + std::string(traits.ending) + std::string(13 - traits.ending.size(), ' ') +
                std::string(traits.summary) + "\n";
    return QString::fromStdString(text);
}

}  // namespace

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
               "  coreogram-run study   [experiment] [--max-workers N] [--repeat N] [--json] "
               "[--csv "
               "FILE] [--save FILE]\n"
               "  coreogram-run observe [--json FILE] [--save FILE] -- COMMAND [ARGUMENT…]\n"
               "  coreogram-run lesson  list | check [NAME…] | run NAME EXPERIMENT [--folder "
               "FOLDER] [--json]\n"
               "  coreogram-run show    FILE.coreogram [--json]\n"
               "  coreogram-run export  FILE.coreogram OUT.(%3)\n"
               "  coreogram-run info    [--json]\n"
               "\n"
               "Experiment:\n"
               "  --workload NAME   what each task does, see below (default compute)\n"
               "  --tasks N         how many tasks, 1 to 10000 (default: the workload's own "
               "number)\n"
               "  --task-ms MS      how long each takes on one core, 0.01 to 600000 (default 200)\n"
               "  --workers N       W: parts of a split task, and cores asked for; of downloads "
               "and\n"
               "                    sleeping tasks, how many are in progress; 1 to 256 (default: "
               "the\n"
               "                    workload's own number, or the machine's cores)\n"
               "  --with KIND       threads, processes, global-lock (threads under one lock, a "
               "model\n"
               "                    of CPython's) or event-loop (one thread) (default threads)\n"
               "  --urls FILE       download these addresses, http or https, one a line, each a "
               "task\n"
               "  --pictures FOLDER keep what is downloaded there\n"
               "\n"
               "  --modes LIST      sequential,concurrent,parallel,both,both-split (default all)\n"
               "  --repeat N        run each so often, in turns, 1 to 1000 (default 1; 5 of a "
               "study)\n"
               "  --max-workers N   study 1 to so many workers, 2 to 256 (default: twice the "
               "cores)\n"
               "  --csv FILE        keep the table of a study\n"
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
               "study runs the work with 1, 2, … workers, each repeated in turns, and tells how it "
               "scales;\n"
               "--with takes a list of kinds there, and --workers means nothing.\n"
               "\n"
               "lesson list names the lessons. lesson check runs the experiments of all of them, "
               "or of "
               "those named,\n"
               "and tells of each claim whether it holds on this machine; a NAME that ends in .md "
               "is a "
               "file. What\n"
               "programs of lessons print is left out; of one that fails, the last lines are on "
               "standard error.\n"
               "lesson run runs one experiment of one lesson. --python PROGRAM names the "
               "interpreter for\n"
               "programs of lessons.\n"
               "\n"
               "Workloads:\n"
               "%1"
               "\n"
               "Settings, each for some of them:\n"
               "%2"
               "\n"
               "Exports, by the ending of the name of the file to write:\n"
               "%4"
               "\n"
               "Exit status: 0 done; 1 the run or a task failed; 2 the arguments are wrong; 3 a "
               "claim\n"
               "of a lesson does not hold; 130 interrupted.\n")
        .arg(workloadsText(), settingsText(), exportEndingsText(), exportsText());
}
