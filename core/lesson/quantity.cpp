#include "core/lesson/quantity.h"

#include "core/model/findings.h"

#include <algorithm>
#include <array>

namespace lesson {

namespace {

constexpr QuantityTraits time(Quantity quantity, std::string_view name, std::string_view summary)
{
    return {.quantity = quantity, .name = name, .isTime = true, .finding = {}, .summary = summary};
}

constexpr QuantityTraits ratio(Quantity quantity, std::string_view name, std::string_view summary)
{
    return {.quantity = quantity, .name = name, .finding = {}, .summary = summary};
}

constexpr QuantityTraits count(Quantity quantity, std::string_view name, std::string_view summary,
                               std::string_view finding = {})
{
    return {.quantity = quantity,
            .name = name,
            .isExact = true,
            .finding = finding,
            .summary = summary};
}

constexpr QuantityTraits steady(QuantityTraits traits)
{
    traits.isSteady = true;
    return traits;
}

constexpr QuantityTraits foundTime(Quantity quantity, std::string_view name,
                                   std::string_view finding, std::string_view summary)
{
    return {
        .quantity = quantity, .name = name, .isTime = true, .finding = finding, .summary = summary};
}

/// In the order of Quantity.
constexpr std::array all{
    time(Quantity::Wall, "wall", "from the start of the run to the stop of its last task"),
    time(Quantity::User, "user", "CPU time of the workers in their own code"),
    time(Quantity::Sys, "sys", "CPU time of the workers in the kernel"),
    time(Quantity::Cpu, "cpu", "user and sys together"),
    ratio(Quantity::CpuShare, "cpu-share", "cpu ÷ wall; 1 is one core all the time"),
    ratio(Quantity::Speedup, "speedup",
          "wall of the experiment's sequential run, or of one worker in a study, ÷ wall"),
    ratio(Quantity::ConcurrencyShare, "concurrency-share",
          "time with two or more tasks in progress ÷ wall"),
    ratio(Quantity::ParallelismShare, "parallelism-share",
          "time with two or more workers running ÷ time with one or more"),
    ratio(Quantity::InProgress, "in-progress", "tasks in progress, on average over the run"),
    ratio(Quantity::Running, "running", "workers running, on average over the time with any"),
    count(Quantity::MostInProgress, "most-in-progress", "most tasks in progress at once"),
    count(Quantity::MostRunning, "most-running", "most workers running at once"),
    time(Quantity::Slice, "slice", "half of the time on cores is in slices at least this long"),
    time(Quantity::LongestTask, "longest-task",
         "from start to stop, of the task that took longest"),
    time(Quantity::AllTasks, "all-tasks", "from start to stop, of all tasks added up"),
    steady(count(Quantity::Tasks, "tasks", "how many tasks there were")),
    count(Quantity::TasksDone, "tasks-done", "how many of them are done"),
    count(Quantity::TasksFailed, "tasks-failed", "how many of them failed"),
    count(Quantity::Workers, "workers", "how many workers executed tasks"),
    time(Quantity::StartUp, "start-up", "to create all workers, before the run starts"),
    count(Quantity::Count, "count", "what a shared counter came to", finding::count),
    steady(count(Quantity::ExpectedCount, "expected-count", "what it should have come to",
                 finding::count)),
    steady(count(Quantity::ItemsInWorkers, "items-in-workers",
                 "items appended, in all workers together", finding::itemsInWorkers)),
    steady(count(Quantity::ItemsInParent, "items-in-parent", "of these, items that the parent sees",
                 finding::itemsInParent)),
    count(Quantity::Pictures, "pictures", "pictures that landed", finding::pictures),
    count(Quantity::Deadlocks, "deadlocks",
          "deadlocks that were found; a run that ended in one counts too", finding::deadlocks),
    foundTime(Quantity::HandOver, "hand-over", finding::handOver,
              "to hand the global lock over on request"),
    foundTime(Quantity::WorkerStart, "worker-start", finding::workerStart, "to create one worker"),
    QuantityTraits{.quantity = Quantity::ResidentBytes,
                   .name = "resident-bytes",
                   .finding = finding::residentBytes,
                   .summary = "memory of the workers' processes at the end"},
    QuantityTraits{.quantity = Quantity::SerialFraction,
                   .name = "serial-fraction",
                   .subject = Subject::Study,
                   .finding = {},
                   .summary = "of a study: the part that one worker alone must do, 0 to 1"},
    QuantityTraits{.quantity = Quantity::Knee,
                   .name = "knee",
                   .subject = Subject::Study,
                   .isExact = true,
                   .finding = {},
                   .summary = "of a study: the number of workers from which more bring nothing"},
    QuantityTraits{.quantity = Quantity::Cores,
                   .name = "cores",
                   .subject = Subject::Machine,
                   .isExact = true,
                   .isSteady = true,
                   .finding = {},
                   .summary = "cores of this machine; stands alone, without a run"}};

}  // namespace

std::span<const QuantityTraits> quantityTraits() noexcept
{
    return all;
}

const QuantityTraits& traitsOf(Quantity quantity) noexcept
{
    return all[static_cast<std::size_t>(quantity)];
}

std::optional<Quantity> quantityNamed(std::string_view name) noexcept
{
    const auto found = std::ranges::find(all, name, &QuantityTraits::name);
    return found == all.end() ? std::nullopt : std::optional(found->quantity);
}

std::vector<std::string_view> quantityNames()
{
    std::vector<std::string_view> names;
    std::ranges::transform(all, std::back_inserter(names), &QuantityTraits::name);
    return names;
}

}  // namespace lesson
