#pragma once

#include "app/timeline/timesums.h"
#include "app/timeline/workerorder.h"

#include <cstdint>
#include <vector>

/// What a core did: a worker's slice on it.
struct CoreSlice {
    Nanoseconds start{};
    Nanoseconds end{};
    std::uint32_t worker = 0;    ///< index in Recording::workers
    TaskId task = TaskId::None;  ///< the number of the process where there are no tasks
    bool operator==(const CoreSlice&) const = default;
};

/// The slices of all workers by core, in order of time and without overlap: where two workers seem
/// to share a core, as gaps that were noticed late make it look, the first one keeps it. Grows with
/// the recording at the cost of what is new, plus O(workers + cores).
class CoreIndex {
public:
    using Sums = TimeSums<CoreSlice, 1>;

    /// Takes in what is new in a recording that extends the one last seen. `order` is that of its
    /// workers if it is of an observed program, else empty.
    void update(const Recording& recording, const WorkerOrder& order);

    /// One more than the highest core that a worker ran on.
    [[nodiscard]] std::size_t cores() const noexcept { return m_cores.size(); }
    /// Empty for a core that no worker ran on.
    [[nodiscard]] const std::vector<CoreSlice>& slicesOf(std::size_t core) const;
    [[nodiscard]] const Sums& sumsOf(std::size_t core) const;

private:
    struct Core {
        std::vector<CoreSlice> slices;
        Sums sums;
        std::size_t settled = 0;  ///< so many slices are as they will stay; the others are open
    };
    struct Placed {
        std::size_t core = 0;
        CoreSlice slice;
    };
    /// Slices that are not in the index yet, in order of time.
    struct Fresh {
        std::vector<Placed> settled;
        std::vector<Placed> open;  ///< what goes on: taken in anew each time
    };

    Fresh collect(const Recording& recording, const WorkerOrder& order);
    void takeIn(const Fresh& fresh);
    void addTo(Core& core, CoreSlice slice);
    void insertInto(Core& core, const CoreSlice& slice);
    void addOpen(const std::vector<Placed>& open);
    Core& coreAt(std::size_t core);

    std::vector<Core> m_cores;
    std::vector<std::size_t> m_taken;  ///< of each worker's slices
    bool m_isInOrder = true;           ///< nothing has come late
    bool m_isFinal = false;            ///< made of a run that has ended
};
