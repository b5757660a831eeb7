#pragma once

/// The names of findings, as in recordings and JSON.
namespace finding {
inline constexpr char count[] = "count";                      ///< that a shared counter came to
inline constexpr char itemsInWorkers[] = "items_in_workers";  ///< appended, all together
inline constexpr char itemsInParent[] = "items_in_parent";    ///< of these, in the runner's memory
inline constexpr char bytesInParent[] = "bytes_in_parent";    ///< of the lists there
inline constexpr char bytesStreamed[] = "bytes_streamed";     ///< read and written
inline constexpr char pictures[] = "pictures";                ///< that landed
inline constexpr char pictureBytes[] = "picture_bytes";       ///< of all of them
inline constexpr char deadlocks[] = "deadlocks";              ///< that were found
inline constexpr char serverCpu[] = "server_cpu_ns";          ///< of the local image server
inline constexpr char handOver[] = "hand_over_ns";  ///< of the global lock, on request: the median
inline constexpr char residentBytes[] =
    "resident_bytes";                                     ///< of the workers' processes, at the end
inline constexpr char workerStart[] = "worker_start_ns";  ///< to create a worker, the median
}  // namespace finding
