#include "tests/bench/madeuprun.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr Nanoseconds origin = std::chrono::seconds(1000);

TaskId taskOf(int worker)
{
    return static_cast<TaskId>(worker + 1);
}

}  // namespace

MadeUpKernel::MadeUpKernel(const MadeUpRun& run) : m_run(run), m_random(run.seed)
{
    for (int core = 0; core < run.cores; ++core)
        m_cores.push({origin, core});
    for (int worker = 0; worker < run.workers; ++worker)
        m_ready.push({origin, worker});
    m_last.assign(static_cast<std::size_t>(run.workers), origin);
}

Event MadeUpKernel::event(int worker, Nanoseconds time, EventKind kind) const
{
    Event event;
    event.time = time;
    event.worker = static_cast<WorkerId>(worker + 1);
    event.kind = kind;
    return event;
}

Nanoseconds MadeUpKernel::lengthBetween(Nanoseconds shortest, Nanoseconds longest)
{
    const double low = std::log(static_cast<double>(shortest.count()));
    const double high = std::log(static_cast<double>(longest.count()));
    return Nanoseconds(
        static_cast<std::int64_t>(std::exp(std::uniform_real_distribution(low, high)(m_random))));
}

std::vector<Frame> MadeUpKernel::begin()
{
    RunStart start{.mode = Mode::Both, .evidence = Evidence::Exact, .origin = origin};
    start.plan = {m_run.workers, 1, m_run.cores, WorkerKind::Threads};
    start.experiment.tasks = m_run.workers;
    std::vector<Frame> frames{StreamStarted{"bench", {m_run.cores, m_run.cores, "Machine", true}},
                              RunStarted{start}};
    EventBatch batch{RunId{}, origin, {}};
    for (int worker = 0; worker < m_run.workers; ++worker) {
        frames.emplace_back(WorkerNamed{RunId{}, static_cast<WorkerId>(worker + 1),
                                        "worker " + std::to_string(worker + 1), 1, 2 + worker});
        for (const auto kind :
             {EventKind::WorkerStart, EventKind::TaskStart, EventKind::PartStart}) {
            batch.events.push_back(event(worker, origin, kind));
            if (kind != EventKind::WorkerStart)
                batch.events.back().task = taskOf(worker);
        }
    }
    frames.emplace_back(std::move(batch));
    return frames;
}

EventBatch MadeUpKernel::next(std::int64_t slices)
{
    EventBatch batch{RunId{}, {}, {}};
    for (; slices > 0; --slices)
        addSlice(batch);
    batch.knownUntil = m_cores.top().from;
    return batch;
}

EventBatch MadeUpKernel::nextUntil(Nanoseconds time)
{
    EventBatch batch{RunId{}, {}, {}};
    while (m_cores.top().from < origin + time)
        addSlice(batch);
    batch.knownUntil = m_cores.top().from;
    return batch;
}

/// The core that is free first takes the worker that has been ready for the longest.
void MadeUpKernel::addSlice(EventBatch& batch)
{
    const Free core = m_cores.top();
    const Free worker = m_ready.top();
    m_cores.pop();
    m_ready.pop();
    const Nanoseconds start = std::max(core.from, worker.from);
    const Nanoseconds end = start + lengthBetween(m_run.shortestSlice, m_run.longestSlice);
    constexpr std::array reasons{WaitReason::Ready, WaitReason::Ready, WaitReason::Io,
                                 WaitReason::Lock};
    const WaitReason reason = reasons.at(m_random() % reasons.size());
    const Nanoseconds wait = reason == WaitReason::Ready
                                 ? Nanoseconds{}
                                 : lengthBetween(m_run.shortestSlice, m_run.longestSlice);
    Event in = event(worker.number, start, EventKind::SwitchIn);
    in.core = static_cast<std::int16_t>(core.number);
    Event out = event(worker.number, end, EventKind::SwitchOut);
    out.detail = static_cast<std::uint8_t>(reason);
    batch.events.push_back(in);
    batch.events.push_back(out);
    m_last[static_cast<std::size_t>(worker.number)] = end;
    m_cores.push({end, core.number});
    m_ready.push({end + wait, worker.number});
}

std::vector<Frame> MadeUpKernel::end()
{
    const Nanoseconds last = *std::ranges::max_element(m_last);
    EventBatch batch{RunId{}, last, {}};
    for (int worker = 0; worker < m_run.workers; ++worker) {
        for (const auto kind : {EventKind::PartStop, EventKind::TaskStop, EventKind::WorkerStop}) {
            batch.events.push_back(event(worker, last, kind));
            if (kind != EventKind::WorkerStop)
                batch.events.back().task = taskOf(worker);
        }
    }
    RunSummary summary{.end = RunEnd::Done};
    return {std::move(batch), RunEnded{RunId{}, summary}, StreamEnded{}};
}
