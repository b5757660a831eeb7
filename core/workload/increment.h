#pragma once

#include "core/workload/workload.h"

/// Adds one to a counter that all workers share, again and again, protected in one of four ways.
/// Without protection, and with a lock that nobody else takes, additions are lost. The unit of its
/// amount is one addition.
namespace increment {

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);
[[nodiscard]] std::vector<Finding> findings(const SharedWork& shared);

inline constexpr Workload workload{"increment", calibrate, run, nullptr, findings};

}  // namespace increment
