#include "core/program/summary.h"

#include "core/model/workloadtraits.h"
#include "core/program/template.h"

namespace {

std::string meansOf(const Plan& plan, const Filling& filling)
{
    if (filling.has("loop"))
        return "\nOne thread with an event loop does it all.";
    if (filling.has("plain") && !filling.has("split"))
        return "";
    const std::string kind = filling.has("processes") ? " processes" : " threads";
    return "\n" + std::to_string(plan.workers()) + kind + " do the work.";
}

std::string sharingOf(const Filling& filling)
{
    if (filling.has("static"))
        return " Each has its share of the tasks from the start.";
    if (filling.has("stealing"))
        return " Who has done its share takes half of what another has.";
    return "";
}

/// Why it may not be as fast as it seems.
std::string lockOf(const Filling& filling, bool isPython)
{
    if (filling.has("gil"))
        return "\nThreads hold one lock to compute: a model of CPython's interpreter lock.";
    if (isPython && filling.has("threads") && (filling.has("queue") || filling.has("split")))
        return "\nCPython's threads hold one lock to compute, and release it to wait.";
    return "";
}

}  // namespace

std::string summaryOf(const Experiment& experiment, const Plan& plan, const Filling& filling)
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    std::string text(traits ? traits->summary : "");
    text += filling.has("plain")
                ? "\n\nOne task after another"
                : "\n\nUp to " + std::to_string(plan.inProgress) + " tasks in progress at once";
    if (filling.has("split"))
        text += ", each split into " + std::to_string(plan.split) + " parts";
    return text + "." + meansOf(plan, filling) + sharingOf(filling) +
           lockOf(filling, filling.has("python"));
}
