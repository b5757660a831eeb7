#pragma once

#include "app/timeline/lanespans.h"
#include "app/timeline/rowsource.h"

/// Calls `visit(PartId, const Lane&)` for each part of a task that has begun: its stretch of its
/// worker's recording, or its own where an event loop runs it in many stretches. Two lanes are of
/// one part where it went on with another worker.
template <typename Visit>
void forEachLane(const RowSource& source, std::size_t task, Visit visit)
{
    if (source.model.taskLanes().isEmpty()) {
        for (const PartRef ref : source.model.partsOf(task)) {
            const Worker& worker = source.recording.workers[ref.worker];
            visit(worker.parts[ref.part].part,
                  Lane{&worker, &source.model.sumsOf(ref.worker), rangeOf(source.recording, ref)});
        }
        return;
    }
    const TimeRange range = rangeOf(source.recording, source.recording.tasks[task]);
    for (const TaskLane& lane : source.model.taskLanes().of(task))
        visit(lane.part, Lane{&lane.track, &lane.sums, range});
}
