#include "core/model/comparisonbuilder.h"

#include "core/model/framecheck.h"
#include "core/model/limits.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace {

std::vector<Task> tasksNumbered(int count)
{
    std::vector<Task> tasks(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < tasks.size(); ++i)
        tasks[i].id = static_cast<TaskId>(i + 1);
    return tasks;
}

/// Counts events that are missing, so that the run is known to lack them before it has ended.
void countLost(Recording& run, const Event& event)
{
    const auto more = std::clamp<std::int64_t>(event.value, 0, INT32_MAX);
    run.summary.lostRecords += static_cast<std::uint64_t>(more);
}

/// Gives back what the lists of a run grew in advance: a recording of a million events shall
/// not take much more memory than they need.
void trim(Recording& run)
{
    for (Worker& worker : run.workers) {
        worker.slices.shrink_to_fit();
        worker.waits.shrink_to_fit();
        worker.parts.shrink_to_fit();
        worker.unseen.shrink_to_fit();
    }
}

}  // namespace

Result<void> ComparisonBuilder::add(const Frame& frame)
{
    if (m_comparison.isComplete)
        return failure("a frame follows the end of the stream");
    return std::visit([this](const auto& value) { return apply(value); }, frame);
}

Result<void> ComparisonBuilder::apply(const StreamStarted& frame)
{
    if (m_hasStarted || !m_comparison.runs.empty())
        return failure("the stream starts a second time");
    if (auto ok = check(frame.machine); !ok)
        return ok;
    m_comparison.machine = frame.machine;
    m_comparison.producer = frame.producer;
    m_hasStarted = true;
    return {};
}

/// They come before the runs, so that a recording that is cut off has them too.
Result<void> ComparisonBuilder::apply(const BookmarksSet& frame)
{
    if (!m_comparison.runs.empty())
        return failure("bookmarks follow the start of a run; expected them before the first");
    if (auto ok = check(frame.bookmarks); !ok)
        return ok;
    m_comparison.bookmarks = frame.bookmarks;
    return {};
}

Result<void> ComparisonBuilder::apply(const RunStarted& frame)
{
    const auto expected = static_cast<RunId>(m_comparison.runs.size());
    if (frame.start.id != expected)
        return failure("run " + std::to_string(number(frame.start.id)) + " begins; expected run " +
                       std::to_string(number(expected)));
    if (auto ok = check(frame.start, m_taskCount); !ok)
        return ok;

    Recording run;
    run.start = frame.start;
    run.knownUntil = frame.start.origin;
    if (!frame.start.isObserved())
        run.tasks = tasksNumbered(frame.start.experiment.tasks);
    m_taskCount += run.tasks.size();
    m_comparison.runs.push_back(std::move(run));
    m_tracks.clear();
    return {};
}

Result<Recording*> ComparisonBuilder::openRun(RunId run)
{
    if (m_comparison.runs.empty() || m_comparison.runs.back().start.id != run)
        return failure("a frame belongs to run " + std::to_string(number(run)) +
                       ", which is not the one that goes on");
    Recording& open = m_comparison.runs.back();
    if (open.hasEnded())
        return failure("a frame belongs to run " + std::to_string(number(run)) +
                       ", which has ended");
    return &open;
}

Result<void> ComparisonBuilder::apply(const WorkerNamed& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    auto& workers = (*run)->workers;
    if (frame.worker != WorkerId::None && number(frame.worker) <= workers.size()) {
        workers[number(frame.worker) - 1].name = frame.name;
        return {};
    }
    const auto expected = static_cast<WorkerId>(workers.size() + 1);
    if (frame.worker != expected)
        return failure("worker " + std::to_string(number(frame.worker)) +
                       " is named; expected worker " + std::to_string(number(expected)));
    if (workers.size() >= limits::maxWorkersOfRun)
        return failure("worker " + std::to_string(number(frame.worker)) +
                       " is named; expected at most " + std::to_string(limits::maxWorkersOfRun));
    Worker worker;
    worker.id = frame.worker;
    worker.name = frame.name;
    worker.pid = frame.pid;
    worker.tid = frame.tid;
    worker.start = (*run)->knownUntil;
    workers.push_back(std::move(worker));
    m_tracks.emplace_back((*run)->start.origin, (*run)->start.evidence);
    return {};
}

Result<void> ComparisonBuilder::apply(const EventBatch& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    Recording& recording = **run;
    if (frame.knownUntil > recording.start.origin + limits::longestRun)
        return failure("events are known until " + std::to_string(frame.knownUntil.count()) +
                       " ns; expected at most ten years from the origin");
    for (const Event& event : frame.events) {
        if (auto ok = applyEvent(recording, event); !ok)
            return ok;
    }
    // A part of a batch that was too large for one frame knows less than the batch before.
    recording.knownUntil = std::max(recording.knownUntil, frame.knownUntil);
    for (std::size_t i = 0; i < m_tracks.size(); ++i)
        m_tracks[i].growTo(recording.knownUntil, recording.workers[i]);
    return {};
}

Result<void> ComparisonBuilder::applyEvent(Recording& run, const Event& event)
{
    const auto index = std::size_t{number(event.worker)} - 1;
    if (index >= m_tracks.size())
        return failure("an event at " + std::to_string(event.time.count()) + " ns is of worker " +
                       std::to_string(number(event.worker)) + "; expected 1 to " +
                       std::to_string(m_tracks.size()));
    if (number(event.part) >= run.start.plan.split)
        return failure(describe(event) + " names part " + std::to_string(number(event.part)) +
                       "; expected 0 to " + std::to_string(run.start.plan.split - 1));
    if (auto ok = m_tracks[index].apply(event, run.workers[index], run.tasks); !ok)
        return ok;
    if (event.kind == EventKind::Lost)
        countLost(run, event);
    return {};
}

Result<void> ComparisonBuilder::apply(const TaskFailed& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    auto& tasks = (*run)->tasks;
    if (frame.task == TaskId::None || number(frame.task) > tasks.size())
        return failure("task " + std::to_string(number(frame.task)) + " failed; expected 1 to " +
                       std::to_string(tasks.size()));
    tasks[number(frame.task) - 1].error = frame.error;
    return {};
}

Result<void> ComparisonBuilder::apply(const PictureLanded& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    const LandedPicture& picture = frame.picture;
    auto& pictures = (*run)->pictures;
    if (picture.task == TaskId::None || number(picture.task) > (*run)->tasks.size())
        return failure("task " + std::to_string(number(picture.task)) +
                       " brought a picture; expected 1 to " + std::to_string((*run)->tasks.size()));
    if (pictures.size() >= (*run)->tasks.size())
        return failure("task " + std::to_string(number(picture.task)) +
                       " brought one picture more than there are tasks");
    pictures.push_back(picture);
    return {};
}

Result<void> ComparisonBuilder::apply(const RunEnded& frame)
{
    const auto run = openRun(frame.run);
    if (!run)
        return tl::unexpected(run.error());
    if (frame.summary.end == RunEnd::NotYet)
        return failure("a run ended as not yet ended");
    const auto lost = (*run)->summary.lostRecords;
    (*run)->summary = frame.summary;
    (*run)->summary.lostRecords = std::max(frame.summary.lostRecords, lost);
    trim(**run);
    return {};
}

Result<void> ComparisonBuilder::apply(const StreamEnded&)
{
    m_comparison.isComplete = true;
    return {};
}
