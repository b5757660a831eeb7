#pragma once

#include "core/workload/workload.h"

/// Downloads a picture over HTTP, checks that it is one, and writes it to a file: waits for most of
/// the time. A task is one picture.
namespace download {

[[nodiscard]] std::uint64_t calibrate(const WorkOrder& order);
[[nodiscard]] Work run(WorkContext& context);
[[nodiscard]] std::vector<Finding> findings(const SharedWork& shared);

inline constexpr Workload workload{"download", calibrate, run, nullptr, findings};

}  // namespace download

/// The same, and then blurs the picture and encodes it again: waits, then computes.
namespace mixed {

[[nodiscard]] Work run(WorkContext& context);

inline constexpr Workload workload{"mixed", download::calibrate, run, nullptr, download::findings};

}  // namespace mixed

/// Where the task's picture comes from.
[[nodiscard]] std::string sourceOf(const WorkOrder& order, TaskId task,
                                   std::span<const Address> addresses);

/// The file that the task's picture is written to.
[[nodiscard]] std::string pictureFileOf(const WorkOrder& order, TaskId task);
