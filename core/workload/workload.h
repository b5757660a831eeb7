#pragma once

#include "core/model/ids.h"
#include "core/model/plan.h"
#include "core/model/result.h"
#include "core/observe/workerlog.h"

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

/// What a worker is to do: one part of one task. Plain data, handed to workers in shared memory.
struct PartOfWork {
    TaskId task{};
    PartId part{};
    std::uint32_t parts = 1;   ///< into how many the task is split
    std::uint64_t amount = 0;  ///< of the whole task, in the workload's own unit
};

/// What a workload may do to the worker that executes it.
class WorkContext {
public:
    WorkContext(WorkerLog& log, const std::atomic<std::uint32_t>& stop) : m_log(log), m_stop(stop)
    {}

    /// To be called every 20 µs or so of computing. False: stop as soon as possible.
    [[nodiscard]] bool goOn() noexcept
    {
        m_log.tick();
        return m_stop.load(std::memory_order_relaxed) == 0;
    }

    [[nodiscard]] WorkerLog& log() noexcept { return m_log; }

private:
    WorkerLog& m_log;
    const std::atomic<std::uint32_t>& m_stop;
};

/// One kind of work. The functions are pure but for what the work itself does.
struct Workload {
    std::string_view name;  ///< that of its WorkloadTraits

    /// The amount of work that one task of `length` is on one core of this machine, measured now.
    std::uint64_t (*calibrate)(Nanoseconds length);

    /// Does one part of a task and checks the result. Failed where the result is wrong; cancelled
    /// where the context said to stop.
    Result<Outcome> (*run)(const PartOfWork& work, WorkContext& context);
};

/// Every workload there is.
[[nodiscard]] const std::vector<Workload>& workloads();

/// The workload of that name; null if there is none.
[[nodiscard]] const Workload* workloadNamed(std::string_view name);
