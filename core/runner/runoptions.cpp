#include "core/runner/runoptions.h"

#include "core/fetch/urllist.h"
#include "core/model/limits.h"
#include "core/runner/optionreader.h"

Result<void> readAddresses(RunRequest& request)
{
    if (request.experiment.urls.empty())
        return {};
    auto addresses = readUrlList(request.experiment.urls);
    if (!addresses)
        return tl::unexpected(addresses.error());
    request.addresses = std::move(*addresses);
    request.experiment.tasks = static_cast<int>(request.addresses.size());
    return {};
}

Result<void> checkSize(const Experiment& experiment, std::size_t runs)
{
    const auto tasks = runs * static_cast<std::size_t>(experiment.tasks);
    if (tasks <= static_cast<std::size_t>(limits::maxTasksOfAllRuns))
        return {};
    return failure("--repeat and --tasks ask for " + std::to_string(tasks) +
                   " tasks in all runs together; expected " +
                   std::to_string(limits::maxTasksOfAllRuns) + " at most");
}

Result<void> readOutput(const OptionReader& options, RunRequest& request)
{
    request.asJson = options.isSet(jsonFlag);
    request.asStream = options.isSet(streamFlag);
    request.savePath = options.value(saveOption);
    if (options.isSet(saveOption) && request.savePath.isEmpty())
        return failure("--save needs the name of a file");
    if (request.asJson && request.asStream)
        return failure("--json and --stream both write to standard output; expected one of them");
    return {};
}
