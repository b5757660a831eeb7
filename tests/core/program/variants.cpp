#include "variants.h"

#include "core/model/workloadtraits.h"

#include <set>

namespace {

constexpr int tasks = 4;

Experiment smallExperiment(std::string_view workload)
{
    Experiment experiment;
    experiment.workload = workload;
    experiment.tasks = tasks;
    experiment.taskLength = std::chrono::milliseconds(5);
    experiment.settings[Setting::Items] = 2'000;
    experiment.settings[Setting::Delay] = 2;
    experiment.settings[Setting::Bandwidth] = 100'000;
    experiment.settings[Setting::Rounds] = 3;
    experiment.settings[Setting::Memory] = 16;
    return experiment;
}

/// How tasks are shared out is the same code for all workloads, but for where a task is an address.
bool triesSharing(std::string_view workload)
{
    return workload == "compute" || workload == "download";
}

/// The experiment with each other value of each setting that chooses how it is done.
std::vector<Experiment> choicesOf(std::string_view workload)
{
    const WorkloadTraits& traits = *workloadTraitsOf(workload);
    std::vector<Experiment> experiments{smallExperiment(workload)};
    const auto add = [&](Setting setting, std::int64_t value) {
        experiments.push_back(smallExperiment(workload));
        experiments.back().settings[setting] = value;
    };
    if (traits.has(Setting::Serial))
        add(Setting::Serial, 30);
    for (const Setting setting : {Setting::Sharing, Setting::Protection, Setting::Order}) {
        if (!traits.has(setting) || (setting == Setting::Sharing && !triesSharing(workload)))
            continue;
        for (std::int64_t value = 0; value <= traitsOf(setting).high; ++value)
            add(setting, value);
    }
    return experiments;
}

/// Plans of every shape.
std::vector<Plan> plansOf(const Experiment& experiment)
{
    const bool canSplit = workloadTraitsOf(experiment.workload)->canSplit;
    std::vector<Plan> plans;
    for (const WorkerKind kind : allWorkerKinds) {
        plans.push_back({1, 1, 1, kind});
        plans.push_back({tasks, 1, 2, kind});
        if (!canSplit)
            continue;
        plans.push_back({1, 2, 2, kind});
        plans.push_back({3, 2, 2, kind});
    }
    return plans;
}

/// Plans in which each kind of worker does all that it can: for what other settings choose.
std::vector<Plan> richPlansOf(const Experiment& experiment)
{
    const bool canSplit = workloadTraitsOf(experiment.workload)->canSplit;
    std::vector<Plan> plans{{tasks, 1, 2, WorkerKind::Threads}};
    for (const WorkerKind kind : allWorkerKinds)
        plans.push_back(canSplit ? Plan{3, 2, 2, kind} : Plan{tasks, 1, 2, kind});
    return plans;
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString nameOf(const Experiment& experiment, const Plan& plan)
{
    QString name = QStringLiteral("%1 %2/%3/%4 %5")
                       .arg(text(experiment.workload))
                       .arg(plan.inProgress)
                       .arg(plan.split)
                       .arg(plan.cores)
                       .arg(text(nameOf(plan.with)));
    for (const Setting setting : workloadTraitsOf(experiment.workload)->settings) {
        const std::int64_t value = experiment.settings[setting];
        if (value != traitsOf(setting).initial)
            name += QStringLiteral(" %1=%2").arg(text(traitsOf(setting).name),
                                                 QString::fromStdString(textOf(setting, value)));
    }
    return experiment.urls.empty() ? name : name + QStringLiteral(" urls");
}

}  // namespace

std::vector<Variant> variantsIn(Language language, const std::string& urls)
{
    std::vector<Experiment> experiments;
    for (const WorkloadTraits& traits : workloadTraits()) {
        const std::vector<Experiment> choices = choicesOf(traits.name);
        experiments.insert(experiments.end(), choices.begin(), choices.end());
    }
    experiments.push_back(smallExperiment("download"));
    experiments.back().urls = urls;

    std::vector<Variant> variants;
    std::set<std::string> texts;
    for (const Experiment& experiment : experiments) {
        const bool isFirst = experiment == smallExperiment(experiment.workload);
        for (const Plan& plan : isFirst ? plansOf(experiment) : richPlansOf(experiment)) {
            std::string program = programFor(experiment, plan, language);
            if (texts.insert(program).second)
                variants.push_back(
                    {nameOf(experiment, plan), experiment, plan, std::move(program)});
        }
    }
    return variants;
}
