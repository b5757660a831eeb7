#include "core/lesson/lesson.h"

namespace lesson {

namespace {

/// What a study sweeps to unless the lesson says: as on the command line, twice the cores.
int mostWorkers(const StudyOf& study, int machineCores)
{
    return study.maxWorkers > 0 ? study.maxWorkers : 2 * machineCores;
}

template <typename Wanted>
const Wanted* named(const Lesson& lesson, std::string_view name)
{
    const Wanted* found = nullptr;
    forEach<Wanted>(lesson, [&](const Wanted& block) {
        if (!found && block.name == name)
            found = &block;
    });
    return found;
}

/// The run that an experiment has alone; empty where it has several.
std::string onlyRunOf(const Experiment& experiment)
{
    if (const auto* const runs = std::get_if<std::vector<Run>>(&experiment.how))
        return runs->size() == 1 ? runs->front().name : std::string();
    return std::holds_alternative<ObservedProgram>(experiment.how) ? "program" : std::string();
}

}  // namespace

const Experiment* experimentNamed(const Lesson& lesson, std::string_view name)
{
    return named<Experiment>(lesson, name);
}

const Check* checkNamed(const Lesson& lesson, std::string_view name)
{
    return named<Check>(lesson, name);
}

RunReference resolve(const Lesson& lesson, std::string_view of)
{
    const auto dot = of.find('.');
    const Experiment* const experiment = experimentNamed(lesson, of.substr(0, dot));
    if (dot != std::string_view::npos)
        return {experiment, std::string(of.substr(dot + 1))};
    return {experiment, experiment ? onlyRunOf(*experiment) : std::string()};
}

std::vector<std::string> runNames(const Experiment& experiment, int machineCores)
{
    std::vector<std::string> names;
    if (const auto* const runs = std::get_if<std::vector<Run>>(&experiment.how)) {
        for (const Run& run : *runs)
            names.push_back(run.name);
    } else if (const auto* const study = std::get_if<StudyOf>(&experiment.how)) {
        for (const WorkerKind kind : study->kinds) {
            for (int workers = 1; workers <= mostWorkers(*study, machineCores); ++workers)
                names.push_back(std::string(nameOf(kind)) + "-" + std::to_string(workers));
        }
    } else {
        names.emplace_back("program");
    }
    return names;
}

}  // namespace lesson
