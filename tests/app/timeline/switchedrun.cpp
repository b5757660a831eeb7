#include "tests/app/timeline/switchedrun.h"

#include <QRandomGenerator>

#include <algorithm>

namespace {

/// Schedules workers on cores by chance.
class RandomKernel {
public:
    explicit RandomKernel(const SwitchedRun& run)
        : m_run(run),
          m_random(run.seed),
          m_onCore(static_cast<std::size_t>(run.cores)),
          m_events(static_cast<std::size_t>(run.workers))
    {}

    std::vector<Frame> frames();

private:
    void step();
    void switchOut(std::size_t core);
    void switchIn(std::size_t core);
    void add(int worker, EventKind kind, int core = -1, WaitReason reason = WaitReason::Ready);
    void addBatch(std::vector<Frame>& frames, bool isLast);
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }

    const SwitchedRun& m_run;
    QRandomGenerator m_random;
    Nanoseconds m_now = testOrigin;
    std::vector<int> m_onCore;                 ///< the worker that runs there, from 1; 0 for none
    std::vector<std::vector<Event>> m_events;  ///< of each worker, that are not in a batch yet
};

std::vector<Frame> RandomKernel::frames()
{
    RunStart start{.evidence = m_run.evidence};
    start.command = {"/usr/bin/program", "-v"};
    start.origin = testOrigin;
    std::vector<Frame> frames{StreamStarted{"test", {m_run.cores, m_run.cores, "Machine", true}},
                              RunStarted{start}};
    for (int worker = 1; worker <= m_run.workers; ++worker) {
        const int process = 100 * (1 + worker % m_run.processes);
        const bool isFirst = worker <= m_run.processes;
        frames.emplace_back(WorkerNamed{RunId{}, static_cast<WorkerId>(worker), "program", process,
                                        isFirst ? process : process + worker});
        add(worker, EventKind::WorkerStart);
    }
    for (int i = 0; i < m_run.switches; ++i) {
        step();
        if (chance(10))
            addBatch(frames, false);
    }
    for (std::size_t core = 0; core < m_onCore.size(); ++core) {
        if (m_onCore[core] > 0)
            switchOut(core);
    }
    for (int worker = 1; worker <= m_run.workers; ++worker)
        add(worker, EventKind::WorkerStop);
    addBatch(frames, true);
    frames.emplace_back(RunEnded{RunId{}, {.end = RunEnd::Done}});
    frames.emplace_back(StreamEnded{});
    return frames;
}

void RandomKernel::step()
{
    if (chance(90))
        m_now += std::chrono::microseconds(m_random.bounded(m_run.longestStep));
    const auto core = static_cast<std::size_t>(m_random.bounded(m_run.cores));
    if (m_onCore[core] > 0)
        switchOut(core);
    if (chance(75))
        switchIn(core);
}

void RandomKernel::switchOut(std::size_t core)
{
    const int worker = std::exchange(m_onCore[core], 0);
    if (chance(5)) {
        add(worker, EventKind::Unseen);
        return;
    }
    add(worker, EventKind::SwitchOut, -1, chance(40) ? WaitReason::Ready : WaitReason::Unknown);
    if (chance(20))
        add(worker, EventKind::Because, -1, WaitReason::Lock);
}

void RandomKernel::switchIn(std::size_t core)
{
    const int worker = 1 + m_random.bounded(m_run.workers);
    if (std::ranges::find(m_onCore, worker) != m_onCore.end())
        return;
    m_onCore[core] = worker;
    add(worker, EventKind::SwitchIn, static_cast<int>(core));
}

void RandomKernel::add(int worker, EventKind kind, int core, WaitReason reason)
{
    Event event;
    event.time = m_now;
    event.worker = static_cast<WorkerId>(worker);
    event.kind = kind;
    event.core = static_cast<std::int16_t>(core);
    event.detail = static_cast<std::uint8_t>(reason);
    m_events[static_cast<std::size_t>(worker - 1)].push_back(event);
}

/// What has happened until now, but for the last events of some workers.
void RandomKernel::addBatch(std::vector<Frame>& frames, bool isLast)
{
    EventBatch batch{RunId{}, m_now, {}};
    for (auto& events : m_events) {
        const int late = isLast || chance(70) ? 0 : m_random.bounded(3);
        const auto end = events.end() - std::min<std::ptrdiff_t>(late, std::ssize(events));
        batch.events.insert(batch.events.end(), events.begin(), end);
        events.erase(events.begin(), end);
    }
    frames.emplace_back(std::move(batch));
}

}  // namespace

std::vector<Frame> framesOf(const SwitchedRun& run)
{
    return RandomKernel(run).frames();
}
