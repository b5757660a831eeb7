#include "core/lesson/experimentreader.h"

#include "core/model/limits.h"
#include "core/model/workloadtraits.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace lesson {

namespace {

std::vector<std::string_view> modeNames(const std::vector<Mode>& modes)
{
    std::vector<std::string_view> names;
    std::ranges::transform(modes, std::back_inserter(names),
                           [](Mode mode) { return nameOf(mode); });
    return names;
}

std::vector<std::string_view> kindNames()
{
    std::vector<std::string_view> names;
    for (const WorkerKind kind : allWorkerKinds)
        names.push_back(nameOf(kind));
    return names;
}

std::vector<std::string_view> workloadNameList()
{
    std::vector<std::string_view> names;
    for (const WorkloadTraits& workload : workloadTraits())
        names.push_back(workload.name);
    return names;
}

const WorkloadTraits& readWorkload(Fields& fields, ::Experiment& work, Need need)
{
    const auto place = fields.choice("workload", workloadNameList(), need);
    const WorkloadTraits& workload = workloadTraits()[place.value_or(0)];
    work.workload = workload.name;
    work.tasks = workload.tasks;
    return workload;
}

/// A key that the workload has no use for stays unknown, and is named with those that it has.
void readLength(Fields& fields, const WorkloadTraits& workload, ::Experiment& work)
{
    if (!workload.takesLength)
        return;
    const Range range{toMilliseconds(::limits::minTaskLength),
                      toMilliseconds(::limits::maxTaskLength)};
    if (const auto length = fields.number("task-ms", range))
        work.taskLength = Nanoseconds(std::llround(*length * 1e6));
}

void readSettings(Fields& fields, const WorkloadTraits& workload, ::Experiment& work)
{
    for (const Setting setting : workload.settings) {
        const YamlValue* const given = fields.value(traitsOf(setting).name);
        if (!given)
            continue;
        const auto value =
            given->kind == YamlValue::Kind::Text ? valueOf(setting, given->text) : failure({});
        if (value)
            work.settings[setting] = *value;
        else
            fields.problem(given->place,
                           std::string(traitsOf(setting).name) + ": " + wordsOf(*given),
                           expectedOf(setting));
    }
}

std::optional<WorkerKind> readKind(Fields& fields)
{
    const auto place = fields.choice("with", kindNames());
    return place ? std::optional(allWorkerKinds[*place]) : std::nullopt;
}

void readWork(Fields& fields, ::Experiment& work, Need need)
{
    const WorkloadTraits& workload = readWorkload(fields, work, need);
    work.tasks = fields.whole("tasks", 1, ::limits::maxTasks).value_or(work.tasks);
    readLength(fields, workload, work);
    work.workers = fields.whole("workers", 1, ::limits::maxWorkersAsked).value_or(0);
    work.with = readKind(fields).value_or(WorkerKind::Threads);
    readSettings(fields, workload, work);
}

/// "sequential"
Run namedRun(const YamlValue& value, const ::Experiment& work, Problems& problems)
{
    const std::vector<Mode> modes = modesOf(work);
    const auto mode = modeNamed(value.text);
    if (!mode || std::ranges::find(modes, *mode) == modes.end())
        problems.push_back({value.place,
                            "the run " + inQuotes(value.text) + " of the workload " + work.workload,
                            expectedInstead(value.text, modeNames(modes))});
    return {value.text, mode.value_or(Mode::Sequential), {}, value.place};
}

/// Three numbers and a kind. The machine's cores are not known to a file: they are checked when it
/// is run.
Plan readPlan(Fields& fields, const ::Experiment& work)
{
    const bool canSplit = modesOf(work).size() > 3;
    Plan plan;
    plan.inProgress = fields.whole("in-progress", 1, ::limits::maxInProgress).value_or(1);
    plan.split = fields.whole("parts", 1, canSplit ? ::limits::maxWorkersAsked : 1).value_or(1);
    plan.cores = fields.whole("cores", 1, ::limits::maxWorkersAsked).value_or(1);
    plan.with = readKind(fields).value_or(work.with);
    if (plan.partsInProgress() > ::limits::maxWorkers)
        fields.problem(fields.place(),
                       std::to_string(plan.partsInProgress()) + " workers (in-progress × parts)",
                       std::to_string(::limits::maxWorkers) + " at most");
    return plan;
}

/// "{mode: …}" or "{name: …, in-progress: …, parts: …, cores: …, with: …}"
Run describedRun(const YamlValue& value, const ::Experiment& work, Problems& problems)
{
    Fields fields(value, "a run", problems);
    Run run;
    run.place = value.place;
    if (const YamlValue* const mode = fields.value("mode")) {
        run = namedRun(*mode, work, problems);
        if (std::string name = fields.name("name"); !name.empty())
            run.name = std::move(name);
    } else {
        run.name = fields.name("name", Need::Required);
        run.plan = readPlan(fields, work);
    }
    fields.finish();
    return run;
}

std::vector<Run> readRuns(Fields& fields, const ::Experiment& work)
{
    const YamlValue* const given = fields.value("runs");
    if (!given)
        return {{"sequential", Mode::Sequential, {}, fields.place()}};
    std::vector<Run> runs;
    const bool isList = given->kind == YamlValue::Kind::List;
    if (isList && (given->items.empty() || given->items.size() > limits::maxRuns))
        fields.problem(given->place, std::to_string(given->items.size()) + " runs",
                       "1 to " + std::to_string(limits::maxRuns));
    std::set<std::string> names;
    const auto take = [&](const YamlValue& item) {
        if (runs.size() == limits::maxRuns)
            return;
        runs.push_back(item.kind == YamlValue::Kind::Text
                           ? namedRun(item, work, fields.problems())
                           : describedRun(item, work, fields.problems()));
        if (!names.insert(runs.back().name).second)
            fields.problem(item.place, "the run " + inQuotes(runs.back().name) + " again",
                           "a name of its own for each run");
    };
    if (isList)
        std::ranges::for_each(given->items, take);
    else
        take(*given);
    return runs;
}

StudyOf readStudy(const YamlValue& value, const ::Experiment& work, Problems& problems)
{
    Fields fields(value, "study", problems);
    StudyOf study;
    study.maxWorkers = fields.whole("max-workers", 2, ::limits::maxInProgress).value_or(0);
    if (const YamlValue* const kinds = fields.value("with")) {
        for (const YamlValue* const kind : textsOf(*kinds, "with", problems)) {
            const auto known = workerKindNamed(kind->text);
            if (known && std::ranges::find(study.kinds, *known) == study.kinds.end())
                study.kinds.push_back(*known);
            else
                problems.push_back({kind->place, "with: " + inQuotes(kind->text),
                                    expectedInstead(kind->text, kindNames()) + ", each once"});
        }
    }
    if (study.kinds.empty())
        study.kinds.push_back(work.with);
    fields.finish();
    return study;
}

ObservedProgram readProgram(const YamlValue& value, Problems& problems)
{
    Fields fields(value, "program", problems);
    ObservedProgram program{fields.path("file", Need::Required), fields.texts("arguments")};
    fields.finish();
    return program;
}

std::size_t runsOf(const Experiment& experiment)
{
    if (const auto* const study = std::get_if<StudyOf>(&experiment.how)) {
        const int most = study->maxWorkers > 0 ? study->maxWorkers : ::limits::maxInProgress;
        return study->kinds.size() * static_cast<std::size_t>(most);
    }
    return std::get<std::vector<Run>>(experiment.how).size();
}

/// All recordings of an experiment are in memory together.
void checkSize(Fields& fields, const Experiment& experiment)
{
    const std::size_t tasks = runsOf(experiment) * static_cast<std::size_t>(experiment.repeats) *
                              static_cast<std::size_t>(experiment.work.tasks);
    if (tasks > ::limits::maxTasksOfAllRuns)
        fields.problem(fields.place(), std::to_string(tasks) + " tasks in all runs together",
                       std::to_string(::limits::maxTasksOfAllRuns) + " at most");
}

}  // namespace

Experiment readExperiment(Fields& fields)
{
    Experiment experiment;
    experiment.place = fields.place();
    experiment.name = fields.name("name", Need::Required);
    experiment.title = fields.text("title");
    experiment.repeats = fields.whole("repeat", 1, limits::maxRepeats).value_or(5);
    experiment.recording = fields.path("recording");
    if (const YamlValue* const program = fields.value("program")) {
        experiment.how = readProgram(*program, fields.problems());
        fields.finish();
        return experiment;
    }
    readWork(fields, experiment.work, Need::Required);
    if (const YamlValue* const study = fields.value("study"))
        experiment.how = readStudy(*study, experiment.work, fields.problems());
    else
        experiment.how = readRuns(fields, experiment.work);
    checkSize(fields, experiment);
    fields.finish();
    return experiment;
}

Needs readNeeds(const YamlValue* value, Problems& problems)
{
    Needs needs;
    if (!value)
        return needs;
    Fields fields(*value, "needs", problems);
    needs.cores = fields.whole("cores", 1, ::limits::maxWorkersAsked).value_or(1);
    needs.binding = fields.flag("binding", false);
    needs.exactEvidence = fields.flag("exact-evidence", false);
    needs.python = fields.flag("python", false);
    static constexpr std::array<std::string_view, 2> kinds{"free-threaded", "interpreter-lock"};
    if (const auto kind = fields.choice("interpreter", kinds)) {
        needs.python = true;
        needs.interpreterLock = *kind == 1;
    }
    fields.finish();
    return needs;
}

}  // namespace lesson
