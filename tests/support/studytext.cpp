#include "tests/support/studytext.h"

#include "core/analysis/sweep.h"

#include <QtGlobal>

#include <cmath>
#include <sstream>
#include <string>

namespace {

constexpr int cores = 2;

Recording doneRun(const Experiment& experiment, int workers, double milliseconds)
{
    const Nanoseconds wall(std::llround(milliseconds * 1e6));
    Recording run;
    run.start.experiment = experiment;
    run.start.plan = planWith(experiment, workers, cores);
    run.tasks.push_back({.id = TaskId{1},
                         .start = Nanoseconds{},
                         .stop = wall,
                         .workers = {},
                         .outcome = Outcome::Done,
                         .error = {},
                         .suspensions = {}});
    run.knownUntil = wall;
    run.summary.end = RunEnd::Done;
    run.summary.userTime = wall;
    run.summary.busyTime = wall;
    return run;
}

void addRuns(const std::string& line, Experiment experiment, std::vector<Recording>& runs)
{
    std::istringstream words(line);
    std::string kind;
    int workers = 0;
    char colon = 0;
    if (!(words >> kind))
        return;
    const auto with = workerKindNamed(kind);
    if (!with || !(words >> workers >> colon) || colon != ':')
        qFatal("“%s” is no line of a study", line.c_str());
    experiment.with = *with;
    for (double wall = 0; words >> wall;)
        runs.push_back(doneRun(experiment, workers, wall));
}

}  // namespace

Comparison studiedFrom(std::string_view text, const Experiment& experiment)
{
    Comparison comparison;
    comparison.machine = {.cores = cores, .physicalCores = 1, .model = "Example 3000"};
    comparison.isComplete = true;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line, ';');)
        addRuns(line, experiment, comparison.runs);
    return comparison;
}
