#pragma once

#include "core/engine/crew.h"
#include "core/engine/deadlockwatch.h"
#include "core/engine/executor.h"
#include "core/observe/machinetime.h"
#include "core/observe/recorder.h"

#include <optional>
#include <vector>

class Provisions;
struct Workload;

/// One run from its first worker to its last: the state that Executor::run() needs.
class Execution {
public:
    /// All are borrowed; `record` is null where there is none.
    Execution(const RunStart& start, const RunMemory& memory, const Provisions& provisions,
              Crew& crew, SchedulingRecord* record, const Cores& cores, const FrameSink& sink,
              const ExecutorSettings& settings);

    /// Creates every worker and waits until all stand at the gate.
    [[nodiscard]] Result<void> assemble();

    /// Opens the gate: the run begins, at the origin that is returned.
    Nanoseconds begin();

    /// Names the workers to the sink, and from now on follows what they do.
    void introduceWorkers();

    /// Collects what the workers do until none has anything more to do.
    void follow();

    [[nodiscard]] RunSummary summary() const;

private:
    Result<void> addWorker(std::uint32_t worker);
    void introduce(std::uint32_t worker);
    void waitForNews(std::uint32_t seen) const;
    void collect();
    void report(const Event& taskStop);
    void handleLost(const LostWorker& lost);
    [[nodiscard]] bool abandon(std::uint32_t worker, const std::string& why);
    void replace(std::uint32_t worker);
    void leaveEmpty(std::uint32_t worker, const std::string& why);
    void resolveDeadlocks();
    void stopWhenAsked();
    [[nodiscard]] bool isAnyoneLeft() const;
    [[nodiscard]] std::vector<Finding> findings() const;
    [[nodiscard]] Nanoseconds workerStart() const;

    const RunStart& m_start;
    const RunMemory& m_memory;
    const Provisions& m_provisions;
    Crew& m_crew;
    const Cores& m_cores;
    const FrameSink& m_sink;
    const ExecutorSettings& m_settings;

    Recorder m_recorder;
    DeadlockWatch m_deadlocks;
    std::vector<WorkerId> m_workers;  ///< at each station
    std::vector<bool> m_isEmpty;      ///< stations whose worker was lost and not replaced
    std::uint32_t m_named = 0;
    CpuTime m_lostWorkersTime;
    RunCosts m_costs;
    std::int64_t m_deadlockCount = 0;
    std::optional<Nanoseconds> m_serverTimeAtOrigin;
    bool m_hasFailedTask = false;
    Nanoseconds m_stopAsked{};  ///< when; 0 if it was not
    std::string m_message;
};
