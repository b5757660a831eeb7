#pragma once

/// The names of findings, as in recordings and JSON.
namespace finding {
inline constexpr char count[] = "count";                      ///< of a shared counter
inline constexpr char itemsInWorkers[] = "items_in_workers";  ///< appended, all together
inline constexpr char itemsInParent[] = "items_in_parent";    ///< of these, in the runner
inline constexpr char bytesInParent[] = "bytes_in_parent";    ///< of their lists
inline constexpr char peakBytes[] = "peak_bytes";             ///< resident, all processes
inline constexpr char bytesStreamed[] = "bytes_streamed";     ///< read and written
inline constexpr char bytesPerSecond[] = "bytes_per_second";  ///< of these
inline constexpr char pictures[] = "pictures";                ///< that landed
inline constexpr char pictureBytes[] = "picture_bytes";       ///< of all of them
inline constexpr char serverCpu[] = "server_cpu_ns";          ///< of the local image server
inline constexpr char workerStart[] = "worker_start_ns";      ///< median, to create one
inline constexpr char handOvers[] = "hand_overs";             ///< of the global lock
inline constexpr char handOverTime[] = "hand_over_ns";        ///< median, that it was held
inline constexpr char deadlocks[] = "deadlocks";              ///< found by the watchdog
}  // namespace finding
