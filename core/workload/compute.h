#pragma once

#include "core/workload/workload.h"

#include <cstdint>

/// Honest work for a processor: a linear congruential generator, step by step. Each step needs the
/// one before it, so nothing can be left out, and where a whole sequence must end is known without
/// doing it, so that the result can be checked. The unit of its amount is one step.
namespace compute {

/// `steps` steps from `state`, one after another.
[[nodiscard]] std::uint64_t walk(std::uint64_t state, std::uint64_t steps) noexcept;

/// The same state in O(log steps): F. Brown, "Random number generation with arbitrary strides",
/// Trans. Am. Nucl. Soc. 71 (1994).
[[nodiscard]] std::uint64_t jump(std::uint64_t state, std::uint64_t steps) noexcept;

/// Where a task's sequence starts.
[[nodiscard]] std::uint64_t seedOf(TaskId task) noexcept;

/// Does and checks the steps from `first` to before `last` of the sequence of the context's task.
[[nodiscard]] Result<Outcome> doSteps(WorkContext& context, std::uint64_t first,
                                      std::uint64_t last);

/// Steps that one core does in `length`, measured now.
[[nodiscard]] std::uint64_t stepsIn(Nanoseconds length);

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);

inline constexpr Workload workload{"compute", calibrate, run};

}  // namespace compute
