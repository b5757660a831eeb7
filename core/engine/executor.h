#pragma once

#include "core/model/frame.h"
#include "core/model/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

class Cores;
class SchedulingRecord;

/// How an Executor does its work.
struct ExecutorSettings {
    std::string workerProgram;  ///< the coreogram-run that worker processes execute
    Nanoseconds collectEvery = std::chrono::milliseconds(50);
    std::function<bool()> stopRequested;   ///< asked every now and then; true stops the run
    bool useSchedulingRecord = true;       ///< where the kernel grants it; else inferred evidence
    std::vector<std::string> addresses{};  ///< to download, one a task; empty: a local server's
    std::int64_t window = 0;  ///< process that watches the run live, an observer too; 0 if none
};

/// The amount of work that one task of `experiment` is, in its workload's own unit; where tasks
/// have a length, measured now. Requires a workload that exists.
[[nodiscard]] std::uint64_t calibratedAmount(const Experiment& experiment, const Cores& cores);

/// Runs plans on real workers and hands what they record to a sink. One executor serves every
/// plan and kind of worker. Used by one thread; one run at a time.
class Executor {
public:
    /// `cores` is borrowed. Frames go to `sink` as they come, on the thread that calls run().
    Executor(const Cores& cores, FrameSink sink, ExecutorSettings settings);

    /// Runs `start.experiment` under `start.plan`, each task with `amount` of its workload's work,
    /// and returns when no worker is left. The evidence, the origin and the start-up time of
    /// `start` are filled in. The summary is also in the last frame; its message says what went
    /// wrong. Requires a valid experiment and plan, and a workload that exists.
    RunSummary run(RunStart start, std::uint64_t amount);

private:
    Result<SchedulingRecord> openRecord(RunStart& start) const;

    const Cores& m_cores;
    FrameSink m_sink;
    ExecutorSettings m_settings;
};
