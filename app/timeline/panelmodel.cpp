#include "app/timeline/panelmodel.h"

#include <algorithm>
#include <functional>
#include <string>

namespace {

/// Makes one number of many: it is another one if any of them is.
class Digest {
public:
    void add(std::uint64_t value)
    {
        m_value = (m_value ^ value) * 0x9E37'79B9'7F4A'7C15U;
        m_value ^= m_value >> 29U;
    }
    void add(Nanoseconds time) { add(static_cast<std::uint64_t>(time.count())); }
    template <typename Interval>
    void add(const std::vector<Interval>& intervals)
    {
        add(std::uint64_t{intervals.size()});
        if (intervals.empty())
            return;
        add(intervals.back().start);
        add(intervals.back().end);
    }
    [[nodiscard]] std::uint64_t value() const noexcept { return m_value; }

private:
    std::uint64_t m_value = 0;
};

void add(Digest& digest, const Worker& worker)
{
    digest.add(std::hash<std::string>()(worker.name));  // it may be named again
    digest.add(worker.slices);
    digest.add(worker.waits);
    digest.add(worker.parts);
    digest.add(worker.unseen);
    if (!worker.waits.empty())  // the reason may be found out later
        digest.add(static_cast<std::uint64_t>(worker.waits.back().reason));
    if (worker.stop)
        digest.add(*worker.stop);
}

}  // namespace

PanelModel::Signature PanelModel::signatureOf(const Recording& recording)
{
    Signature signature{.origin = recording.start.origin,
                        .knownUntil = recording.knownUntil,
                        .end = recording.summary.end};
    Digest workers;
    for (const Worker& worker : recording.workers)
        add(workers, worker);
    signature.workers = workers.value();
    for (const Task& task : recording.tasks)
        signature.tasksSeen += (task.start ? 1U : 0U) + (task.stop ? 1U : 0U);
    return signature;
}

bool PanelModel::isExtendedBy(const Recording& recording, const Signature& now) const
{
    if (now.origin != m_signature.origin || now.knownUntil < m_signature.knownUntil ||
        now.tasksSeen < m_signature.tasksSeen || recording.tasks.size() != m_tasks.size() ||
        recording.workers.size() < m_workers.size() || !m_taskLanes.fits(recording))
        return false;
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        const Worker& worker = recording.workers[i];
        const WorkerSums& sums = m_workers[i];
        if (!sums.slices.fits(worker.slices) || !sums.waits.fits(worker.waits) ||
            !sums.unseen.fits(worker.unseen) || sums.partsSeen > worker.parts.size())
            return false;
    }
    return true;
}

bool PanelModel::update(const Recording& recording, RowsBy rows)
{
    const Signature now = signatureOf(recording);
    const bool wantsCores = rows == RowsBy::Cores || m_hasCores;
    if (now == m_signature && recording.tasks.size() == m_tasks.size() &&
        recording.workers.size() == m_workers.size() && wantsCores == m_hasCores)
        return false;
    if (!isExtendedBy(recording, now))
        startAnew();
    m_tasks.resize(recording.tasks.size());
    const bool hasNewWorkers = m_workers.size() != recording.workers.size();
    m_workers.resize(recording.workers.size());
    for (std::size_t i = 0; i < recording.workers.size(); ++i)
        takeInWorker(recording, i);
    m_taskLanes.update(recording);
    m_circles = waitCirclesOf(recording);
    if (hasNewWorkers && recording.start.isObserved())
        m_order = orderOf(recording.workers);
    m_hasCores = wantsCores;
    if (m_hasCores)
        m_cores.update(recording, m_order);
    if (now != m_signature) {
        takeInProgress(recording, now);
        if (recording.hasEnded())
            m_judgement = judge(recording);
    }
    m_signature = now;
    return true;
}

void PanelModel::startAnew()
{
    const int epoch = m_epoch + 1;
    *this = PanelModel();
    m_epoch = epoch;
}

void PanelModel::takeInWorker(const Recording& recording, std::size_t worker)
{
    const Worker& source = recording.workers[worker];
    WorkerSums& sums = m_workers[worker];
    sums.slices.extend(source.slices);
    sums.waits.extend(source.waits);
    sums.unseen.extend(source.unseen);
    for (; sums.partsSeen < source.parts.size(); ++sums.partsSeen) {
        const std::size_t task = number(source.parts[sums.partsSeen].task);
        if (task >= 1 && task <= m_tasks.size())
            m_tasks[task - 1].push_back({worker, sums.partsSeen});
    }
}

void PanelModel::takeInProgress(const Recording& recording, const Signature& now)
{
    const bool isObserved = recording.start.isObserved();
    if (isObserved && !recording.hasEnded()) {
        m_live.update(recording, m_workers);
        m_inProgress = m_live.profile();
    } else if (isObserved || now.tasksSeen != m_signature.tasksSeen ||
               now.origin != m_signature.origin) {
        m_inProgress = inProgressProfile(recording);
    } else if (!m_inProgress.empty() && m_inProgress.back().time == m_signature.knownUntil) {
        m_inProgress.back().time = now.knownUntil;  // where tasks that go on end for now
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
