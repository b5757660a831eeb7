#include "core/model/workloadtraits.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array computeSettings{Setting::Serial, Setting::Sharing};
constexpr std::array appendSettings{Setting::Items, Setting::Serial, Setting::Sharing,
                                    Setting::Memory};
constexpr std::array downloadSettings{Setting::Delay, Setting::Bandwidth, Setting::Timeout,
                                      Setting::Port, Setting::Sharing};
constexpr std::array sleepSettings{Setting::Sharing};
constexpr std::array memorySettings{Setting::Serial, Setting::Sharing, Setting::Memory};
constexpr std::array incrementSettings{Setting::Items, Setting::Protection};
constexpr std::array philosopherSettings{Setting::Order, Setting::Rounds};

constexpr std::array all{
    WorkloadTraits{.name = "compute",
                   .summary = "Computes: each task keeps one core busy and waits for nothing.",
                   .takesLength = true,
                   .canSplit = true,
                   .settings = computeSettings},
    WorkloadTraits{.name = "append",
                   .summary = "Appends random numbers without repetition to a list in memory.",
                   .tasks = 2,
                   .canSplit = true,
                   .settings = appendSettings},
    WorkloadTraits{.name = "download",
                   .summary = "Downloads pictures: each task waits for a server most of the time.",
                   .tasks = 35,
                   .workers = 5,
                   .isQueued = true,
                   .settings = downloadSettings},
    WorkloadTraits{.name = "sleep",
                   .summary = "Sleeps: each task only waits, and needs no core to do so.",
                   .tasks = 10,
                   .takesLength = true,
                   .canSplit = true,
                   .isQueued = true,
                   .settings = sleepSettings},
    WorkloadTraits{.name = "mixed",
                   .summary = "Downloads a picture, then decodes, blurs and encodes it.",
                   .tasks = 14,
                   .workers = 5,
                   .isQueued = true,
                   .settings = downloadSettings},
    WorkloadTraits{.name = "memory",
                   .summary =
                       "Streams through arrays too large for the caches: memory is the limit.",
                   .takesLength = true,
                   .canSplit = true,
                   .settings = memorySettings},
    WorkloadTraits{.name = "tree",
                   .summary = "Walks trees of very different sizes: hard to share out evenly.",
                   .tasks = 16,
                   .takesLength = true,
                   .canSplit = true,
                   .settings = computeSettings},
    WorkloadTraits{.name = "increment",
                   .summary = "Adds one to a shared counter, again and again.",
                   .tasks = 2,
                   .canSplit = true,
                   .settings = incrementSettings},
    WorkloadTraits{.name = "philosophers",
                   .summary = "Takes two locks, each of which a neighbour needs too.",
                   .tasks = 5,
                   .takesLength = true,
                   .settings = philosopherSettings}};

}  // namespace

bool WorkloadTraits::has(Setting setting) const noexcept
{
    return std::ranges::find(settings, setting) != settings.end();
}

std::span<const WorkloadTraits> workloadTraits() noexcept
{
    return all;
}

const WorkloadTraits* workloadTraitsOf(std::string_view name) noexcept
{
    const auto found = std::ranges::find(all, name, &WorkloadTraits::name);
    return found == all.end() ? nullptr : &*found;
}

std::string workloadNames()
{
    std::string names;
    for (const WorkloadTraits& workload : all)
        names += (names.empty() ? "" : ", ") + std::string(workload.name);
    return names;
}
