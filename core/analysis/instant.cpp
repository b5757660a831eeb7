#include "core/analysis/instant.h"

#include <algorithm>
#include <tuple>

namespace {

/// The interval of a list in order of time that contains `t`, or none.
template <typename Interval>
const Interval* intervalAt(const std::vector<Interval>& intervals, Nanoseconds t)
{
    const auto after = std::ranges::upper_bound(intervals, t, {}, &Interval::start);
    if (after == intervals.begin() || std::prev(after)->end <= t)
        return nullptr;
    return &*std::prev(after);
}

bool livesAt(const Worker& worker, Nanoseconds t)
{
    return worker.start <= t && (!worker.stop || t < *worker.stop);
}

/// Collects what each worker and each task does at one time.
class Collector {
public:
    Collector(const Recording& recording, Nanoseconds t, int machineCores);

    void addWorkers();
    void addTasks();
    [[nodiscard]] Instant finish();

private:
    void add(const Worker& worker);
    void add(const Worker& worker, const Slice& slice);
    void add(const WaitingAt& waiting);
    void addUnseen(const Worker& worker);
    void add(const Task& task);
    void addSuspensions(const Task& task);
    void note(TaskId task);
    CoreAt& coreAt(int core);

    const Recording& m_recording;
    const Nanoseconds m_time;
    const bool m_isObserved;
    Instant m_instant;
    std::vector<bool> m_seen;      ///< by task: some worker has it
    bool m_missesSomeone = false;  ///< a worker may run on any of the cores
};

Collector::Collector(const Recording& recording, Nanoseconds t, int machineCores)
    : m_recording(recording),
      m_time(t),
      m_isObserved(recording.start.isObserved()),
      m_seen(recording.tasks.size())
{
    coreAt(std::max(1, machineCores) - 1);
    m_instant.hasEnded = recording.hasEnded() && recording.span().end <= t;
    m_missesSomeone = !recording.hasEnded() && recording.knownUntil <= t;
}

void Collector::addWorkers()
{
    for (const Worker& worker : m_recording.workers)
        add(worker);
}

void Collector::add(const Worker& worker)
{
    if (const Slice* slice = intervalAt(worker.slices, m_time))
        add(worker, *slice);
    else if (const Wait* wait = intervalAt(worker.waits, m_time))
        add({{wait->task, wait->part, worker.id}, wait->start, wait->reason, wait->held});
    else if (livesAt(worker, m_time))
        addUnseen(worker);
}

void Collector::add(const Worker& worker, const Slice& slice)
{
    const WorkAt work{slice.task, slice.part, worker.id};
    note(slice.task);
    if (slice.core >= 0) {
        CoreAt& core = coreAt(slice.core);
        core.use = CoreUse::Running;
        core.work = work;
    } else {
        m_instant.running.push_back(work);
        m_missesSomeone = true;
    }
}

void Collector::add(const WaitingAt& waiting)
{
    if (waiting.work.task == TaskId::None && !m_isObserved)
        return;  // between tasks
    note(waiting.work.task);
    auto& list = waiting.reason == WaitReason::Ready ? m_instant.ready : m_instant.blocked;
    list.push_back(waiting);
}

/// Nothing was recorded of this worker, or records were lost.
void Collector::addUnseen(const Worker& worker)
{
    const PartRun* part = intervalAt(worker.parts, m_time);
    const bool isLost = intervalAt(worker.unseen, m_time) != nullptr;
    m_missesSomeone = m_missesSomeone || isLost || part;
    if (part)
        note(part->task);
    if (part)
        m_instant.notKnown.push_back({part->task, part->part, worker.id});
    else if (m_isObserved && isLost)
        m_instant.notKnown.push_back({TaskId::None, {}, worker.id});
}

void Collector::addTasks()
{
    for (const Task& task : m_recording.tasks)
        add(task);
}

void Collector::add(const Task& task)
{
    if (task.stop && *task.stop <= m_time) {
        m_instant.stopped.push_back(task.id);
    } else if (!task.start || m_time < *task.start) {
        m_instant.notStarted.push_back(task.id);
    } else {
        addSuspensions(task);
        if (!m_seen[number(task.id) - 1])
            m_instant.notKnown.push_back({task.id, {}, WorkerId::None});
    }
}

/// Goes back over the last suspension of each part; those of all parts come in order of time.
void Collector::addSuspensions(const Task& task)
{
    const auto parts = static_cast<std::size_t>(std::max(1, m_recording.start.plan.split));
    std::vector<PartId> found;
    auto at = std::ranges::upper_bound(task.suspensions, m_time, {}, &Suspension::start);
    while (at != task.suspensions.begin() && found.size() < parts) {
        --at;
        if (std::ranges::find(found, at->part) != found.end())
            continue;
        found.push_back(at->part);
        if (!at->end || m_time < *at->end)
            add({{task.id, at->part, WorkerId::None}, at->start, at->reason, {}});
    }
}

void Collector::note(TaskId task)
{
    if (task != TaskId::None && number(task) <= m_seen.size())
        m_seen[number(task) - 1] = true;
}

CoreAt& Collector::coreAt(int core)
{
    auto& cores = m_instant.cores;
    while (static_cast<int>(cores.size()) <= core)
        cores.push_back({.core = static_cast<int>(cores.size()), .work = {}});
    return cores[static_cast<std::size_t>(core)];
}

Instant Collector::finish()
{
    for (CoreAt& core : m_instant.cores) {
        if (core.use != CoreUse::Running && !m_missesSomeone)
            core.use = CoreUse::Idle;
    }
    for (auto* list : {&m_instant.ready, &m_instant.blocked})
        std::ranges::sort(*list, {}, [](const WaitingAt& each) {
            return std::tuple(each.since, each.work.task, each.work.part, each.work.worker);
        });
    return std::move(m_instant);
}

}  // namespace

Instant instantOf(const Recording& recording, Nanoseconds t, int machineCores)
{
    Collector collector(recording, t, machineCores);
    collector.addWorkers();
    collector.addTasks();
    return collector.finish();
}
