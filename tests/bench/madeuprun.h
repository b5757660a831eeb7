#pragma once

#include "core/model/frame.h"

#include <cstdint>
#include <queue>
#include <random>
#include <vector>

/// How a made-up kernel schedules a run: one task on each worker, more workers than cores, slices
/// of very different lengths, and after each the worker is ready again or waits for a while.
struct MadeUpRun {
    int workers = 32;
    int cores = 8;
    Nanoseconds shortestSlice = std::chrono::microseconds(20);
    Nanoseconds longestSlice = std::chrono::milliseconds(4);
    std::uint32_t seed = 1;
};

/// Makes the frames of one run up, as many slices of it as are asked for.
class MadeUpKernel {
public:
    explicit MadeUpKernel(const MadeUpRun& run);

    /// From the start of the stream to the start of all workers and tasks.
    [[nodiscard]] std::vector<Frame> begin();
    /// The events of the next `slices` slices.
    [[nodiscard]] EventBatch next(std::int64_t slices);
    /// The events up to `time` from the origin.
    [[nodiscard]] EventBatch nextUntil(Nanoseconds time);
    /// From the stop of all tasks to the end of the stream.
    [[nodiscard]] std::vector<Frame> end();

private:
    /// A core or a worker that is free from a time on.
    struct Free {
        Nanoseconds from{};
        int number = 0;
        bool operator>(const Free& other) const noexcept
        {
            return std::pair(from, number) > std::pair(other.from, other.number);
        }
    };
    using Queue = std::priority_queue<Free, std::vector<Free>, std::greater<>>;

    void addSlice(EventBatch& batch);
    [[nodiscard]] Event event(int worker, Nanoseconds time, EventKind kind) const;
    [[nodiscard]] Nanoseconds lengthBetween(Nanoseconds shortest, Nanoseconds longest);

    MadeUpRun m_run;
    std::mt19937 m_random;
    Queue m_cores;
    Queue m_ready;
    std::vector<Nanoseconds> m_last;  ///< of each worker's events
};
