#pragma once

#include "core/model/recording.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>

/// Time that the hypervisor took from all cores since the system started ("steal"), in steps of
/// 10 ms; empty where the system does not report it.
[[nodiscard]] std::optional<Nanoseconds> stolenTime();

/// What others than the workers take of the machine during a run: Coreogram itself, which is the
/// thread that creates this and the process of the window that has asked for the recording, if one
/// has; and the hypervisor. Used by that thread.
class RunCosts {
public:
    /// `window` is the window's process, or 0.
    explicit RunCosts(std::int64_t window);

    /// The run begins.
    void restart();

    /// Fills in what was taken since it began.
    void addTo(RunSummary& summary) const;

private:
    [[nodiscard]] Nanoseconds observerTime() const;

    std::int64_t m_window;
    Nanoseconds m_observerAtStart{};
    std::optional<Nanoseconds> m_stolenAtStart;
};
