#include "app/timeline/panelmodel.h"

PanelModel::Signature PanelModel::signatureOf(const Recording& recording)
{
    Signature signature{.origin = recording.start.origin,
                        .knownUntil = recording.knownUntil,
                        .end = recording.summary.end};
    for (const Worker& worker : recording.workers) {
        signature.intervals += worker.slices.size() + worker.waits.size() + worker.parts.size();
        if (!worker.slices.empty())
            signature.lastEnds += worker.slices.back().end;
        if (!worker.waits.empty())
            signature.lastEnds += worker.waits.back().end;
    }
    for (const Task& task : recording.tasks)
        signature.tasksSeen += (task.start ? 1U : 0U) + (task.stop ? 1U : 0U);
    return signature;
}

bool PanelModel::update(const Recording& recording)
{
    const Signature now = signatureOf(recording);
    if (now == m_signature && recording.tasks.size() == m_tasks.size() &&
        recording.workers.size() == m_workers.size())
        return false;
    const bool extends =
        now.origin == m_signature.origin && now.intervals >= m_signature.intervals &&
        recording.tasks.size() == m_tasks.size() && recording.workers.size() >= m_workers.size();
    if (!extends)
        *this = PanelModel();
    m_tasks.resize(recording.tasks.size());
    m_workers.resize(recording.workers.size());
    for (std::size_t i = 0; i < recording.workers.size(); ++i)
        takeInWorker(recording, i);
    if (now.tasksSeen != m_signature.tasksSeen || now.origin != m_signature.origin)
        m_inProgress = inProgressProfile(recording);
    else if (!m_inProgress.empty() && m_inProgress.back().time == m_signature.knownUntil)
        m_inProgress.back().time = now.knownUntil;  // where tasks that go on end for now
    if (recording.hasEnded())
        m_judgement = judge(recording);
    m_signature = now;
    return true;
}

void PanelModel::takeInWorker(const Recording& recording, std::size_t worker)
{
    const Worker& source = recording.workers[worker];
    WorkerSums& sums = m_workers[worker];
    sums.slices.extend(source.slices);
    sums.waits.extend(source.waits);
    for (; sums.partsSeen < source.parts.size(); ++sums.partsSeen) {
        const std::size_t task = number(source.parts[sums.partsSeen].task);
        if (task >= 1 && task <= m_tasks.size())
            m_tasks[task - 1].push_back({worker, sums.partsSeen});
    }
}

TimeRange rangeOf(const Recording& recording, const Task& task)
{
    if (!task.start)
        return {};
    return {*task.start, task.stop.value_or(std::max(recording.knownUntil, *task.start))};
}

TimeRange rangeOf(const Recording& recording, PartRef ref)
{
    const Worker& worker = recording.workers[ref.worker];
    const PartRun& part = worker.parts[ref.part];
    if (part.end > part.start || ref.part + 1 < worker.parts.size())
        return {part.start, part.end};
    // A part that has not stopped, or never will: its worker or its task did.
    Nanoseconds end = worker.stop.value_or(std::max(recording.knownUntil, part.start));
    const std::size_t task = number(part.task);
    if (task >= 1 && task <= recording.tasks.size())
        end = std::min(end, recording.tasks[task - 1].stop.value_or(end));
    return {part.start, std::max(end, part.start)};
}
