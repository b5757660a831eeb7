#pragma once

#include "core/workload/workload.h"

/// Walks unbalanced trees, node by node: the tasks differ much in size, and so do the parts of one.
/// After S. Olivier et al., "UTS: An Unbalanced Tree Search Benchmark", LCPC 2006. The unit of its
/// amount is one node of a task of mean size.
namespace tree {

/// How many nodes the tree of `task` has where the mean is `mean`: from a tenth to four times as
/// many, the same in every run.
[[nodiscard]] std::uint64_t nodesOf(TaskId task, std::uint64_t mean) noexcept;

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);

inline constexpr Workload workload{"tree", calibrate, run};

}  // namespace tree
