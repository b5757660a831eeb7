#include "app/lab/experimentneeds.h"

#include "core/fetch/urllist.h"

#include <algorithm>

namespace {

bool describesServer(Setting setting)
{
    return setting == Setting::Delay || setting == Setting::Bandwidth || setting == Setting::Port;
}

}  // namespace

const WorkloadTraits& traitsOf(const Experiment& experiment) noexcept
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    return traits ? *traits : workloadTraits().front();
}

bool takesAddresses(const Experiment& experiment) noexcept
{
    return traitsOf(experiment).has(Setting::Timeout);  // as the runner tells it
}

std::vector<Setting> settingsOf(const Experiment& experiment)
{
    const auto all = traitsOf(experiment).settings;
    std::vector<Setting> settings(all.begin(), all.end());
    if (!experiment.urls.empty())
        std::erase_if(settings, describesServer);
    return settings;
}

Experiment withWorkload(Experiment experiment, const std::string& name)
{
    experiment.workload = name;
    experiment.tasks = traitsOf(experiment).tasks;
    experiment.workers = 0;
    return withAddresses(experiment, takesAddresses(experiment) ? experiment.urls : std::string());
}

Experiment withAddresses(Experiment experiment, const std::string& path)
{
    if (path.empty() && !experiment.urls.empty())
        experiment.tasks = traitsOf(experiment).tasks;
    experiment.urls = path;
    if (path.empty())
        return experiment;
    if (const auto addresses = readUrlList(path))
        experiment.tasks = static_cast<int>(addresses->size());
    return experiment;
}

QString addressProblemOf(const Experiment& experiment)
{
    if (experiment.urls.empty())
        return {};
    const auto addresses = readUrlList(experiment.urls);
    return addresses ? QString() : QString::fromStdString(addresses.error().message);
}
