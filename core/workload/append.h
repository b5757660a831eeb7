#pragma once

#include "core/workload/workload.h"

/// Appends random numbers without repetition to a list, as Python's random.sample() over
/// range(20,000,000) does. The lists stay in the memory of the process that made them until the
/// run is over: threads leave theirs in the runner's, processes in their own. The unit of its
/// amount is one number.
namespace append {

inline constexpr std::uint32_t population = 20'000'000;

/// Numbers in the lists that this process keeps, and the bytes that they take.
[[nodiscard]] std::int64_t itemsHere();
[[nodiscard]] std::int64_t bytesHere();

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);
void forget();
[[nodiscard]] std::vector<Finding> findings(const SharedWork& shared);

inline constexpr Workload workload{"append", calibrate, run, forget, findings};

}  // namespace append
