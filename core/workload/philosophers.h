#pragma once

#include "core/workload/workload.h"

/// E. W. Dijkstra's dining philosophers: tasks in a ring, a fork between any two, and each needs
/// both of its forks to eat. In opposite order, each takes the fork at its left first, and if all
/// do so at once, nobody can go on. The unit of its amount is a step of `compute`.
namespace philosophers {

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);

inline constexpr Workload workload{"philosophers", calibrate, run};

}  // namespace philosophers
