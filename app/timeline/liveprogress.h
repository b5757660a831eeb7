#pragma once

#include "app/timeline/workersums.h"
#include "core/analysis/profile.h"

#include <array>
#include <cstdint>
#include <vector>

/// How many threads of an observed program are in progress, kept up while it runs. The periods in
/// which `inProgressProfile` counts become longer with every instant of a run over a second; here
/// they do so in a few steps, so that what was counted stays counted. Costs what is new.
class LiveProgress {
public:
    /// Takes in what is new. `sums` are those of the workers of `recording`.
    void update(const Recording& recording, const std::vector<WorkerSums>& sums);

    [[nodiscard]] Profile profile() const;

private:
    /// What was counted of a worker: bit p of `busy` for period p.
    struct Counted {
        std::size_t slices = 0;
        TimeRange last;  ///< the last of them
        std::uint64_t busy = 0;
    };

    void recount(Counted& counted, const Worker& worker, const WorkerSums& sums, Nanoseconds from);
    void setBusy(Counted& counted, std::uint64_t busy);
    [[nodiscard]] int periodAt(Nanoseconds time) const;
    [[nodiscard]] Nanoseconds startOf(int period) const;

    static constexpr int mostPeriods = 64;

    TimeRange m_span;
    Nanoseconds m_length{};  ///< of a period
    std::vector<Counted> m_workers;
    std::array<int, mostPeriods> m_counts{};
};
