#pragma once

#include "core/engine/crew.h"
#include "core/engine/executor.h"
#include "core/observe/machinetime.h"
#include "core/observe/recorder.h"

#include <vector>

/// One run from its first worker to its last: the state that Executor::run() needs.
class Execution {
public:
    /// All are borrowed; `record` is null where there is none.
    Execution(const RunStart& start, const RunMemory& memory, Crew& crew, SchedulingRecord* record,
              const Cores& cores, const FrameSink& sink, const ExecutorSettings& settings);

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
    Result<void> addWorker(std::uint32_t seat);
    void introduce(std::uint32_t seat);
    void waitForNews(std::uint32_t seen) const;
    void collect();
    void reportFailures(const EventBatch& batch) const;
    void handleLost(const LostWorker& lost);
    [[nodiscard]] bool abandon(std::uint32_t seat, const std::string& why);
    void replace(std::uint32_t seat);
    void leaveEmpty(std::uint32_t seat, const std::string& why);
    void stopWhenAsked();
    [[nodiscard]] bool isAnyoneLeft() const;

    const RunStart& m_start;
    const RunMemory& m_memory;
    Crew& m_crew;
    const Cores& m_cores;
    const FrameSink& m_sink;
    const ExecutorSettings& m_settings;

    Recorder m_recorder;
    std::vector<WorkerId> m_workers;  ///< in each seat
    std::vector<bool> m_isEmpty;      ///< seats whose worker was lost and not replaced
    std::uint32_t m_named = 0;
    CpuTime m_lostWorkersTime;
    RunCosts m_costs;
    bool m_hasFailedTask = false;
    Nanoseconds m_stopAsked{};  ///< when; 0 if it was not
    std::string m_message;
};
