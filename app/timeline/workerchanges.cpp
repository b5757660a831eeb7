#include "app/timeline/workerchanges.h"

#include <algorithm>
#include <tuple>

namespace {

/// A stretch of a part on one worker.
struct Stretch {
    PartId part{};
    Nanoseconds start{};
    WorkerId worker = WorkerId::None;
};

std::vector<Stretch> stretchesOf(const RowSource& source, std::size_t task)
{
    std::vector<Stretch> stretches;
    for (const PartRef ref : source.model.partsOf(task)) {
        const Worker& worker = source.recording.workers[ref.worker];
        const PartRun& run = worker.parts[ref.part];
        stretches.push_back({run.part, run.start, worker.id});
    }
    std::ranges::sort(stretches, {}, [](const Stretch& stretch) {
        return std::tuple(stretch.part, stretch.start, stretch.worker);
    });
    return stretches;
}

}  // namespace

std::vector<WorkerChange> workerChangesOf(const RowSource& source, std::size_t task,
                                          const Columns& columns)
{
    std::vector<WorkerChange> changes;
    if (source.recording.tasks[task].workers.size() < 2)
        return changes;
    const std::vector<Stretch> stretches = stretchesOf(source, task);
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const Stretch& now = stretches[i];
        const bool isChange =
            now.part == stretches[i - 1].part && now.worker != stretches[i - 1].worker;
        if (isChange && columns.visible().contains(now.start))
            changes.push_back({columns.positionOf(now.start), now.part, now.worker});
    }
    return changes;
}
