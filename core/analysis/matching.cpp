#include "core/analysis/matching.h"

#include <array>
#include <string_view>

namespace {

/// What a program is called, wherever it lies.
std::string_view programOf(const RunStart& start)
{
    const std::string_view path = start.command.front();
    return path.substr(path.find_last_of('/') + 1);
}

Likeness likenessOfPrograms(const RunStart& a, const RunStart& b)
{
    if (a.command == b.command)
        return Likeness::SameWork;
    return programOf(a) == programOf(b) ? Likeness::SamePlan : Likeness::None;
}

/// The experiment without what changes nothing in it; the plan says how many workers there are,
/// and of which kind.
Experiment essenceOf(Experiment experiment)
{
    experiment.urls.clear();
    experiment.pictures.clear();
    experiment.workers = 0;
    experiment.with = WorkerKind::Threads;
    return experiment;
}

/// How good a match must be, best first.
struct Demand {
    Likeness likeness = Likeness::SameWork;
    bool sameMode = true;
};

constexpr std::array demands{Demand{Likeness::SameWork, true}, Demand{Likeness::SameWork, false},
                             Demand{Likeness::SamePlan, true}, Demand{Likeness::SamePlan, false}};

bool isMet(const Demand& demand, const RunStart& a, const RunStart& b)
{
    return (!demand.sameMode || a.mode == b.mode) && likenessOf(a, b) >= demand.likeness;
}

}  // namespace

Likeness likenessOf(const RunStart& a, const RunStart& b)
{
    if (a.isObserved() != b.isObserved())
        return Likeness::None;
    if (a.isObserved())
        return likenessOfPrograms(a, b);
    if (a.plan != b.plan || a.experiment.workload != b.experiment.workload)
        return Likeness::None;
    return essenceOf(a.experiment) == essenceOf(b.experiment) ? Likeness::SameWork
                                                              : Likeness::SamePlan;
}

std::vector<std::optional<RunMatch>> matchRuns(const std::vector<Recording>& runs,
                                               const std::vector<Recording>& others)
{
    std::vector<std::optional<RunMatch>> matches(runs.size());
    std::vector<bool> isTaken(others.size());
    const auto matchOne = [&](std::size_t run, const Demand& demand) {
        for (std::size_t other = 0; other < others.size(); ++other) {
            if (isTaken[other] || !isMet(demand, runs[run].start, others[other].start))
                continue;
            matches[run] = {other, likenessOf(runs[run].start, others[other].start)};
            isTaken[other] = true;
            return;
        }
    };
    for (const Demand& demand : demands) {
        for (std::size_t run = 0; run < runs.size(); ++run) {
            if (!matches[run])
                matchOne(run, demand);
        }
    }
    return matches;
}
