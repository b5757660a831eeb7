#include "app/lessons/lessonlinks.h"

#include "app/lessons/runwords.h"
#include "core/lesson/references.h"

#include <algorithm>
#include <charconv>

namespace {

std::optional<std::size_t> numberIn(const std::string& text)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() && value > 0;
    return isNumber ? std::optional(value - 1) : std::nullopt;
}

}  // namespace

Comparison shownRuns(const lesson::Experiment& experiment, const Comparison& all)
{
    Comparison shown = all;
    const auto count = static_cast<std::size_t>(shownRunCount(experiment, all.machine));
    if (shown.runs.size() > count)
        shown.runs.resize(count);
    shown.names = namesOfRuns(experiment, all.machine);
    return shown;
}

int shownRunCount(const lesson::Experiment& experiment, const Machine& machine)
{
    if (std::holds_alternative<lesson::ObservedProgram>(experiment.how))
        return 1;
    return static_cast<int>(lesson::plannedRuns(experiment, machine).size());
}

std::vector<std::size_t> runsInSight(const lesson::Experiment& experiment,
                                     const lesson::Lesson& lesson, const Machine& machine)
{
    const auto planned = lesson::plannedRuns(experiment, machine);
    const bool isStudy = std::holds_alternative<lesson::StudyOf>(experiment.how);
    const auto spokenOf = lesson::runsSpokenOf(lesson, experiment);
    const bool areAll = !isStudy || spokenOf.empty();
    std::vector<std::size_t> runs{0};
    for (std::size_t run = 1; run < planned.size(); ++run) {
        if (areAll || spokenOf.contains(planned[run].name))
            runs.push_back(run);
    }
    return runs;
}

std::optional<LinkTarget> targetOf(const lesson::TimelineLink& link, const lesson::Lesson& lesson,
                                   const lesson::Experiment* usual, const Machine& machine)
{
    const auto number = numberIn(link.run);
    if (link.run.empty() || number)
        return usual ? std::optional(LinkTarget{usual, number.value_or(0)}) : std::nullopt;
    const lesson::RunReference named = lesson::resolve(lesson, link.run);
    if (!named.experiment)
        return std::nullopt;
    if (std::holds_alternative<lesson::ObservedProgram>(named.experiment->how))
        return LinkTarget{named.experiment, 0};
    const auto planned = lesson::plannedRuns(*named.experiment, machine);
    const auto found = std::ranges::find(planned, named.run, &lesson::PlannedRun::name);
    if (found == planned.end())
        return std::nullopt;
    return LinkTarget{named.experiment, static_cast<std::size_t>(found - planned.begin())};
}
