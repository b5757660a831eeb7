#pragma once

#include "core/workload/workload.h"

/// Streams through arrays that are together larger than the last-level cache: the triad of
/// J. McCalpin, "STREAM" (1995), a[i] = b[i] + 3 c[i]. What limits it is memory, which all cores
/// share. The unit of its amount is one block of blockItems additions.
namespace memory {

inline constexpr std::size_t blockItems = 4096;

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);
[[nodiscard]] std::vector<Finding> findings(const SharedWork& shared);

inline constexpr Workload workload{"memory", calibrate, run, nullptr, findings};

}  // namespace memory
