#include "tests/app/timeline/simulatedrun.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <queue>
#include <set>

namespace {

constexpr Nanoseconds origin = std::chrono::seconds(7);

/// One worker of the made-up scheduler.
struct Turn {
    std::size_t worker = 0;
    Nanoseconds left{};
};

class Scheduler {
public:
    explicit Scheduler(const Simulation& simulation) : m_simulation(simulation)
    {
        m_run.start.mode = simulation.mode;
        m_run.start.experiment = simulation.experiment;
        m_run.start.origin = origin;
        m_run.start.plan = planFor(simulation.mode, simulation.experiment, simulation.machineCores);
        m_run.tasks.resize(static_cast<std::size_t>(simulation.experiment.tasks));
        for (std::size_t i = 0; i < m_run.tasks.size(); ++i)
            m_run.tasks[i].id = static_cast<TaskId>(i + 1);
        addWorkers();
    }

    Recording run();

private:
    void addWorkers();
    void startTask(std::size_t slot, Nanoseconds now);
    void execute(Turn turn, int core, Nanoseconds from, Nanoseconds to);
    void finishPart(std::size_t worker, Nanoseconds now);
    void cutOff();

    [[nodiscard]] std::size_t split() const
    {
        return static_cast<std::size_t>(m_run.start.plan.split);
    }

    const Simulation& m_simulation;
    Recording m_run;
    std::deque<Turn> m_ready;
    std::vector<Nanoseconds> m_since;      ///< until when each worker's doings are recorded
    std::vector<std::size_t> m_partsLeft;  ///< by slot
    std::vector<std::size_t> m_taskOfSlot;
    std::size_t m_nextTask = 0;
};

void Scheduler::addWorkers()
{
    const Plan& plan = m_run.start.plan;
    m_run.workers.resize(static_cast<std::size_t>(plan.workers()));
    for (std::size_t i = 0; i < m_run.workers.size(); ++i) {
        m_run.workers[i].id = static_cast<WorkerId>(i + 1);
        m_run.workers[i].tid = static_cast<std::int64_t>(4000 + i);
        m_run.workers[i].start = origin;
    }
    m_since.assign(m_run.workers.size(), origin);
    m_partsLeft.assign(static_cast<std::size_t>(plan.inProgress), 0);
    m_taskOfSlot = m_partsLeft;
}

void Scheduler::startTask(std::size_t slot, Nanoseconds now)
{
    if (m_nextTask >= m_run.tasks.size())
        return;
    Task& task = m_run.tasks[m_nextTask];
    task.start = now;
    m_taskOfSlot[slot] = m_nextTask++;
    m_partsLeft[slot] = split();
    for (std::size_t part = 0; part < split(); ++part) {
        const std::size_t worker = slot * split() + part;
        task.workers.push_back(static_cast<WorkerId>(worker + 1));
        if (m_since[worker] < now)
            m_run.workers[worker].waits.push_back(
                {m_since[worker], now, TaskId::None, {}, WaitReason::Queue});
        m_since[worker] = now;
        m_run.workers[worker].parts.push_back({now, now, task.id, static_cast<PartId>(part)});
        m_ready.push_back({worker, m_simulation.experiment.taskLength / static_cast<int>(split())});
    }
}

void Scheduler::execute(Turn turn, int core, Nanoseconds from, Nanoseconds to)
{
    Worker& worker = m_run.workers[turn.worker];
    const PartRun& part = worker.parts.back();
    if (m_since[turn.worker] < from)
        worker.waits.push_back(
            {m_since[turn.worker], from, part.task, part.part, WaitReason::Ready});
    if (!worker.slices.empty() && worker.slices.back().end == from &&
        worker.slices.back().task == part.task)
        worker.slices.back().end = to;
    else
        worker.slices.push_back({from, to, part.task, part.part, static_cast<std::int16_t>(core)});
    m_since[turn.worker] = to;
}

void Scheduler::finishPart(std::size_t worker, Nanoseconds now)
{
    const std::size_t slot = worker / split();
    m_run.workers[worker].parts.back().end = now;
    if (--m_partsLeft[slot] > 0)
        return;
    Task& task = m_run.tasks[m_taskOfSlot[slot]];
    task.stop = now;
    task.outcome = Outcome::Done;
    startTask(slot, now);
}

Recording Scheduler::run()
{
    using Free = std::pair<Nanoseconds, int>;
    std::priority_queue<Free, std::vector<Free>, std::greater<>> cores;
    for (int core = 0; core < m_run.start.plan.cores; ++core)
        cores.emplace(origin, core);
    for (std::size_t slot = 0; slot < m_partsLeft.size(); ++slot)
        startTask(slot, origin);
    std::set<int> idle;
    std::vector<std::optional<Turn>> onCore(static_cast<std::size_t>(m_run.start.plan.cores));
    while (!cores.empty()) {
        const auto [now, core] = cores.top();
        cores.pop();
        auto& turn = onCore[static_cast<std::size_t>(core)];
        if (turn && turn->left > Nanoseconds{})
            m_ready.push_back(*turn);
        else if (turn)
            finishPart(turn->worker, now);
        turn.reset();
        idle.insert(core);
        while (!m_ready.empty() && !idle.empty()) {
            const int next = idle.extract(idle.begin()).value();
            auto& its = onCore[static_cast<std::size_t>(next)];
            its = m_ready.front();
            m_ready.pop_front();
            const auto length = std::min(its->left, m_simulation.slice);
            execute(*its, next, now, now + length);
            its->left -= length;
            cores.emplace(now + length, next);
        }
    }
    cutOff();
    return std::move(m_run);
}

void Scheduler::cutOff()
{
    m_run.knownUntil = m_run.span().end;
    m_run.summary.end = RunEnd::Done;
    m_run.summary.userTime =
        m_simulation.experiment.taskLength * static_cast<int>(m_run.tasks.size());
    m_run.summary.observerTime = m_run.wall() / 70;
    for (Worker& worker : m_run.workers)
        worker.stop = m_run.knownUntil;
    if (m_simulation.until == Nanoseconds::max())
        return;
    const auto end = origin + m_simulation.until;
    const auto cut = [end](auto& intervals) {
        std::erase_if(intervals, [end](const auto& each) { return each.start >= end; });
        for (auto& each : intervals)
            each.end = std::min(each.end, end);
    };
    for (Worker& worker : m_run.workers) {
        cut(worker.slices);
        cut(worker.waits);
        std::erase_if(worker.parts, [end](const PartRun& part) { return part.start >= end; });
        if (!worker.parts.empty() && worker.parts.back().end > end)
            worker.parts.back().end = worker.parts.back().start;
        worker.stop.reset();
    }
    for (Task& task : m_run.tasks) {
        if (task.start && *task.start >= end)
            task.start.reset();
        if (task.stop && *task.stop > end)
            task.stop.reset();
    }
    m_run.summary = {};
    m_run.knownUntil = end;
}

}  // namespace

Recording simulatedRun(const Simulation& simulation)
{
    return Scheduler(simulation).run();
}

Comparison simulatedComparison(const Experiment& experiment, int machineCores, Nanoseconds slice)
{
    Comparison comparison;
    comparison.machine = {machineCores, machineCores, "Simulated processor", true};
    comparison.producer = "simulation";
    comparison.isComplete = true;
    for (const Mode mode : allModes) {
        comparison.runs.push_back(simulatedRun({mode, machineCores, experiment, slice}));
        comparison.runs.back().start.id = static_cast<RunId>(comparison.runs.size() - 1);
    }
    return comparison;
}

Recording recordingOfSlices(int workers, int slices)
{
    Recording run;
    run.start.origin = origin;
    run.start.plan = {workers, 1, std::min(workers, 16), WorkerKind::Threads};
    run.start.experiment.tasks = workers;
    Nanoseconds end = origin;
    for (int w = 0; w < workers; ++w) {
        Worker worker;
        worker.id = static_cast<WorkerId>(w + 1);
        worker.start = origin;
        const auto task = static_cast<TaskId>(w + 1);
        Nanoseconds at = origin;
        for (int i = 0; i < slices; ++i) {
            const Nanoseconds length(30'000 + (i * 7919 + w * 104'729) % 40'000);
            worker.slices.push_back(
                {at, at + length, task, {}, static_cast<std::int16_t>((w + i) % 16)});
            const Nanoseconds pause(10'000 + (i * 6007 + w * 15'485'863LL) % 50'000);
            const auto reason = i % 5 == 0 ? WaitReason::Io : WaitReason::Ready;
            worker.waits.push_back({at + length, at + length + pause, task, {}, reason});
            at += length + pause;
        }
        worker.parts.push_back({origin, at, task, {}});
        worker.stop = at;
        run.tasks.push_back({task, origin, at, {worker.id}, Outcome::Done, {}, {}});
        run.workers.push_back(std::move(worker));
        end = std::max(end, at);
    }
    run.knownUntil = end;
    run.summary.end = RunEnd::Done;
    return run;
}
