#pragma once

#include "core/workload/workload.h"

/// Sleeps: waiting that needs no core. The unit of its amount is a nanosecond.
namespace sleeping {

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);

inline constexpr Workload workload{"sleep", calibrate, run};

}  // namespace sleeping
