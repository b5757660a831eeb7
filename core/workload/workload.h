#pragma once

#include "core/model/plan.h"
#include "core/model/recording.h"
#include "core/workload/work.h"
#include "core/workload/workcontext.h"

#include <cstdint>
#include <string_view>
#include <vector>

/// One kind of work.
struct Workload {
    std::string_view name;  ///< that of its WorkloadTraits

    /// The amount of work that one task of `order` is, in the workload's own unit. Where tasks have
    /// a length, it is what one core of this machine does in that time, measured now.
    std::uint64_t (*calibrate)(const WorkOrder& order);

    /// Does one part of a task and checks the result. Failed where the result is wrong; cancelled
    /// where the context said to stop. The context outlives the work.
    Work (*run)(WorkContext& context);

    /// Once, in the runner, before a run and after it: what its tasks keep in memory is let go.
    /// Null where they keep nothing.
    void (*forget)() = nullptr;

    /// What the run came to; in the runner, when all workers have ended. Null if to nothing more.
    std::vector<Finding> (*findings)(const SharedWork& shared) = nullptr;
};

/// Every workload there is, in the order of workloadTraits().
[[nodiscard]] const std::vector<Workload>& workloads();

/// The workload of that name; null if there is none.
[[nodiscard]] const Workload* workloadNamed(std::string_view name);
