#pragma once

#include "core/model/recording.h"

#include <cstdint>
#include <vector>

/// How the threads of an observed program are ordered: those of one process next to each other,
/// the main thread first, and processes in the order of their start.
struct WorkerOrder {
    std::vector<std::size_t> rows;         ///< indices in Recording::workers
    std::vector<std::uint32_t> processes;  ///< by index in Recording::workers: their number, from 1
    std::vector<std::size_t> firstRows;    ///< by process: the index in `rows` of its main thread

    bool operator==(const WorkerOrder&) const = default;
};

/// Costs O(n log n) in the number of workers. A pid that is used again is another process.
[[nodiscard]] WorkerOrder orderOf(const std::vector<Worker>& workers);
